import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  environmentLabel,
  extractedRows,
  listHeading,
  listLabel,
  measureParagraph,
  otherCells,
  starLegend,
  unitsByColumn,
} from '../../../src/model/printed-form.ts';
import type { Plan } from '../../../src/model/types.ts';
import { countyWithNext, handbookFrom, newerPlan, olderPlan } from '../../fixtures/county.ts';
import { planOfShape, shapes } from '../../fixtures/shapes.ts';

const { plans } = handbookFrom(countyWithNext);
const [points, articles] = [newerPlan, olderPlan].map((id) => plans.find((plan) => plan.id === id)) as [Plan, Plan];
const environmentLabels = (plan: Plan) => plan.environments.map((one) => environmentLabel(plan, one));

test('points are counted from one; what is kept as printed has its own numbers', () => {
  assert.deepEqual(environmentLabels(points), ['（一）', '（二）']);
  assert.deepEqual(environmentLabels(articles), ['第二章　', '第三章　', '第四章　']);
});

test('a measure’s paragraph ends in the bracket of its units, with their roles where it states them', () => {
  const paragraph = (plan: Plan) => measureParagraph(plan.measures[0] ?? assert.fail());
  assert.match(
    paragraph(articles),
    /^第二条　便利企业开办。.+（牵头单位：县市场监管局；配合单位：县税务局、县政务数据局）$/u,
  );
  assert.match(paragraph(points), /^1\.保障企业用电。.+（责任单位：青禾供电公司、县发展改革局）$/u);
});

test('units of two columns have the roles that the heads give', () => {
  const shared = articles.tasks[2] ?? assert.fail();
  assert.deepEqual(
    shared.units.map(({ name, role }) => `${name} ${role}`),
    ['县住建局 lead', '县政务数据局 support'],
  );
  assert.deepEqual(
    unitsByColumn(shared).map((units) => units.map(({ name }) => name)),
    [['县住建局'], ['县政务数据局']],
  );
});

test('the list of a plan of points prints its headings and titles with their places', () => {
  const [environment] = points.environments;
  const [measure] = points.measures;
  assert.ok(environment && measure);
  assert.deepEqual([listHeading(points, environment), listLabel(measure)], ['一、要素环境', '(一)保障企业用电']);
});

test('what the head of the list says of rows with `*` is told in its own words, or not at all', () => {
  const legend = (...columns: string[]) => starLegend({ annex: { title: '清单', columns, below: [] } });
  assert.equal(legend('序号', '内容 (*为本地首创)'), '为本地首创');
  assert.equal(legend('序号', '内容（*试点）', '单位'), '试点');
  assert.equal(legend('序号', '内容', '单位（可多个）'), undefined);
  assert.equal(starLegend({}), undefined);
});

test('the cell that names the measure is a fact of its row where it says something else than the title', () => {
  const plan = planOfShape(shapes['units only in the annexed table, which has columns of its own and merged cells']);
  const [task] = plan.tasks;
  assert.ok(task && plan.annex?.measure);
  const { measure } = plan.annex;
  const columns = (cell: string) =>
    otherCells({ ...task, cells: { ...task.cells, [measure]: cell } }).map(({ column }) => column);
  assert.ok(!columns(task.measure.title).includes(measure));
  assert.ok(!columns('').includes(measure));
  assert.ok(columns('另一件事').includes(measure));
  assert.ok(columns('').length > 0);
});

test('a row of an extract has the lines and the name of the measure that are printed with rows left out', () => {
  const plan = planOfShape(shapes['units only in the annexed table, which has columns of its own and merged cells']);
  const [first, second, third] = plan.tasks;
  assert.ok(first && second && third && plan.annex?.measure);
  const { measure } = plan.annex;
  assert.ok(first.above.length > 0 && second.above.length === 0 && !second.cells[measure]);
  const [alone, next] = extractedRows(plan, [second, third]);
  assert.deepEqual(alone?.above, first.above);
  assert.equal(alone?.cells[measure], first.cells[measure]);
  assert.equal(alone?.text, second.text);
  assert.deepEqual(next, third);
  // What the row before shows is not said again, and the whole list is as printed.
  assert.deepEqual(extractedRows(plan, [first, second]), [first, second]);
  assert.deepEqual(extractedRows(plan, plan.tasks), plan.tasks);
});
