import assert from 'node:assert/strict';
import fs, { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext, test } from 'node:test';
import { failureText, importFile, readRequest, replaceFolder } from '../../../src/import/import-file.ts';
import { articles, asText } from '../../fixtures/documents.ts';
import { readFolder, writeFolder } from '../../fixtures/mini.ts';
import { runScript } from '../../fixtures/run-script.ts';

const root = mkdtempSync(join(tmpdir(), 'handbook-import-'));
after(() => rmSync(root, { recursive: true }));

const document = join(root, '方案.txt');
writeFileSync(document, asText(articles));

function smallFolder(name: string): string {
  const folder = join(root, name);
  writeFolder(folder);
  return folder;
}

const failure = (action: () => unknown): Promise<string> =>
  Promise.resolve()
    .then(action)
    .then(() => assert.fail('it did not fail'), failureText);

test('the command prints the report that it writes', async () => {
  const folder = smallFolder('command');
  const { code, output } = await runScript('scripts/import.ts', folder, document, '--id', 'next');
  assert.equal(code, 0, output);
  assert.match(output, /导入报告.*3 条措施.*清单 4 项/su);
  assert.ok(output.includes(readFileSync(join(folder, 'plans/next/import-report.md'), 'utf8')));
});

test('a command that fails says why, ends with 1 and changes nothing', async () => {
  const folder = smallFolder('failing-command');
  const before = readFolder(folder);
  const { code, output } = await runScript('scripts/import.ts', folder, document, '--id', 'mini');
  assert.equal(code, 1);
  assert.match(output, /已经有了.*--force.*没有导入，什么也没有改动/su);
  assert.deepEqual(readFolder(folder), before);
});

const requests: [string[], RegExp][] = [
  [['a.txt'], /^没有写文件的编号 --id。\n用法/u],
  [['a.txt', '--id', '二〇二六'], /小写字母、数字和单个连字符/u],
  [['a.txt', '--id', 'a'.repeat(101)], /编号太长：最多 100 个字符/u],
  [['a.txt', 'b.txt', '--id', 'next'], /^一次只导入一个文件。\n用法/u],
  [['a.txt', '--id', 'next', '--froce'], /^不认得的写法：a\.txt --id next --froce\n用法/u],
  [['--id', 'next'], /^没有写要导入的文件。\n用法/u],
];
for (const [words, says] of requests)
  test(`“${words.join(' ').slice(0, 40)}” is refused with the reason`, async () => {
    assert.match(await failure(() => readRequest(words)), says);
  });

test('a command line names the document, the id and whether to replace', () => {
  assert.deepEqual(readRequest(['a.txt', '--id', 'next']), { file: 'a.txt', id: 'next', force: false });
  assert.deepEqual(readRequest(['--force', '--id=next', 'a.txt']), { file: 'a.txt', id: 'next', force: true });
});

test('a document that cannot be read is refused with the reason, and nothing is changed', async () => {
  const folder = smallFolder('unreadable');
  const before = readFolder(folder);
  const broken = join(root, '坏.docx');
  writeFileSync(broken, 'PK');
  const files: [string, RegExp][] = [
    [broken, /打不开：不是 \.docx/u],
    [join(root, '没有.txt'), /打不开.*没有这个文件/u],
    [root, /打不开.*这是一个文件夹/u],
    ['a'.repeat(300), /打不开.*名称太长/u],
  ];
  for (const [file, says] of files) {
    assert.match(await failure(() => importFile({ file, id: 'next', force: false }, folder)), says);
    assert.deepEqual(readFolder(folder), before);
  }
});

test('a plan that is there is replaced as a whole with --force', async () => {
  const folder = smallFolder('there');
  const request = { file: document, id: 'next', force: false };
  await importFile(request, folder);
  const file = join(folder, 'plans/next/measures/01.mdx');
  writeFileSync(file, '编辑改过');
  writeFileSync(join(folder, 'plans/next/measures/09.mdx'), '旧的');
  const before = readFolder(folder);
  assert.match(await failure(() => importFile(request, folder)), /已经有了/u);
  assert.deepEqual(readFolder(folder), before);

  await importFile({ ...request, force: true }, folder);
  assert.match(readFileSync(file, 'utf8'), /title: 便利准入/u);
  assert.deepEqual(readdirSync(join(folder, 'plans/next/measures')), ['01.mdx', '02.mdx', '03.mdx']);
  assert.deepEqual(readdirSync(join(folder, 'plans')).sort(), ['mini', 'next']);
});

test('where drafts cannot be written, the reason is said and nothing is changed', async () => {
  const folder = smallFolder('blocked');
  rmSync(join(folder, 'plans'), { recursive: true });
  writeFileSync(join(folder, 'plans'), '');
  const says = await failure(() => importFile({ file: document, id: 'next', force: false }, folder));
  assert.match(says, /^写不成草稿：有一个同名的文件挡着/u);
  assert.equal(readFileSync(join(folder, 'plans'), 'utf8'), '');
});

/** Lets a function of the file system fail for the paths that a condition chooses, while an action runs. */
function failing<Result>(
  t: TestContext,
  name: 'rmSync' | 'renameSync',
  fails: (path: string) => boolean,
  action: () => Result,
): Result {
  const original = fs[name] as (path: string, ...rest: unknown[]) => void;
  t.mock.method(fs, name, (path: string, ...rest: unknown[]) => {
    if (fails(path)) throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
    original(path, ...rest);
  });
  syncBuiltinESMExports();
  try {
    return action();
  } finally {
    t.mock.restoreAll();
    syncBuiltinESMExports();
  }
}

/** A folder with one file, and the new one beside it that is to take its place. */
function twoFolders(name: string): { folder: string; staged: string } {
  const folder = join(root, name);
  const staged = `${folder}.new`;
  for (const path of [folder, staged]) mkdirSync(path);
  writeFileSync(join(folder, '旧'), '');
  writeFileSync(join(staged, '新'), '');
  return { folder, staged };
}

test('where the new folder cannot be put in its place, the old one is back', (t) => {
  const { folder, staged } = twoFolders('not-moved');
  const move = () =>
    failing(
      t,
      'renameSync',
      (path) => path === staged,
      () => replaceFolder(staged, folder),
    );
  assert.throws(move, /EBUSY/u);
  assert.deepEqual([readdirSync(folder), existsSync(`${staged}.old`)], [['旧'], false]);
});

test('where the old folder cannot be deleted, the new one is in place, and where the old one is left is said', (t) => {
  const { folder, staged } = twoFolders('not-deleted');
  const holdsOld = (path: string) => existsSync(join(path, '旧'));
  const left = failing(t, 'rmSync', holdsOld, () => replaceFolder(staged, folder));
  assert.deepEqual([left, readdirSync(folder), readdirSync(left ?? '')], [`${staged}.old`, ['新'], ['旧']]);
});
