import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAssignedTo } from '../../../src/model/duties.ts';
import { unitKinds } from '../../../src/schema/unit.ts';
import { hasLeads } from '../../../src/views/roles.ts';
import { taskSelects, tasksByEnvironment, tasksByUnit } from '../../../src/views/task-counts.ts';
import { countyWithNext, handbookFrom, olderPlan } from '../../fixtures/county.ts';

const handbook = handbookFrom(countyWithNext);
const plan = handbook.plans.find(({ id }) => id === olderPlan) ?? assert.fail();

test('tasks are counted by environment, 自主创新举措 among them', () => {
  assert.deepEqual(
    tasksByEnvironment(plan).map(({ environment, tasks, innovations }) => [environment.short, tasks, innovations]),
    [
      ['准入', 4, 1],
      ['要素', 5, 2],
      ['服务', 3, 0],
    ],
  );
});

test('tasks are counted by unit, most first; groups that name no body are left out', () => {
  const counts = tasksByUnit(handbook, plan);
  for (const { unit, tasks } of counts) {
    assert.equal(tasks, plan.tasks.filter((task) => isAssignedTo(task, unit)).length, unit.name);
    assert.notEqual(unit.kind, 'group');
  }
  for (const [index, { tasks }] of counts.entries()) assert.ok(tasks <= (counts[index - 1]?.tasks ?? Infinity));
});

test('each select offers what some task has, with how many tasks it leaves', () => {
  const selects = taskSelects(handbook, plan);
  assert.deepEqual(
    selects.map(({ name }) => name),
    ['unit', 'with', ...(hasLeads(plan) ? ['lead'] : []), 'environment', 'measure'],
  );
  for (const { name, groups } of selects) {
    const options = groups.flatMap((group) => group.options);
    assert.equal(new Set(options.map(({ value }) => value)).size, options.length, name);
    for (const { value, count } of options) assert.ok(value !== '' && count > 0, name);
    const left = options.reduce((sum, { count }) => sum + count, 0);
    if (name === 'environment' || name === 'measure') assert.equal(left, plan.tasks.length);
  }
  const [units] = selects;
  assert.deepEqual(
    units?.groups.map(({ heading }) => heading),
    Object.values(unitKinds),
  );
});
