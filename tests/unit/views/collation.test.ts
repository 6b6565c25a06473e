import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readable } from '../../../src/views/aligned-sentences.ts';
import {
  type CollationLine,
  type CollationPiece,
  collate,
  collateMeasure,
  eachUnitOnce,
  linesFor,
  rowEnds,
  type WordsDifference,
} from '../../../src/views/collation.ts';
import { classify } from '../../../src/views/difference-class.ts';
import { countyWithNext, handbookFrom } from '../../fixtures/county.ts';
import { both, checkWith, replace, unsourced } from '../../fixtures/mini.ts';

/** The small plan, whose text says more, less and other than its list. */
const [plan = assert.fail()] = checkWith({
  ...unsourced,
  'plans/mini/measures/01.mdx': both(
    replace('title: 强化要素', 'title: 强化要素保障\nlistTitle: 强化要素支撑。'),
    replace('units: 区甲局、区乙办\ntopics: [funding]\nsearch', 'units: 区乙办\ntopics: [funding]\nsearch'),
    replace(
      '\n深化融资机制，全年组织银企对接会不少于50场。切实降低企业用电成本。',
      '\n深化融资机制，加强宣传，全年组织银企对接会不少于50场。建立服务链条。切实降低企业用电费用。',
    ),
  ),
}).handbook.plans;
const collation = collate(plan);
const { measures, differences } = collation;
const county = handbookFrom(countyWithNext).plans.flatMap((one) => collate(one).measures);

const side = (pieces: readonly CollationPiece[], name: 'plan' | 'list') =>
  pieces.map((piece) => (piece.kind === 'same' ? piece.text : piece.difference[name])).join('');
const sides = (lines: readonly CollationLine[], name: 'plan' | 'list') =>
  lines.map(({ pieces }) => side(pieces, name)).join('');
const words = differences.filter((difference): difference is WordsDifference => difference.class !== 'units');

test('both columns hold every word of the plan and of the list, each row beside its own sentences', () => {
  for (const { measure, lines } of [...measures, ...county]) {
    assert.equal(sides(lines, 'plan'), measure.text);
    assert.equal(sides(lines, 'list'), measure.tasks.map(({ text }) => text).join(''));
    for (const task of measure.tasks) {
      const own = lines.filter(({ tasks }) => tasks.includes(task));
      assert.equal(sides(own, 'list'), task.text);
    }
  }
});

test('a text that its list repeats has no difference', () => {
  for (const { differences } of county)
    assert.deepEqual(
      differences.filter(({ class: name }) => name !== 'units'),
      [],
    );
});

test('each difference has its class, its words on both sides and an address that names its row or measure', () => {
  assert.deepEqual(
    words.map(({ id, class: name, plan, list }) => [id, name, plan, list]),
    [
      ['difference-m1-title-1', 'wording', '保障', '支撑'],
      ['difference-1-1', 'substance', '加强宣传，', ''],
      ['difference-m1-1', 'substance', '建立服务链条。', ''],
      ['difference-2-1', 'wording', '费用', '成本'],
      ['difference-3-1', 'wording', '处', '出'],
    ],
  );
});

test('a sentence that only the plan has stands beside no row', () => {
  const alone = measures.flatMap(({ lines }) => lines.filter(({ tasks }) => tasks.length === 0));
  assert.deepEqual(
    alone.map(({ pieces }) => side(pieces, 'plan')),
    ['建立服务链条。'],
  );
});

test('units are compared by their entries in the registry: two names of one are no difference, each side’s own are told', () => {
  const units = differences.flatMap((difference) => (difference.class === 'units' ? [difference] : []));
  assert.deepEqual(
    units.map(({ id, planOnly, listOnly }) => [id, planOnly.map(({ name }) => name), listOnly.map(({ name }) => name)]),
    [
      ['difference-m1-units', [], ['区甲']],
      ['difference-m2-units', ['相关部门'], []],
    ],
  );
});

test('every unit stands once, as first printed', () => {
  const [task, other] = plan.tasks;
  const units = [...(task?.units ?? []), ...(other?.units ?? [])];
  assert.deepEqual(
    units.map(({ name }) => name),
    ['区甲', '区甲局', '区乙办'],
  );
  assert.deepEqual(
    eachUnitOnce(units).map(({ name }) => name),
    ['区甲', '区乙办'],
  );
});

test('a difference that a correction explains carries its note', () => {
  const notes = Object.fromEntries(words.map(({ id, notes }) => [id, notes.map((note) => note.id)]));
  assert.deepEqual(notes['difference-3-1'], ['m02-chu']);
  assert.deepEqual(notes['difference-1-1'], []);
});

test('each row is named once in the text of its measure, at the end of its words', () => {
  for (const found of [...measures, ...county]) {
    const ends = rowEnds(found);
    assert.deepEqual(
      ends.flatMap(({ tasks }) => tasks),
      found.measure.tasks,
    );
    for (const [index, { end }] of ends.entries())
      assert.ok(end > (ends[index - 1]?.end ?? 0) && end <= found.measure.text.length);
    for (const task of found.measure.tasks) assert.ok(linesFor(found, task).length > 0, task.text);
  }
});

test('without a list there is nothing to compare', () => {
  const measure = { ...(plan.measures[0] ?? assert.fail()), tasks: [] };
  assert.deepEqual(collateMeasure(measure), {
    measure,
    title: undefined,
    lines: [],
    units: undefined,
    differences: [],
  });
});

test('a sentence of which less than half agrees is one difference, from half on its words are compared', () => {
  const line = (same: string) => [
    { same: true as const, text: same },
    { same: false as const, left: '甲'.repeat(10 - same.length), right: '乙' },
  ];
  assert.deepEqual(readable(line('共同四字')), [
    { same: false, left: `共同四字${'甲'.repeat(6)}`, right: '共同四字乙' },
  ]);
  assert.deepEqual(readable(line('共同有五字')), line('共同有五字'));
});

const classes = [
  ['only punctuation', '、', '', '“一企一表”', '“一户一表”', 'punctuation'],
  ['another figure', '4', '5', '不少于', '0场', 'number'],
  ['a digit more', '', '0', '不少于5', '场', 'number'],
  ['another Chinese numeral', '两', '三', '新设', '支子基金', 'number'],
  ['another scale', '万', '亿', '达到10', '元', 'number'],
  ['a clause more', '加强培训，', '', '开展宣传，', '提高能力', 'substance'],
  ['the last item of a series more', '、税务', '', '市场、财政', '等部门', 'wording'],
  ['one word for another', '细则', '意见', '案件办理指导', '》', 'wording'],
  ['a word more inside a clause', '', '型', '面向中小', '企业采购', 'wording'],
] as const;
for (const [title, left, right, before, after, expected] of classes)
  test(`class of a difference: ${title} is ${expected}`, () =>
    assert.equal(classify(left, right, before, after), expected));
