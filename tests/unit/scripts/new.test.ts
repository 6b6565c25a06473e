import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { checkFolder } from '../../../src/checks/check-content.ts';
import { normalForm } from '../../../src/loader/format.ts';
import { fileKinds } from '../../../src/schema/content-types.ts';
import { explanation } from '../../../src/schema/primitives.ts';
import { siteSchema } from '../../../src/schema/site.ts';
import { mini, readFolder, replace, writeFolder } from '../../fixtures/mini.ts';
import { runScript } from '../../fixtures/run-script.ts';

const root = mkdtempSync(join(tmpdir(), 'handbook-new-'));
after(() => rmSync(root, { recursive: true }));

/** Runs the command on the small folder. */
async function runNew(name: string, ...options: string[]) {
  const folder = join(root, name);
  writeFolder(folder);
  const { code, output } = await runScript('scripts/new.ts', folder, ...options);
  const added = Object.keys(readFolder(folder)).filter((file) => !(file in mini));
  const text = (file: string) => readFileSync(join(folder, file), 'utf8');
  const checked = checkFolder(folder);
  return { code, output, added, text, problems: checked.ok ? [] : checked.problems };
}

test('a new unit is registered; all that is left is to name it in a measure or task', async () => {
  const { code, output, added, text, problems } = await runNew('unit', 'unit', 'bing', '区丙局');
  assert.equal(code, 0, output);
  assert.match(output, /新建了 .*units\/bing\.yaml\n下一步：/u);
  assert.deepEqual(added, ['units/bing.yaml']);
  assert.equal(text('units/bing.yaml'), 'name: 区丙局\nkind: unit\n');
  assert.deepEqual(
    problems.map(({ file, path }) => [file, ...path]),
    [['units/bing.yaml', 'name']],
  );
});

test('a list that a handbook may do without is begun empty, which the check passes; one that is there stays', async () => {
  const { code, output, added, problems } = await runNew('redirects', 'redirects');
  assert.equal(code, 0, output);
  assert.deepEqual(added, ['redirects.yaml']);
  assert.deepEqual(problems, []);
  const again = await runScript('scripts/new.ts', join(root, 'redirects'), 'redirects');
  assert.equal(again.code, 1);
  assert.match(again.output, /已经有这个文件/u);
});

test('a new topic comes last of its kind; all that is left is to use it', async () => {
  const need = await runNew('need', 'topic', 'tax', '办税');
  assert.equal(need.text('topics/tax.yaml'), 'name: 办税\nkind: need\norder: 3\n');
  assert.deepEqual(
    need.problems.map(({ file }) => file),
    ['topics/tax.yaml'],
  );
  const stage = await runNew('stage', 'topic', 'closing', '退出', '--kind', 'stage');
  assert.equal(stage.text('topics/closing.yaml'), 'name: 退出\nkind: stage\norder: 1\n');
});

test('a new measure has the next numbers, and the check lists what is to be filled in, and nothing else', async () => {
  const { code, output, added, text, problems } = await runNew('measure', 'measure');
  const file = 'plans/mini/measures/03.mdx';
  assert.equal(code, 0, output);
  assert.deepEqual(added, [file]);
  assert.match(text(file), /^number: 3\n[\s\S]*^environment: 法治环境\n[\s\S]*^ {2}- number: 4\n/mu);
  assert.equal(normalForm(text(file), file, fileKinds.measures.schema), text(file));
  assert.deepEqual(
    problems.map((problem) => [problem.file, problem.path.join('.')]),
    [
      [file, 'title'],
      [file, 'units'],
      [file, 'topics'],
      [file, 'tasks.0.text'],
      [file, 'tasks.0.units'],
      [file, ''],
    ],
  );
});

test('every unit that plans name and none registers is registered at once, with its id by sound and its kind by its words', async () => {
  const folder = join(root, 'units');
  const changes = {
    'plans/mini/measures/01.mdx': replace(
      'units: 区甲局、区乙办',
      'units: 区商务局、区商悟局、各街道办事处、有关部门、区甲局',
    ),
  };
  writeFolder(folder, changes);
  const { code, output } = await runScript('scripts/new.ts', folder, 'units');
  assert.equal(code, 0, output);
  const added = Object.entries(readFolder(folder)).filter(([file]) => !(file in mini));
  assert.deepEqual(added.map(([file, bytes]) => [file, String(bytes)]).sort(), [
    ['units/jiedaobanshi-chu.yaml', 'name: 各街道办事处\nkind: collective\n'],
    ['units/shangwu-ju-2.yaml', 'name: 区商悟局\nkind: unit\n'],
    ['units/shangwu-ju.yaml', 'name: 区商务局\nkind: unit\n'],
    ['units/youguanbu-men.yaml', 'name: 有关部门\nkind: group\n'],
  ]);
});

test('a handbook begins with its settings, each with what it means, and the check asks for nothing of them but their words', async () => {
  const folder = join(root, 'handbook');
  const { code, output } = await runScript('scripts/new.ts', folder, 'handbook');
  assert.equal(code, 0, output);
  const written = readFolder(folder);
  assert.deepEqual(Object.keys(written).sort(), ['search/thesaurus.yaml', 'site.yaml']);
  const settings = String(written['site.yaml']);
  for (const [field, schema] of Object.entries(siteSchema.shape))
    assert.ok(settings.includes(`# ${explanation(schema.meta())}\n${field}:`), field);
  assert.equal(normalForm(settings, 'site.yaml', siteSchema), settings);
  writeFolder(folder, {
    'site.yaml': settings.replace('name:', 'name: 手册').replace('description:', 'description: 一句话'),
  });
  assert.ok(checkFolder(folder).ok);
  const again = await runScript('scripts/new.ts', folder, 'handbook');
  assert.equal(again.code, 1);
  assert.match(again.output, /都有了/u);
});

for (const [what, says, options] of [
  ['every unit registered', /都登记过了/u, ['units']],
  ['a file that is there', /已经有这个文件/u, ['unit', 'jia', '区丁局']],
  ['a name that is registered', /“区甲”已经有了，在 .*units\/jia\.yaml/u, ['unit', 'ding', '区甲']],
  ['an id that cannot stand in an address', /编号“区丁”不行/u, ['unit', '区丁', '区丁局']],
  ['a kind that is none', /--kind 只能是 need、audience、stage/u, ['topic', 'tax', '办税', '--kind', 'unit']],
  ['a plan that is not there', /plans 里有：mini/u, ['measure', '--plan', 'maxi']],
  ['a word that it does not know', /^用法：/u, ['plan']],
  ['an option that it does not know', /^用法：/u, ['unit', 'ding', '区丁局', '--order', '1']],
] as const)
  test(`${what} is refused with the reason, and nothing is written`, async () => {
    const { code, output, added, text } = await runNew(`refused-${options.join('-')}`, ...options);
    assert.equal(code, 1);
    assert.match(output, says);
    assert.deepEqual(added, []);
    assert.equal(text('units/jia.yaml'), mini['units/jia.yaml']);
  });
