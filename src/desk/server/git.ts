import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What Git answers in a folder. @throws where it fails, or there is none. */
async function git(folder: string, ...words: string[]): Promise<string> {
  const { stdout } = await run('git', words, {
    cwd: folder,
    maxBuffer: 1e8,
    // Names of files as they are, and no questions.
    env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
  });
  return stdout;
}

/** Whether a folder is in a repository of Git that has a version. */
export const hasGit = (folder: string): Promise<boolean> =>
  git(folder, 'rev-parse', '--verify', 'HEAD').then(
    () => true,
    () => false,
  );

/** Those of some files of a folder that the last version has, with their texts there. */
export async function committedTexts(folder: string, files: readonly string[]): Promise<Map<string, string>> {
  const listed = await git(folder, 'ls-tree', '-r', '--name-only', '-z', 'HEAD', '.');
  const known = new Set(listed.split('\0'));
  const texts = new Map<string, string>();
  for (const file of files.filter((one) => known.has(one)))
    texts.set(file, await git(folder, 'show', `HEAD:./${file}`));
  return texts;
}

/** The files of a folder that differ from the last version, relative to it. */
export async function changedFiles(folder: string): Promise<string[]> {
  const prefix = (await git(folder, 'rev-parse', '--show-prefix')).trim();
  const status = await git(folder, 'status', '--porcelain', '-z', '--untracked-files=all', '--no-renames', '.');
  return status
    .split('\0')
    .filter(Boolean)
    .map((line) => line.slice(3))
    .filter((file) => file.startsWith(prefix))
    .map((file) => file.slice(prefix.length));
}

/** What Git says of a commit that fails, in words for an editor. */
const failures: readonly [RegExp, string][] = [
  [
    /user\.(?:name|email)|tell me who you are|empty ident/iu,
    '版本库还不知道提交的人是谁：请技术人员运行 git config user.name 和 git config user.email',
  ],
  [/index\.lock/u, '另一个程序正在用版本库，等它做完再提交'],
  [/unmerged|merge/iu, '版本库里有没有合并完的修改，请技术人员先处理'],
];

/** A commit that was not made, with the reason for the editor. */
export class CommitFailed extends Error {}

/**
 * Commits files of a folder, and nothing else of the repository.
 * @throws {CommitFailed} where Git refuses.
 */
export async function commit(folder: string, files: readonly string[], message: string): Promise<void> {
  const literal = (file: string) => `:(literal)${file}`;
  const paths = files.map(literal);
  try {
    // Git knows none by the name of a file whose removal is staged.
    const there = files.filter((file) => existsSync(join(folder, file))).map(literal);
    if (there.length > 0) await git(folder, 'add', '--intent-to-add', '--', ...there);
    await git(folder, 'commit', '--quiet', '-m', message, '--only', '--', ...paths);
  } catch (error) {
    const said = String((error as { stderr?: string }).stderr ?? error);
    const known = failures.find(([pattern]) => pattern.test(said));
    throw new CommitFailed(known ? known[1] : `版本库没有收下：${said.trim()}`);
  }
}
