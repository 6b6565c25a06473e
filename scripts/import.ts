import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { contentFiles } from '../src/handbook/entries.ts';
import { slug } from '../src/schema/text.ts';
import { contentFolder } from '../src/settings.ts';
import { ImportFault } from './import/finding.ts';
import { importDocument } from './import/import-document.ts';
import { readContentFiles } from './load-content.ts';

const usage =
  '用法：npm run import -- <文件> --id <编号> [--force]\n例如：npm run import -- 2026年方案.docx --id 2026-business-environment';

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
  return { file, id: values.id, force: values.force ?? false };
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new ImportFault(`打不开“${file}”：没有这个文件，或不能读。`);
  }
}

/** Puts a folder in its place as a whole; the one that was there goes only once the new one is complete. */
function replaceFolder(staged: string, folder: string): void {
  const replaced = `${staged}.old`;
  rmSync(replaced, { recursive: true, force: true });
  if (existsSync(folder)) renameSync(folder, replaced);
  try {
    renameSync(staged, folder);
  } catch (error) {
    if (existsSync(replaced)) renameSync(replaced, folder);
    throw error;
  }
  rmSync(replaced, { recursive: true, force: true });
}

async function run(): Promise<void> {
  const { file, id, force } = readArguments();
  const folder = join(contentFolder, contentFiles.planFolder(id));
  if (existsSync(folder) && !force)
    throw new ImportFault(`${folder} 已经有了，没有动它。换一个编号；确要重新导入、丢掉里面的修改，就加上 --force。`);
  const { files, report } = await importDocument(basename(file), readBytes(file), id, readContentFiles(contentFolder));

  // A hidden folder does not count as content, so that a half-written draft never does.
  const staged = join(contentFolder, 'plans', `.importing-${id}`);
  try {
    rmSync(staged, { recursive: true, force: true });
    for (const [path, data] of files) {
      const target = join(staged, path.slice(contentFiles.planFolder(id).length));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, data);
    }
    replaceFolder(staged, folder);
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
  console.log(report);
  console.log(`草稿在 ${folder}，报告在其中的 import-report.md。`);
}

try {
  await run();
} catch (error) {
  const said =
    error instanceof ImportFault ? error.message : `写不成草稿：${error instanceof Error ? error.message : error}`;
  console.error(`${said}\n没有导入，什么也没有改动。`);
  process.exitCode = 1;
}
