import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  environmentLabel,
  listHeading,
  listLabel,
  measureLabel,
  measureParagraph,
  starLegend,
  unitCells,
  unitsByColumn,
} from '../../../src/model/printed-form.ts';
import type { Plan } from '../../../src/model/types.ts';
import { countyWithNext, handbookFrom, newerPlan, olderPlan } from '../../fixtures/county.ts';

const { plans } = handbookFrom(countyWithNext);
const [points, articles] = [newerPlan, olderPlan].map((id) => plans.find((plan) => plan.id === id)) as [Plan, Plan];
const environmentLabels = (plan: Plan) => plan.environments.map((one) => environmentLabel(plan, one));
const measureLabels = (plan: Plan) => plan.measures.map((measure) => measureLabel(plan, measure));

test('chapters and articles are counted on from those that stand before the measures', () => {
  assert.deepEqual(environmentLabels(articles), ['第二章　', '第三章　', '第四章　']);
  assert.deepEqual(measureLabels(articles), ['第二条　', '第三条　', '第四条　', '第五条　', '第六条　']);
});

test('points are counted from one', () => {
  assert.deepEqual(environmentLabels(points), ['（一）', '（二）']);
  assert.deepEqual(measureLabels(points), ['1.', '2.', '3.']);
});

test('a measure’s paragraph ends in the bracket of its units, with their roles where it states them', () => {
  const paragraph = (plan: Plan) => measureParagraph(plan, plan.measures[0] ?? assert.fail());
  assert.match(
    paragraph(articles),
    /^第二条　便利企业开办。.+（牵头单位：县市场监管局；配合单位：县税务局、县政务数据局）$/u,
  );
  assert.match(paragraph(points), /^1\.保障企业用电。.+（责任单位：青禾供电公司、县发展改革局）$/u);
});

test('units of two columns have the roles that the heads give, and their cells as printed', () => {
  const [, shared, alone] = [0, 2, 3].map((index) => articles.tasks[index] ?? assert.fail());
  assert.deepEqual(
    shared?.units.map(({ name, role }) => `${name} ${role}`),
    ['县住建局 lead', '县政务数据局 support'],
  );
  assert.deepEqual(
    unitsByColumn(articles, shared ?? assert.fail()).map((units) => units.map(({ name }) => name)),
    [['县住建局'], ['县政务数据局']],
  );
  assert.deepEqual(unitCells(articles, shared ?? assert.fail()), ['县住建局', '县政务数据局']);
  assert.deepEqual(unitCells(articles, alone ?? assert.fail()), ['县住建局', '']);
});

test('the list prints headings and labels in the form that the plan’s record gives', () => {
  const [environment] = points.environments;
  const [measure] = points.measures;
  assert.ok(environment && measure && points.annex);
  const labelled = (annex: Partial<NonNullable<Plan['annex']>>) => {
    const plan = { ...points, annex: { ...points.annex, ...annex } } as Plan;
    return [listHeading(plan, environment), listLabel(plan, measure)];
  };
  assert.deepEqual(labelled({}), ['一、要素环境', '(一)保障企业用电']);
  assert.deepEqual(labelled({ headings: '（一）', labels: '1.' }), ['（一）要素环境', '1.保障企业用电']);
  assert.deepEqual(labelled({ headings: '无', labels: '无' }), [undefined, '保障企业用电']);
  assert.equal(labelled({ labels: '（一）' })[1], '（一）保障企业用电');
});

test('what the head of the list says of rows with `*` is told in its own words, or not at all', () => {
  const legend = (...columns: string[]) => starLegend({ annex: { title: '清单', columns, below: [] } });
  assert.equal(legend('序号', '内容 (*为本地首创)'), '为本地首创');
  assert.equal(legend('序号', '内容（*试点）', '单位'), '试点');
  assert.equal(legend('序号', '内容', '单位（可多个）'), undefined);
  assert.equal(starLegend({}), undefined);
});
