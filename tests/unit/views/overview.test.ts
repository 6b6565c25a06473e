import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawOverview } from '../../../src/exports/overview-picture.ts';
import { pictureSetter } from '../../../src/exports/setter.ts';
import type { Handbook, Measure, Plan } from '../../../src/model/types.ts';
import { firstUnits, overviewOf } from '../../../src/views/overview.ts';
import { sheetOf, unitWords } from '../../../src/views/overview-sheet.ts';
import { countyReformed, countyWithNext, edited, handbookFrom } from '../../fixtures/county.ts';
import { checkWith, replace } from '../../fixtures/mini.ts';
import { reportedCounty } from '../../fixtures/progress.ts';
import { planOfShape, shapes } from '../../fixtures/shapes.ts';

const { handbook } = checkWith();
const [plan = assert.fail()] = handbook.plans;
const county = handbookFrom(countyWithNext);

/** A plan of the same measures over and over, under one heading or under none. */
function planOf(count: number, change: Partial<Measure> = {}): Plan {
  const measures = Array.from({ length: count }, (_, index) => {
    const [one = assert.fail()] = plan.measures;
    return { ...one, ...change, number: index + 1, mark: String(index + 1) };
  });
  return { ...plan, measures, environments: [] };
}

test('an overview counts what there is, and leaves out what there is not', () => {
  assert.deepEqual(
    overviewOf(plan).counts.map(({ value, label }) => `${value}${label}`),
    ['2个部分', '2条措施', '3项任务', '2个责任单位', '1个量化目标'],
  );
  const { annex: _, ...bare } = { ...planOf(3, { units: [], mentions: [], tasks: [], targets: [] }), targets: [] };
  assert.deepEqual(
    overviewOf({ ...bare, tasks: [] }).counts.map(({ value, label }) => `${value}${label}`),
    ['3条措施'],
  );
});

test('units are counted as the document names them: a reform makes them no more and no fewer', () => {
  const counts = ({ plans }: Handbook) => plans.map((one) => overviewOf(one).counts);
  assert.deepEqual(counts(handbookFrom(countyReformed)), counts(county));
});

test('each measure stands once, in order, below the heading as printed', () => {
  const { groups } = overviewOf(plan);
  assert.deepEqual(
    groups.map(({ title, measures }) => [title, ...measures.map(({ measure }) => measure.number)]),
    [
      ['（一）市场环境', 1],
      ['（二）法治环境', 2],
    ],
  );
});

test('the first units are those that lead, or those that stand first, and the others are counted', () => {
  const [newer = assert.fail(), older = assert.fail()] = county.plans;
  const words = (measures: readonly Measure[]) =>
    measures.map((measure) => unitWords({ measure, first: firstUnits(measure), targets: [] }));
  assert.deepEqual(words(older.measures)[2], '牵头：青禾供电公司，另有2个');
  assert.ok(words(newer.measures).every((one) => !one.includes('牵头')));
  assert.deepEqual(words(plan.measures), ['区甲局，另有1个', '区乙办，另有1个']);
});

test('where the text of a measure names no units, the first ones are those of its rows', () => {
  const [measure = assert.fail()] = plan.measures;
  const { units, others } = firstUnits({ ...measure, units: [], mentions: [] });
  assert.deepEqual([units.map(({ unit }) => unit.id), others], [['jia'], 1]);
  assert.deepEqual(firstUnits({ ...measure, units: [], mentions: [], tasks: [] }), { role: '', units: [], others: 0 });
});

test('a lead by the rule of the document says so, and gives the rule', () => {
  const { handbook: ruled } = checkWith({
    'plans/mini/plan.mdx': replace('annex:', 'leadRule: { words: 各单位要落实责任 }\nannex:'),
  });
  const [one = assert.fail()] = ruled.plans;
  const [measure = assert.fail()] = one.measures;
  const led = { ...measure.units[0], role: 'lead', byRule: '列第一位者为牵头' } as (typeof measure.units)[number];
  const changed = { ...measure, units: [led], mentions: [{ ...measure.mentions[0], units: [led] }] } as Measure;
  const { groups, remarks } = overviewOf({ ...one, environments: [], measures: [changed] });
  assert.match(unitWords(groups[0]?.measures[0] ?? assert.fail()), /^牵头（依全文规则）：/u);
  assert.match(remarks.join(), /列第一位者为牵头/u);
});

test('few measures are set large on A4, many on A3, and of too many it is said that they do not fit', () => {
  const forms = [3, 20, 40, 300].map((count) => sheetOf(handbook, overviewOf(planOf(count))));
  assert.deepEqual(
    forms.map(({ paper, isOne }) => [paper, isOne]),
    [
      ['a4', true],
      ['a4', true],
      ['a3', true],
      ['a3', false],
    ],
  );
  assert.ok((forms[0]?.type ?? 0) > (forms[1]?.type ?? 0));
  assert.ok(forms.every(({ type }) => type >= 9));
});

test('a column holds whole measures in the order of the document, none over another', () => {
  for (const count of [1, 3, 20, 80]) {
    const { columns, height } = sheetOf(handbook, overviewOf(planOf(count, { title: '很长的标题'.repeat(12) })));
    const marks = columns
      .flat()
      .flatMap(({ lines }) => lines.flatMap(({ runs }) => runs.filter(({ kind }) => kind === 'mark')));
    assert.deepEqual(
      marks.map(({ text }) => Number(text)),
      Array.from({ length: count }, (_, index) => index + 1),
    );
    for (const column of columns) {
      let end = 0;
      for (const block of column) {
        assert.ok(block.top >= end);
        end = block.top + block.height;
        for (const { baseline } of block.lines) assert.ok(baseline <= block.height);
      }
      assert.ok(end <= height + 0.001);
    }
  }
});

test('plans of every shape have an overview with each of their measures, and a picture that says them', () => {
  for (const shape of Object.values(shapes)) {
    const of = planOfShape(shape);
    const one = overviewOf(of);
    assert.equal(one.groups.flatMap(({ measures }) => measures).length, of.measures.length);
    const picture = drawOverview(pictureSetter(), one, sheetOf(handbook, one), '手册');
    assert.equal(picture, drawOverview(pictureSetter(), one, sheetOf(handbook, one), '手册'));
    assert.doesNotMatch(picture, /undefined|NaN|Infinity/u);
    for (const { title } of of.measures) assert.ok(picture.includes(`aria-label="${[...title][0]}`), title);
  }
});

test('a few entries of progress and the code of its address leave a plan on A4', () => {
  const [one = assert.fail()] = plan.measures;
  const [target = assert.fail()] = one.targets;
  const source = { title: '测试用的通报', url: 'https://www.example.gov.cn/made-up' };
  const entry = { date: '2025-11-30', value: target.value, words: `已完成${target.value}${target.unit}`, source };
  const of = planOf(24);
  const few: Plan = {
    ...of,
    measures: of.measures.map((measure, index) =>
      index % 7 === 0 ? { ...measure, targets: [{ ...target, progress: [entry] }] } : measure,
    ),
  };
  assert.equal(
    overviewOf(few).groups.flatMap(({ measures }) => measures.filter(({ targets }) => targets[0]?.reported)).length,
    4,
  );
  const published = { ...handbook, site: { ...handbook.site, origin: 'https://www.example.gov.cn' } };
  for (const book of [handbook, published]) {
    const { paper, isOne } = sheetOf(book, overviewOf(few));
    assert.deepEqual([paper, isOne], ['a4', true]);
  }
});

test('the last that was published of a target stands behind it on the sheet and in the picture, and takes its room', () => {
  const words = (of: Plan, book: Handbook) => {
    const sheet = sheetOf(book, overviewOf(of));
    const lines = sheet.columns.flatMap((column) => column.flatMap((block) => block.lines));
    return { sheet, texts: lines.map(({ runs }) => runs.map(({ text }) => text).join('')) };
  };
  const reported = handbookFrom(edited(countyWithNext, reportedCounty));
  const [of = assert.fail()] = reported.plans;
  const [before = assert.fail()] = county.plans;
  const [after, without] = [words(of, reported), words(before, county)];
  assert.match(after.texts.join(''), /（截至2025年11月30日公布41场）/u);
  assert.equal(after.texts.join('').match(/公布/gu)?.length, 3);
  assert.ok(after.texts.length > without.texts.length);
  assert.match(overviewOf(of).remarks.join(), /有公布进展的附后，不是.+内容；其余还没有收录进展/u);
  assert.match(overviewOf(before).remarks.join(), /提出的目标，不是完成情况/u);
});
