import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dutiesIn } from '../../../src/model/duties.ts';
import { heatSteps, matrixOf } from '../../../src/views/unit-matrix.ts';
import { countyWithNext, handbookFrom, olderPlan } from '../../fixtures/county.ts';

const handbook = handbookFrom(countyWithNext);
const plan = handbook.plans.find(({ id }) => id === olderPlan) ?? assert.fail();
const matrix = matrixOf(plan, handbook.units);

test('every unit that the plan names has a row, with a number for each environment, and no other', () => {
  const named = handbook.units.filter((unit) => {
    const { measures, tasks } = dutiesIn(plan, unit);
    return measures.length + tasks.length > 0;
  });
  assert.ok(named.length < handbook.units.length);
  assert.deepEqual(
    matrix.map(({ unit }) => unit),
    named,
  );
  for (const { cells } of matrix)
    assert.deepEqual(
      cells.map(({ environment }) => environment),
      plan.environments,
    );
});

test('a row adds up to the tasks of its unit', () => {
  for (const { unit, cells, count } of matrix) {
    assert.equal(count, dutiesIn(plan, unit).tasks.length, unit.name);
    assert.equal(
      cells.reduce((total, cell) => total + cell.count, 0),
      count,
      unit.name,
    );
  }
});

test('heat is none for no task, grows with the number and is greatest where most tasks are', () => {
  const cells = matrix.flatMap(({ cells }) => cells).sort((a, b) => a.count - b.count);
  for (const [index, { count, heat }] of cells.entries()) {
    assert.equal(heat === 0, count === 0);
    assert.ok(heat >= (cells[index - 1]?.heat ?? 0));
  }
  assert.equal(cells.at(-1)?.heat, heatSteps);
});

test('a plan that names no unit has no rows', () => {
  const environments = plan.environments.map((environment) => ({ ...environment, measures: [] }));
  assert.deepEqual(matrixOf({ ...plan, environments, measures: [], tasks: [] }, handbook.units), []);
});
