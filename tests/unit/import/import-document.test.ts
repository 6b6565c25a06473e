import assert from 'node:assert/strict';
import { matchesGlob } from 'node:path';
import { test } from 'node:test';
import { differences } from '../../../src/checks/fidelity/compare.ts';
import { importDocument } from '../../../src/import/import-document.ts';
import { normalForm } from '../../../src/loader/format.ts';
import { contentFiles } from '../../../src/loader/paths.ts';
import { readContent } from '../../../src/loader/read.ts';
import { isSealOf } from '../../../src/loader/seal.ts';
import { assemble } from '../../../src/model/assemble.ts';
import type { Plan } from '../../../src/model/types.ts';
import { fileKindNames, fileKinds } from '../../../src/schema/content-types.ts';
import { county, olderPlan, withoutList } from '../../fixtures/county.ts';
import { articles, asText, asWord, decimals, items } from '../../fixtures/documents.ts';
import { checkFiles, day, filesWith } from '../../fixtures/mini.ts';

const folder = contentFiles.planFolder(olderPlan);
const sourcePath = contentFiles.source(olderPlan);
const source = Buffer.from(county[sourcePath] ?? assert.fail()).toString('utf8');
const contentOf = (files: Readonly<Record<string, Uint8Array>>) =>
  Object.entries(files).map(([path, bytes]) => ({ path, bytes }));
const content = contentOf(county).filter(({ path }) => !path.startsWith(folder));
const known = planOf(assemble(readContent(contentOf(county)).entries, day).plans);

function planOf(plans: readonly Plan[]): Plan {
  return plans.find(({ id }) => id === olderPlan) ?? assert.fail();
}

/** Imports a document as the county's plan, and reads the draft with a choice of topics that stands in for the editor's. */
async function imported(text: string) {
  const { files, report } = await importDocument('方案.txt', Buffer.from(text), olderPlan, content);
  const drafted = [...files].map(([path, file]) => ({
    path,
    bytes:
      typeof file === 'string'
        ? Buffer.from(path.includes('/measures/') ? file.replace('\n', '\ntopics: [loans]\n') : file)
        : file,
  }));
  const problems = checkFiles([...content, ...drafted]).problems.filter(({ file }) => file.startsWith(folder));
  return {
    files,
    report,
    problems,
    /** The plan, where its files are valid one by one. */
    get plan() {
      return planOf(assemble(readContent([...content, ...drafted]).entries, day).plans);
    },
  };
}

const { files, report, problems, plan } = await imported(source);

test('a plan of chapters and articles, with columns for 牵头 and 配合, is imported with the measures, tasks and units of its content', () => {
  assert.deepEqual(problems, []);
  const provisions = ({ measures, tasks }: Plan) => ({
    measures: measures.map(({ number, title, listTitle, environment, text, unitsText, units }) => ({
      number,
      title,
      listTitle,
      environment: environment?.title,
      text,
      unitsText,
      units: units.map(({ unit, role }) => [unit.id, role]),
    })),
    tasks: tasks.map(({ number, measure, innovation, text, unitsText, units }) => ({
      number,
      measure: measure.number,
      innovation,
      text,
      unitsText,
      units: units.map(({ unit, role }) => [unit.id, role]),
    })),
  });
  assert.deepEqual(provisions(plan), provisions(known));
});

test('its record, numbering, columns and own text are those of its content, blanks as printed', () => {
  for (const field of ['title', 'heading', 'number', 'issuer', 'issuedOn', 'issuedText', 'numbering', 'annex'] as const)
    assert.deepEqual(plan[field], known[field], field);
  // Where an upper document is public says the editor alone.
  assert.deepEqual(
    plan.basis,
    known.basis.map(({ title, number }) => ({ title, number })),
  );
  const words = ({ blocks }: Plan) => blocks.map((block) => (block.kind !== 'measures' ? block.text : block.kind));
  assert.deepEqual(words(plan), words(known));
});

test('its draft keeps the document as source.txt and equals it to the character', () => {
  assert.equal(files.get(sourcePath), source);
  assert.ok(isSealOf(String(files.get(contentFiles.seal(olderPlan))), source));
  assert.equal(files.has(contentFiles.received(olderPlan, 'txt')), false);
  assert.deepEqual(differences(plan, source), []);
  assert.match(report, /一字不差，存成 `source\.txt`/u);
});

test('an article that page ends have broken is joined, and the draft still equals its source', async () => {
  const broken = source.replace('推广不停电作业', '推广不停\n\n电作业');
  assert.notEqual(broken, source);
  const { plan: joined, files } = await imported(broken);
  assert.equal(joined.measures[2]?.text, known.measures[2]?.text);
  assert.ok(joined.corrections.some(({ kind }) => kind === 'break'));
  assert.equal(files.get(sourcePath), broken);
  assert.deepEqual(differences(joined, broken), []);
});

test('an article of two paragraphs is proved against its source, too', async () => {
  const parted = source.replace('补助100%。清理', '补助100%。\n\n清理');
  assert.notEqual(parted, source);
  const { plan, files } = await imported(parted);
  assert.deepEqual(
    plan.measures.map(({ printed }) => printed?.length),
    [1, 1, 2, 1, 1],
  );
  assert.equal(files.get(sourcePath), parted);
});

const signed = '青禾县人民政府办公室\n2024年5月16日印发';
const others: { title: string; edit: (text: string) => string }[] = [
  { title: 'page numbers', edit: (text) => text.replace('第二章', '—1—\n第二章').replace('7\t', '— 2 —\n7\t') },
  {
    title: 'an issuer beside its date',
    edit: (text) => text.replace(signed, '青禾县人民政府办公室　　2024年5月16日印发'),
  },
  {
    title: 'a signature and its date above the plan, copies, publicity, and another office that printed it',
    edit: (text) =>
      text
        .replace('现印发给你们。\n', '现印发给你们。\n青禾县人民政府办公室\n2024年5月15日\n（此件公开发布）\n')
        .replace(signed, '抄送：县委，\n县人大。\n青禾县人民政府秘书局　2024年5月16日印发'),
  },
  { title: 'a table above the list', edit: (text) => text.replace('第五章', '指标\t单位\n开工\t个\n第五章') },
  { title: 'words below a heading', edit: (text) => text.replace('第二章　准入环境', '第二章　准入环境\n聚焦企业。') },
  {
    title: 'a list without numbers',
    edit: (text) => text.replace(/\([一二三四五]\)/gu, '').replace(/\n[一二三]、.{4}(?=\n\d)/gu, ''),
  },
  {
    title: 'a list with other numbers',
    edit: (text) => text.replace(/\(([一二三四五])\)/gu, '（$1）').replace(/\n([一二三])、(?=.{4}\n\d)/gu, '\n（$1）'),
  },
];
for (const { title, edit } of others)
  test(`a document with ${title} is proved against its source, too`, async () => {
    const changed = edit(source);
    assert.notEqual(changed, source);
    const { files, problems, plan, report } = await imported(changed);
    assert.deepEqual(problems, []);
    assert.equal(files.get(sourcePath), changed, report);
    assert.deepEqual(differences(plan, changed), []);
    const { measures, tasks } = plan;
    assert.deepEqual([measures.length, tasks.length], [known.measures.length, known.tasks.length]);
  });

test('a draft that is not its source to the character comes without source.txt, and the report says where they differ', async () => {
  const [head, ...rows] = source.split('\n').filter((line) => /^(?:序号|\d+)\t/u.test(line));
  const table = [head, ...rows].join('\n');
  const stacked = source.replace(table, '').replace(/^\d+\t.*\n|^序号\t.*\n|^[一二三]、.{4}\n(?=\d)/gmu, '');
  const cells = '序号\n主要内容\n责任单位\n1\n推行一网通办。\n县税务局\n2\n压减环节。\n县税务局';
  const { files, report, problems } = await imported(stacked.replace(/\n青禾县人民政府办公室\n/u, `\n${cells}$&`));
  assert.equal(files.has(sourcePath), false);
  assert.ok(files.has(contentFiles.received(olderPlan, 'txt')));
  assert.deepEqual(problems, []);
  assert.match(report, /草稿与文件有 \d+ 处不同（见下），没有放 `source\.txt`/u);
  assert.match(report, /## 与收到的文件不同的地方（\d+）\n\n- 第 \d+ 行，清单的标题和表头：/u);
});

test('columns of departments keep their heads, in the list and in each task', async () => {
  const { plan: renamed, problems } = await imported(source.replace('\t牵头单位\t配合单位', '\t牵头部门\t配合部门'));
  assert.deepEqual(problems, []);
  assert.deepEqual(renamed.annex?.columns.slice(3), ['牵头部门', '配合部门']);
  assert.equal(renamed.tasks[0]?.unitsText, '牵头部门：县市场监管局；配合部门：县税务局、县政务数据局');
});

test('columns of units with other heads are kept as printed, and give the roles that they name', async () => {
  const {
    plan: renamed,
    files,
    problems,
  } = await imported(source.replace('\t牵头单位\t配合单位', '\t主办单位\t协办单位'));
  assert.deepEqual(problems, []);
  assert.deepEqual(renamed.annex?.columns.slice(3), ['主办单位', '协办单位']);
  assert.deepEqual(
    [...new Set(renamed.tasks.flatMap(({ units }) => units.map(({ role }) => role)))],
    ['lead', 'support'],
  );
  assert.ok(files.has(sourcePath));
});

test('a list without a column for measures is kept as it is printed', async () => {
  const table = source.replace(/^(序号|\d+)\t[^\t]*\t/gmu, '$1\t');
  const { problems, files, plan: kept } = await imported(table);
  assert.deepEqual(problems, []);
  assert.deepEqual(kept.annex?.columns, ['序号', '主要内容', '牵头单位', '配合单位']);
  assert.equal(String(files.get(sourcePath)), table);
});

test('every file of a draft is in the form that npm run format leaves as it is', async () => {
  const small = [...filesWith({})].map(([path, bytes]) => ({ path, bytes }));
  const drafts = [
    files,
    (await importDocument('方案.docx', await asWord(articles), 'next', small)).files,
    (await importDocument('方案.txt', asText(items), 'next', small)).files,
    (await importDocument('方案.txt', asText(decimals), 'next', small)).files,
  ];
  for (const draft of drafts) {
    const formed = [...draft].flatMap(([path, text]) => {
      const kind = fileKindNames.find((one) => matchesGlob(path, fileKinds[one].pattern));
      return kind ? [{ path, text, form: normalForm(String(text), path, fileKinds[kind].schema) }] : [];
    });
    assert.ok(formed.length > 3);
    for (const { path, text, form } of formed) assert.equal(form, text, path);
  }
});

test('a document without a list is a draft that the check passes, proved against its source, with its numbers by their measures', async () => {
  const alone = withoutList(olderPlan)[sourcePath]?.(source) ?? assert.fail();
  const { plan: listless, problems, files } = await imported(alone);
  assert.deepEqual(problems, []);
  assert.equal(String(files.get(sourcePath)), alone);
  assert.equal(listless.annex, undefined);
  assert.deepEqual(listless.tasks, []);
  const numbers = ({ targets, limits }: Plan) => [...targets, ...limits].map(({ value, unit }) => `${value}${unit}`);
  assert.deepEqual(numbers(listless).toSorted(), numbers(plan).toSorted());
  for (const { provision, measure } of listless.targets) assert.equal(provision, measure);
});
