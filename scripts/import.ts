import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ImportFault } from '../src/import/finding.ts';
import { importDocument } from '../src/import/import-document.ts';
import { replaceFolder } from '../src/import/import-file.ts';
import { readContentFiles } from '../src/loader/folder.ts';
import { contentFiles } from '../src/loader/paths.ts';
import { contentFolder } from '../src/loader/settings.ts';
import { slug } from '../src/schema/primitives.ts';

const usage =
  '用法：npm run import -- <文件> --id <编号> [--force]\n例如：npm run import -- 2026年方案.docx --id 2026-business-environment';

/** Folders and files are named after the id, which no system allows to be longer than 255 bytes. */
const longestId = 100;

/** What the command line asks for. Throws an `ImportFault` where it asks for nothing that can be done. */
function readArguments(): { file: string; id: string; force: boolean } {
  let parsed: { values: { id?: string; force?: boolean }; positionals: string[] };
  try {
    parsed = parseArgs({ allowPositionals: true, options: { id: { type: 'string' }, force: { type: 'boolean' } } });
  } catch {
    throw new ImportFault(`不认得的写法：${process.argv.slice(2).join(' ')}\n${usage}`);
  }
  const { values, positionals } = parsed;
  const [file, ...more] = positionals;
  if (!file || more.length > 0)
    throw new ImportFault(`${file ? '一次只导入一个文件。' : '没有写要导入的文件。'}\n${usage}`);
  if (!values.id) throw new ImportFault(`没有写方案的编号 --id。\n${usage}`);
  if (!slug.safeParse(values.id).success)
    throw new ImportFault(
      `编号“${values.id}”不合规定：用小写字母、数字和单个连字符，例如 2026-business-environment，它是网址的一部分。`,
    );
  if (values.id.length > longestId) throw new ImportFault(`编号太长：最多 ${longestId} 个字符，它是文件夹的名称。`);
  return { file, id: values.id, force: values.force ?? false };
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? '没有这个文件' : code === 'EISDIR' ? '这是一个文件夹' : failureText(error);
    throw new ImportFault(`打不开“${file}”：${why}。`);
  }
}

/** What a failure of the file system means, by its code. */
const failures: Record<string, string> = {
  EACCES: '没有读写这个文件夹的权限',
  EPERM: '系统不允许改这个文件夹',
  EROFS: '这个磁盘只能读，不能写',
  ENOSPC: '磁盘满了',
  ENAMETOOLONG: '名称太长',
  EEXIST: '有一个同名的文件挡着',
  ENOTDIR: '有一个同名的文件挡着',
  EBUSY: '文件正被别的程序打开',
};

/** A failure in words for an editor. */
function failureText(error: unknown): string {
  const { code = '', path } = error as NodeJS.ErrnoException;
  if (code in failures) return `${failures[code]}${path ? `（${path}）` : ''}`;
  return error instanceof Error ? error.message : String(error);
}

async function run(): Promise<void> {
  const { file, id, force } = readArguments();
  const folder = join(contentFolder, contentFiles.planFolder(id));
  if (existsSync(folder) && !force)
    throw new ImportFault(`${folder} 已经有了，没有动它。换一个编号；确要重新导入、丢掉里面的修改，就加上 --force。`);
  const { files, report } = await importDocument(basename(file), readBytes(file), id, readContentFiles(contentFolder));

  let left: string | undefined;
  // A hidden folder does not count as content, so that a half-written draft never does.
  const staged = join(contentFolder, 'plans', `.importing-${id}`);
  try {
    rmSync(staged, { recursive: true, force: true });
    for (const [path, data] of files) {
      const target = join(staged, path.slice(contentFiles.planFolder(id).length));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, data);
    }
    left = replaceFolder(staged, folder);
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
  console.log(report);
  console.log(`草稿在 ${folder}，报告在其中的 import-report.md。`);
  if (left) console.log(`原来的文件夹没有删掉，还在 ${left}，请自己删去。`);
}

try {
  await run();
} catch (error) {
  const said = error instanceof ImportFault ? error.message : `写不成草稿：${failureText(error)}`;
  console.error(`${said}\n没有导入，什么也没有改动。`);
  process.exitCode = 1;
}
