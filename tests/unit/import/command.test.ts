import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs, { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { differences } from '../../../src/checks/fidelity/transcript.ts';
import { replaceFolder } from '../../../src/import/import-file.ts';
import { readContentFiles } from '../../../src/loader/folder.ts';
import { readEntries } from '../../../src/loader/read.ts';
import { assemble } from '../../../src/model/assemble.ts';
import { articles, asText } from '../../fixtures/documents.ts';
import { checkFiles, readFolder, writeFolder } from '../../fixtures/mini.ts';

const root = mkdtempSync(join(tmpdir(), 'handbook-import-'));
after(() => rmSync(root, { recursive: true }));

const document = join(root, '方案.txt');
writeFileSync(document, asText(articles));

/** Runs the command as `npm run import` does, on a content folder of its own. */
function runImport(folder: string, ...words: string[]): Promise<{ code: number; output: string }> {
  const options = { env: { ...process.env, HANDBOOK_CONTENT: folder } };
  return new Promise((resolve) =>
    execFile(process.execPath, ['scripts/import.ts', ...words], options, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
    ),
  );
}

function smallFolder(name: string): string {
  const folder = join(root, name);
  writeFolder(folder);
  return folder;
}

test('the published document, imported again, is a draft that equals its source, and fails the check only for topics to be chosen and a number that is taken', async () => {
  const folder = join(root, 'present');
  cpSync('content', folder, { recursive: true });
  const [published = ''] = readdirSync(join(folder, 'plans'));
  const received = join(folder, 'plans', published, 'source.txt');
  const { code, output } = await runImport(folder, received, '--id', 'again');
  assert.equal(code, 0, output);
  assert.match(output, /导入报告.*措施 20 条，任务 86 项/su);
  assert.ok(output.includes(readFileSync(join(folder, 'plans/again/import-report.md'), 'utf8')));

  const source = readFileSync(join(folder, 'plans/again/source.txt'), 'utf8');
  assert.equal(source, readFileSync(received, 'utf8'));
  const files = readContentFiles(folder);
  const { handbook } = assemble(readEntries(files).entries);
  const { problems } = checkFiles(files);
  assert.deepEqual(differences(handbook.plans.find(({ id }) => id === 'again') ?? assert.fail(), source), []);
  assert.deepEqual([...new Set(problems.map(({ path }) => path.join('.')))], ['topics', 'number']);
});

test('a plan that is there stays as it is, unless --force is given', async () => {
  const folder = smallFolder('there');
  assert.equal((await runImport(folder, document, '--id', 'next')).code, 0);
  const file = join(folder, 'plans/next/measures/01.mdx');
  writeFileSync(file, '编辑改过');
  writeFileSync(join(folder, 'plans/next/measures/09.mdx'), '旧的');
  const before = readFolder(folder);

  const { code, output } = await runImport(folder, document, '--id', 'next');
  assert.equal(code, 1);
  assert.match(output, /已经有了.*--force.*没有导入，什么也没有改动/su);
  assert.deepEqual(readFolder(folder), before);

  assert.equal((await runImport(folder, document, '--id', 'next', '--force')).code, 0);
  assert.match(readFileSync(file, 'utf8'), /title: 便利准入/u);
  assert.deepEqual(readdirSync(join(folder, 'plans/next/measures')), ['01.mdx', '02.mdx', '03.mdx']);
  assert.deepEqual(readdirSync(join(folder, 'plans')).sort(), ['mini', 'next']);
});

test('a failed import leaves nothing behind and says why', async () => {
  const folder = smallFolder('failed');
  const before = readFolder(folder);
  const broken = join(root, '坏.docx');
  writeFileSync(broken, 'PK');
  for (const [words, says] of [
    [[broken, '--id', 'next'], /打不开：不是 \.docx/u],
    [[join(root, '没有.txt'), '--id', 'next'], /没有这个文件/u],
    [[root, '--id', 'next'], /这是一个文件夹/u],
    [[document, '--id', 'a'.repeat(300)], /编号太长：最多 100 个字符/u],
    [['a'.repeat(300), '--id', 'next'], /打不开.*名称太长/u],
    [[document], /没有写方案的编号 --id.*用法/su],
    [[document, '--id', '二〇二六'], /小写字母、数字和单个连字符/u],
    [[document, document, '--id', 'next'], /一次只导入一个文件/u],
    [[document, '--id', 'next', '--froce'], /不认得的写法.*用法/su],
    [['--id', 'next'], /没有写要导入的文件/u],
  ] as const) {
    const { code, output } = await runImport(folder, ...words);
    assert.equal(code, 1, output);
    assert.match(output, says);
    assert.match(output, /没有导入，什么也没有改动/u);
    assert.deepEqual(readFolder(folder), before);
  }
});

test('where the draft cannot be put in its place, what was there is back', async () => {
  const folder = smallFolder('blocked');
  // A file stands where the drafts are written, so that writing fails.
  rmSync(join(folder, 'plans'), { recursive: true });
  writeFileSync(join(folder, 'plans'), '');
  const { code, output } = await runImport(folder, document, '--id', 'next');
  assert.equal(code, 1);
  assert.match(output, /写不成草稿：有一个同名的文件挡着/u);
  assert.equal(readFileSync(join(folder, 'plans'), 'utf8'), '');
});

test('where the old folder cannot be deleted, the new one is in place, and where the old one is left is told', (t) => {
  const folder = join(root, 'replaced');
  for (const name of ['', '.new']) mkdirSync(folder + name);
  writeFileSync(join(folder, '旧'), '');
  const remove = fs.rmSync;
  t.mock.method(fs, 'rmSync', (path: string, options: fs.RmOptions) => {
    if (fs.existsSync(join(path, '旧'))) throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
    remove(path, options);
  });
  syncBuiltinESMExports();
  const left = replaceFolder(`${folder}.new`, folder);
  t.mock.restoreAll();
  syncBuiltinESMExports();
  assert.deepEqual([left, readdirSync(folder), readdirSync(left ?? '')], [`${folder}.new.old`, [], ['旧']]);
});
