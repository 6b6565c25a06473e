import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dutiesIn } from '../../../src/model/duties.ts';
import { summaryOf } from '../../../src/views/unit-duties.ts';
import { printingsIn, unitMentionsIn } from '../../../src/views/unit-mentions.ts';
import { countyWithNext, handbookFrom, olderPlan } from '../../fixtures/county.ts';

const handbook = handbookFrom(countyWithNext);
const older = handbook.plans.find(({ id }) => id === olderPlan) ?? assert.fail();
const unit = (name: string) => handbook.units.find((one) => one.name === name) ?? assert.fail(name);
const numbers = (items: readonly { number: number }[]) => items.map(({ number }) => number);
const each = handbook.plans.flatMap((plan) => handbook.units.map((one) => ({ plan, one })));

test('each measure that names a unit says where: in the plan, in the list, or in both; what only one says is a difference', () => {
  for (const { plan, one } of each) {
    const mentions = unitMentionsIn(plan, one).flatMap((environment) => environment.mentions);
    const { measures, tasks } = dutiesIn(plan, one);
    assert.deepEqual(numbers(mentions.filter(({ inPlan }) => inPlan).map(({ measure }) => measure)), numbers(measures));
    assert.deepEqual(numbers(mentions.flatMap((mention) => mention.tasks)), numbers(tasks));
    for (const { inPlan, tasks, difference } of mentions) {
      const sides = difference && [...difference.planOnly, ...difference.listOnly];
      assert.equal(inPlan !== tasks.length > 0, sides?.some((side) => side.unit.id === one.id) ?? false, one.name);
    }
  }
});

test('a unit that only the plan names, and one that only the list names, are told apart', () => {
  const differing = (name: string) =>
    unitMentionsIn(older, unit(name))
      .flatMap(({ mentions }) => mentions)
      .filter(({ difference }) => difference)
      .map(({ measure, inPlan }) => [measure.number, inPlan ? 'plan' : 'list']);
  assert.deepEqual(differing('有关部门'), [
    [4, 'plan'],
    [5, 'list'],
  ]);
  assert.deepEqual(differing('县税务局'), []);
});

test('every place that prints a unit is found under the words printed there', () => {
  for (const { plan, one } of each) {
    const printings = printingsIn(plan, one);
    for (const { item, measures, tasks } of printings)
      for (const { unitsText } of [...measures, ...tasks])
        assert.ok(unitsText.split(/[、；：（）]/u).includes(item), item);
    const { measures, tasks } = dutiesIn(plan, one);
    assert.equal(printings.flatMap((printing) => printing.measures).length, measures.length, one.name);
    assert.equal(printings.flatMap((printing) => printing.tasks).length, tasks.length, one.name);
  }
});

test('aliases have places of their own', () => {
  const places = printingsIn(older, unit('县发展改革局')).map(({ item, measures, tasks }) => [
    item,
    numbers(measures),
    numbers(tasks),
  ]);
  assert.deepEqual(places, [
    ['县发展改革局', [3], []],
    ['县发展改革局等有关部门', [4], []],
    ['县发改局', [], [5, 7, 9]],
  ]);
});

test('the summary of a unit counts what its duties hold', () => {
  for (const { plan, one } of each) {
    const summary = summaryOf(handbook, one).plans.find(({ name }) => name === plan.shortTitle);
    const { measures, tasks, targets } = dutiesIn(plan, one);
    if (measures.length + tasks.length === 0) continue;
    assert.equal(summary?.tasks, tasks.length);
    assert.equal(summary?.targets, targets.length);
    assert.deepEqual(numbers(summary?.measures.flatMap((measure) => measure.tasks) ?? []), numbers(tasks));
  }
});
