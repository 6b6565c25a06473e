import assert from 'node:assert/strict';
import { test } from 'node:test';
import { environmentLabel, measureLabel, unitCells } from '../../../src/model/printed-form.ts';
import { checkTwoPlans, secondPlan } from '../../fixtures/two-plans.ts';

const { handbook, problems } = checkTwoPlans();
const plan = handbook.plans.find(({ id }) => id === secondPlan) ?? assert.fail();

test('a plan of chapters, articles and two columns of units passes the check, its source to the letter included', () => {
  assert.deepEqual(problems, []);
});

test('chapters and articles are counted on from those that stand before the measures', () => {
  assert.deepEqual(
    plan.environments.map((environment) => environmentLabel(plan, environment)),
    ['第二章　', '第三章　', '第四章　'],
  );
  assert.deepEqual(
    plan.measures.map((measure) => measureLabel(plan, measure)),
    ['第二条　', '第三条　', '第四条　', '第五条　', '第六条　'],
  );
});

test('units of two columns have the roles that the heads of the columns give, and their cells as printed', () => {
  const task = plan.tasks[6] ?? assert.fail();
  assert.deepEqual(
    task.units.map(({ name, role }) => `${name} ${role}`),
    ['区发改局 lead', '区交通局 support', '区商务局 support'],
  );
  assert.deepEqual(unitCells(plan, task), ['区发改局', '区交通局、区商务局']);
  assert.deepEqual(unitCells(plan, plan.tasks[4] ?? assert.fail()), ['区经科局', '']);
});
