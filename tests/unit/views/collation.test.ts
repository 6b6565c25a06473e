import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadHandbook } from '../../../src/checks/check-content.ts';
import type { Measure, Plan } from '../../../src/model/types.ts';
import {
  classify,
  collate,
  type Difference,
  type Line,
  type Piece,
  type WordsDifference,
} from '../../../src/views/collation.ts';

const handbook = loadHandbook('content');
const [plan] = handbook.plans as [Plan];
const collation = collate(plan);
const { measures, differences } = collation;

const words = differences.filter((difference): difference is WordsDifference => difference.class !== 'units');
const numbersOf = (found: readonly Difference[]) => [...new Set(found.map(({ measure }) => measure.number))];
const side = (pieces: readonly Piece[], name: 'plan' | 'list') =>
  pieces.map((piece) => (piece.kind === 'same' ? piece.text : piece.difference[name])).join('');
const sides = (lines: readonly Line[], name: 'plan' | 'list') => lines.map(({ pieces }) => side(pieces, name)).join('');
const ofClass = (name: string) => words.filter((difference) => difference.class === name);

test('both columns hold every word of the plan and of the list', () => {
  for (const { measure, lines } of measures) {
    assert.equal(sides(lines, 'plan'), measure.text);
    assert.equal(sides(lines, 'list'), measure.tasks.map(({ text }) => text).join(''));
  }
});

test('each row of the list stands beside its own sentences', () => {
  for (const { measure, lines } of measures)
    for (const task of measure.tasks)
      assert.equal(
        sides(
          lines.filter(({ tasks }) => tasks.includes(task)),
          'list',
        ),
        task.text,
      );
});

test('wording differs in 17 of the 20 measures', () => {
  assert.deepEqual(
    numbersOf(words),
    plan.measures.map(({ number }) => number).filter((number) => ![6, 10, 19].includes(number)),
  );
});

test('units differ in measures 3, 4, 5, 6, 12, 14, 16 and 18', () => {
  assert.deepEqual(
    numbersOf(differences.filter((difference) => difference.class === 'units')),
    [3, 4, 5, 6, 12, 14, 16, 18],
  );
});

test('a unit that only one of the two names is told with the name printed there', () => {
  const unitsOf = (number: number) => {
    const found = measures[number - 1]?.units;
    return [found?.planOnly.map(({ name }) => name), found?.listOnly.map(({ name }) => name)];
  };
  assert.deepEqual(unitsOf(18), [['区现服办'], ['区商务局']]);
  assert.deepEqual(unitsOf(12), [[], ['各相关街道办事处']]);
  assert.deepEqual(unitsOf(4), [['区财政局', '区市场监管局'], ['区发改局']]);
});

test('two names of one body are no difference', () => {
  const namesIn = (provisions: readonly { units: readonly { name: string }[] }[]) =>
    provisions.flatMap(({ units }) => units.map(({ name }) => name));
  const [measure] = plan.measures.filter(({ number }) => number === 20) as [Measure];
  assert.ok(namesIn([measure]).includes('团区委') && namesIn(measure.tasks).includes('团委'));
  assert.equal(measures[19]?.units, undefined);
});

test('substance: what only the plan or only the list says', () => {
  assert.deepEqual(
    ofClass('substance').map(({ measure, plan, list }) => [measure.number, plan, list]),
    [
      [1, '', '税人缴费人一键确认即可实现工商税务信息同步办理，破除税费'],
      [11, '推行流动服务站点、智慧预勘察，', ''],
      [13, '', '“百日入库”'],
      [17, '建立五位一体的企业全生命周期服务链条，全面促进企业培育发展。', ''],
    ],
  );
});

test('a sentence that only the plan has stands beside no row', () => {
  assert.deepEqual(
    measures
      .flatMap(({ lines }) => lines.filter(({ tasks }) => tasks.length === 0))
      .map(({ pieces }) => side(pieces, 'plan')),
    ['建立五位一体的企业全生命周期服务链条，全面促进企业培育发展。'],
  );
});

test('the title of measure 17 differs, and a full stop after a title is no difference', () => {
  const titles = measures.flatMap(({ measure, title }) =>
    title ? [[measure.number, side(title, 'plan'), side(title, 'list')]] : [],
  );
  assert.deepEqual(titles, [[17, '着力构建高效率服务链', '着力建设高效率服务链']]);
});

test('no number differs between plan and list', () => {
  assert.deepEqual(ofClass('number'), []);
});

test('every difference has an address of its own that names its row or measure', () => {
  const ids = differences.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(ids.includes('difference-13') === false && ids.includes('difference-55-1'));
  assert.ok(ids.includes('difference-m17-1') && ids.includes('difference-m18-units'));
});

test('a difference that the corrections explain carries their notes', () => {
  const notesOn = (id: string) => words.find((difference) => difference.id === id)?.notes.map((note) => note.id);
  assert.deepEqual(notesOn('difference-3-1'), ['m01-lost-words']);
  assert.deepEqual(notesOn('difference-71-1'), ['m16-zhishi', 't71-zhishichanquan']);
  assert.deepEqual(notesOn('difference-50-1'), []);
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
