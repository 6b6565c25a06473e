import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as accept } from 'node:test';
import { loadHandbook } from '../../src/checks/check-content.ts';
import { dataTables } from '../../src/exports/dataset/files.ts';
import { contentFolder } from '../../src/loader/folder.ts';
import { contentFiles } from '../../src/loader/paths.ts';
import { dutiesIn } from '../../src/model/duties.ts';
import type { Measure, Plan, Responsibility } from '../../src/model/types.ts';
import { quotedIn } from '../../src/text/quotations.ts';
import { type CollationDifference, type CollationPiece, collate } from '../../src/views/collation.ts';
import { termsOf } from '../../src/views/glossary.ts';
import { supportParts, tasksWithoutTopics, topicsOfKind } from '../../src/views/support.ts';
import { unitMentionsIn } from '../../src/views/unit-mentions.ts';

/*
 * What is true of this one document, and of no other: the acceptance of its content against the document as received. Where
 * the content folder does not hold the document, there is nothing to accept.
 */
const handbook = loadHandbook(contentFolder);
const found = handbook.plans.find(({ number }) => number === '东政办〔2025〕2号');
const test = (title: string, body: () => void) =>
  accept(title, { skip: found ? false : 'the content folder does not hold this document' }, body);
const plan = found as Plan;
const source = found ? readFileSync(join(contentFolder, contentFiles.source(plan.id)), 'utf8') : '';

test('the handbook holds all of the document', () => {
  assert.equal(plan.environments.length, 6);
  assert.deepEqual(
    plan.measures.map(({ number }) => number),
    Array.from({ length: 20 }, (_, index) => index + 1),
  );
  assert.deepEqual(
    plan.tasks.map(({ number }) => number),
    Array.from({ length: 86 }, (_, index) => index + 1),
  );
  assert.equal(plan.tasks.filter(({ innovation }) => innovation).length, 38);
  assert.equal(plan.targets.length, 18);
  assert.equal(plan.limits.length, 5);
});

test('it names 25 units, 3 collectives and 5 groups that are no body', () => {
  const named = handbook.units.filter(
    (unit) => dutiesIn(plan, unit).measures.length > 0 || dutiesIn(plan, unit).tasks.length > 0,
  );
  const count = (kind: string) => named.filter((unit) => unit.kind === kind).length;
  assert.deepEqual([count('unit'), count('collective'), count('group')], [25, 3, 5]);
});

test('its open data have 20 measures, 86 tasks, 18 targets and 33 units', () => {
  assert.deepEqual(Object.fromEntries(dataTables(handbook, plan).map(({ name, rows }) => [name, rows])), {
    measures: 20,
    tasks: 86,
    targets: 18,
    limits: 5,
    units: 33,
  });
});

test('each measure has the tasks that the list gives it', () => {
  const last = [3, 8, 14, 17, 22, 26, 31, 35, 40, 44, 50, 53, 56, 62, 65, 71, 73, 78, 81, 86];
  assert.deepEqual(
    plan.measures.map(({ tasks }) => tasks.at(-1)?.number),
    last,
  );
});

/** The names of a cell by the marks between them alone: `、`, and `等` before a group. */
const namesIn = (cell: string) => new Set(cell.split(/、|等/u).map((name) => name.trim()));
const printedNames = (units: readonly Responsibility[]) => new Set(units.map(({ name }) => name));

test('the units of each measure are those printed in its bracket', () => {
  const brackets = [...source.matchAll(/（责任单位：([^）]*)）/gu)].map(([, cell = '']) => namesIn(cell));
  assert.equal(brackets.length, 20);
  for (const [index, measure] of plan.measures.entries())
    assert.deepEqual(printedNames(measure.units), brackets[index]);
});

/** The cells that the transcription ran together or left blank, as the notes on the source read them. */
const restored: Record<number, string> = {
  8: '区发改局等信用体系建设相关部门、各街道办事处',
  35: '区商务局、区综保办',
  39: '区商务局、区交通局',
  40: '区商务局、区交通局',
  63: '区发改局、区经科局',
  64: '区经科局、各街道办事处',
  65: '区商务局、区经科局',
  66: '区财政局',
  67: '区财政局',
  68: '区财政局、区产发公司',
  69: '区财政局、区产发公司',
  70: '区财政局、区产发公司',
  71: '区经科局、区政办、区财政局',
};

test('the units of each task are those printed in its row, or those that its run-together cell gives', () => {
  const cells = new Map(
    source
      .replace(/<[^>]*>/gu, '')
      .split('\n')
      .filter((row) => /^\d+\t/u.test(row))
      .map((row) => row.split('\t'))
      .map(([number, , , units = '']) => [Number(number), units.replace(/\s/gu, '')]),
  );
  assert.equal(cells.size, 86);
  for (const { number, units } of plan.tasks)
    assert.deepEqual(printedNames(units), namesIn(restored[number] ?? cells.get(number) ?? ''), `第${number}项`);
});

test('bodies of two printed names are one unit', () => {
  const unitOf = (number: number, name: string) =>
    plan.tasks[number - 1]?.units.find((responsibility) => responsibility.name === name)?.unit.id;
  assert.ok(unitOf(15, '区政府办'));
  assert.equal(unitOf(15, '区政府办'), unitOf(71, '区政办'));
  const named = (name: string) => handbook.units.find((unit) => [unit.name, ...unit.aliases].includes(name))?.id;
  assert.equal(named('团区委'), named('团委'));
  assert.equal(named('各街道办事处'), named('各相关街道办事处'));
});

test('the numbers of the document are targets, and limits are kept apart', () => {
  const figures = (measure: Measure | undefined) => measure?.targets.map(({ value, unit }) => `${value}${unit}`);
  const byMeasure = Object.fromEntries(
    plan.measures.filter(({ targets }) => targets.length > 0).map((measure) => [measure.number, figures(measure)]),
  );
  assert.deepEqual(byMeasure, {
    4: ['50场'],
    7: ['90%'],
    9: ['1000000000元', '1000列'],
    12: ['12个'],
    13: ['100个'],
    14: ['100家', '40家'],
    16: ['4000000000元', '2支', '1支', '1支'],
    18: ['50%', '2家', '2家'],
    19: ['4场', '2家'],
    20: ['10000人'],
  });
  assert.deepEqual(
    plan.limits.map(({ measure, value, unit, kind }) => `${measure.number} ${value}${unit} ${kind}`),
    ['13 100日 deadline', '13 100日 deadline', '13 100日 deadline', '16 100% ceiling', '16 100% ceiling'],
  );
});

test('every unit is 责任单位: the document prints no other role', () => {
  assert.doesNotMatch(source, /牵头单位|配合单位|（牵头|（配合/u);
  for (const { units } of [...plan.measures, ...plan.tasks])
    for (const { role } of units) assert.equal(role, 'responsible');
});

test('one unit is named by the plan’s text alone, and one by the list alone', () => {
  const differing = (name: string) => {
    const unit = handbook.units.find((one) => one.name === name) ?? assert.fail(name);
    return unitMentionsIn(plan, unit)
      .flatMap(({ mentions }) => mentions)
      .filter(({ difference }) => difference)
      .map(({ measure, inPlan }) => [measure.number, inPlan ? '方案' : '清单']);
  };
  assert.deepEqual(differing('区现服办'), [[18, '方案']]);
  assert.deepEqual(differing('区商务局'), [[18, '清单']]);
});

const measuresWith = (differs: (difference: CollationDifference) => boolean) => [
  ...new Set(
    collate(plan)
      .differences.filter(differs)
      .map(({ measure }) => measure.number),
  ),
];

test('wording of plan and list differs in 17 of the 20 measures, units in 8, no number anywhere', () => {
  assert.deepEqual(
    measuresWith((difference) => difference.class !== 'units'),
    plan.measures.map(({ number }) => number).filter((number) => ![6, 10, 19].includes(number)),
  );
  assert.deepEqual(
    measuresWith((difference) => difference.class === 'units'),
    [3, 4, 5, 6, 12, 14, 16, 18],
  );
  assert.deepEqual(
    measuresWith((difference) => difference.class === 'number'),
    [],
  );
});

test('what only the plan or only the list says', () => {
  const { differences, measures } = collate(plan);
  assert.deepEqual(
    differences.flatMap((one) => (one.class === 'substance' ? [[one.measure.number, one.plan, one.list]] : [])),
    [
      [1, '', '税人缴费人一键确认即可实现工商税务信息同步办理，破除税费'],
      [11, '推行流动服务站点、智慧预勘察，', ''],
      [13, '', '“百日入库”'],
      [17, '建立五位一体的企业全生命周期服务链条，全面促进企业培育发展。', ''],
    ],
  );
  const side = (pieces: readonly CollationPiece[], name: 'plan' | 'list') =>
    pieces.map((piece) => (piece.kind === 'same' ? piece.text : piece.difference[name])).join('');
  const titles = measures.flatMap(({ measure, title }) =>
    title ? [[measure.number, side(title, 'plan'), side(title, 'list')]] : [],
  );
  assert.deepEqual(titles, [[17, '着力构建高效率服务链', '着力建设高效率服务链']]);
});

test('units that only the plan or only the list names, and the notes that explain differences', () => {
  const { measures, differences } = collate(plan);
  const own = (number: number) => {
    const found = measures[number - 1]?.units;
    return [found?.planOnly.map(({ name }) => name), found?.listOnly.map(({ name }) => name)];
  };
  assert.deepEqual(own(18), [['区现服办'], ['区商务局']]);
  assert.deepEqual(own(12), [[], ['各相关街道办事处']]);
  assert.deepEqual(own(4), [['区财政局', '区市场监管局'], ['区发改局']]);
  const notesOn = (id: string) =>
    differences.flatMap((one) => (one.id === id && one.class !== 'units' ? one.notes.map((note) => note.id) : []));
  assert.deepEqual(notesOn('difference-3-1'), ['m01-lost-words']);
  assert.deepEqual(notesOn('difference-71-1'), ['m16-zhishi', 't71-zhishichanquan']);
});

test('every quoted term of the document is among the terms', () => {
  const known = new Set(termsOf({ plans: [plan] }).map(({ term }) => term));
  const quoted = quotedIn(source.replace(/\s+/gu, ''));
  assert.ok(quoted.length > 0);
  assert.deepEqual(
    quoted.filter((term) => !known.has(term)),
    [],
  );
});

test('every task answers a need, or is marked as serving no enterprise directly, and no topic leads nowhere', () => {
  const without = new Set(tasksWithoutTopics(plan));
  for (const task of plan.tasks)
    assert.notEqual(topicsOfKind(task.topics, 'need').length > 0, without.has(task), `第${task.number}项`);
  for (const topic of handbook.topics) assert.ok(supportParts(handbook, topic).length > 0, topic.name);
});
