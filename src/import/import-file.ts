import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readContentFiles } from '../loader/folder.ts';
import { contentFiles } from '../loader/paths.ts';
import { slug } from '../schema/primitives.ts';
import { ImportFault } from './finding.ts';
import { importDocument } from './import-document.ts';

const usage =
  '用法：npm run import -- <文件> --id <编号> [--force]\n例如：npm run import -- 2026年方案.docx --id 2026-business-environment';

/** Folders and files are named after the id, which no system allows to be longer than 255 bytes. */
const longestId = 100;

/** What the command line asks for. */
export interface ImportRequest {
  /** The path of the document. */
  file: string;
  id: string;
  /** Whether to replace a plan that is there. */
  force: boolean;
}

/**
 * Reads the words of the command line.
 * @throws {ImportFault} if they ask for nothing that can be done.
 */
export function readRequest(words: readonly string[]): ImportRequest {
  let parsed: { values: { id?: string; force?: boolean }; positionals: string[] };
  try {
    parsed = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { id: { type: 'string' }, force: { type: 'boolean' } },
    });
  } catch {
    throw new ImportFault(`不认得的写法：${words.join(' ')}\n${usage}`);
  }
  const { values, positionals } = parsed;
  const [file, ...more] = positionals;
  if (!file || more.length > 0)
    throw new ImportFault(`${file ? '一次只导入一个文件。' : '没有写要导入的文件。'}\n${usage}`);
  if (!values.id) throw new ImportFault(`没有写文件的编号 --id。\n${usage}`);
  if (!slug.safeParse(values.id).success)
    throw new ImportFault(
      `编号“${values.id}”不合规定：用小写字母、数字和单个连字符，例如 2026-business-environment，它是网址的一部分。`,
    );
  if (values.id.length > longestId) throw new ImportFault(`编号太长：最多 ${longestId} 个字符，它是文件夹的名称。`);
  return { file, id: values.id, force: values.force ?? false };
}

/** What a failure of the file system means, by its code. */
const failures: Record<string, string> = {
  ENOENT: '没有这个文件',
  EISDIR: '这是一个文件夹',
  EACCES: '没有读写这个文件夹的权限',
  EPERM: '系统不允许改这个文件夹',
  EROFS: '这个磁盘只能读，不能写',
  ENOSPC: '磁盘满了',
  ENAMETOOLONG: '名称太长',
  EEXIST: '有一个同名的文件挡着',
  ENOTDIR: '有一个同名的文件挡着',
  EBUSY: '文件正被别的程序打开',
};

/** A failed import in words for an editor. */
export function failureText(error: unknown): string {
  if (error instanceof ImportFault) return error.message;
  const { code = '', path, message = String(error) } = error as Partial<NodeJS.ErrnoException>;
  return `写不成草稿：${code in failures ? `${failures[code]}${path ? `（${path}）` : ''}` : message}`;
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new ImportFault(`打不开“${file}”：${failures[code] ?? message}。`);
  }
}

/**
 * Imports a document into a content folder, as the folder of a plan that is put in its place as a whole. Gives what is to be said.
 * @throws {ImportFault} if the document cannot be read or the plan is there; errors of the file system where nothing can be written.
 *   The content folder is then as it was.
 */
export async function importFile({ file, id, force }: ImportRequest, contentFolder: string): Promise<string> {
  const folder = join(contentFolder, contentFiles.planFolder(id));
  if (existsSync(folder) && !force)
    throw new ImportFault(`${folder} 已经有了，没有动它。换一个编号；确要重新导入、丢掉里面的修改，就加上 --force。`);
  const { files, report } = await importDocument(basename(file), readBytes(file), id, readContentFiles(contentFolder));

  const left = placeDraft(files, id, contentFolder);
  return [
    report,
    `草稿在 ${folder}，报告在其中的 import-report.md。`,
    ...(left ? [`原来的文件夹没有删掉，还在 ${left}，请自己删去。`] : []),
  ].join('\n');
}

/**
 * Writes the files of a draft as the folder of a plan, as a whole. Gives the path of the folder that was there before where it could not
 * be deleted.
 */
export function placeDraft(
  files: ReadonlyMap<string, string | Uint8Array>,
  id: string,
  contentFolder: string,
): string | undefined {
  // A hidden folder does not count as content, so that a half-written draft never does.
  const staged = join(contentFolder, 'plans', `.importing-${id}`);
  try {
    rmSync(staged, { recursive: true, force: true });
    for (const [path, data] of files) {
      const target = join(staged, path.slice(contentFiles.planFolder(id).length));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, data);
    }
    return replaceFolder(staged, join(contentFolder, contentFiles.planFolder(id)));
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
}

/**
 * Puts a folder in its place as a whole; the one that was there goes only once the new one is in place, and comes back where that
 * fails. Gives the path of the old one where it could not be deleted.
 */
export function replaceFolder(staged: string, folder: string): string | undefined {
  const replaced = `${staged}.old`;
  rmSync(replaced, { recursive: true, force: true });
  if (existsSync(folder)) renameSync(folder, replaced);
  try {
    renameSync(staged, folder);
  } catch (error) {
    if (existsSync(replaced)) renameSync(replaced, folder);
    throw error;
  }
  try {
    rmSync(replaced, { recursive: true, force: true });
  } catch {
    return replaced;
  }
  return undefined;
}
