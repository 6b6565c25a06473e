import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dutiesOf, dutyCounts } from '../../../src/model/duties.ts';
import type { Handbook, Unit } from '../../../src/model/types.ts';
import { plansOnPage } from '../../../src/routes/pagination.ts';
import { busiestUnits, dutyCount, dutyPages, summaryOf, unitTitle } from '../../../src/views/unit-duties.ts';
import { findingExample, unitIndex } from '../../../src/views/unit-index.ts';
import { countyReformed, countyWithNext, handbookFrom } from '../../fixtures/county.ts';

const handbook = handbookFrom(countyWithNext);
const listless: Handbook = {
  ...handbook,
  plans: handbook.plans.map((plan) => ({
    ...plan,
    annex: undefined,
    tasks: [],
    measures: plan.measures.map((measure) => ({ ...measure, tasks: [] })),
  })),
};

test('the busiest units are named most, by rows of lists and by measures of plans without one; groups and those not named are left out', () => {
  const [newer = assert.fail(), ...older] = handbook.plans;
  const mixed = {
    ...handbook,
    plans: [newer, ...listless.plans.filter(({ id }) => older.some((one) => one.id === id))],
  };
  const reformed = handbookFrom(countyReformed);
  const isListed = (unit: Unit) => busiestUnits(reformed).some((one) => one.unit === unit);
  assert.ok(
    reformed.units.filter(({ id }) => ['waimao-ju', 'jinrong-ju'].includes(id)).every((unit) => !isListed(unit)),
  );
  for (const book of [handbook, listless, mixed]) {
    const units = busiestUnits(book);
    assert.deepEqual(
      units.map(({ unit }) => unit.id).toSorted(),
      book.units
        .filter((unit) => unit.kind !== 'group' && dutyCount(dutyCounts(book, unit)) > 0)
        .map(({ id }) => id)
        .toSorted(),
    );
    for (const [index, one] of units.entries()) {
      const { tasks, measures } = dutyCounts(book, one.unit);
      assert.equal(dutyCount(one), tasks + measures);
      assert.ok(
        dutyCount(one) <= (index > 0 ? dutyCount(units[index - 1] ?? assert.fail()) : Number.POSITIVE_INFINITY),
      );
    }
  }
});

test('the index has each unit once, with its place in every order that the reader can choose', () => {
  const rows = unitIndex(handbook);
  assert.deepEqual(
    rows.map(({ unit }) => unit),
    handbook.units,
  );
  const inOrder = (name: 'document' | 'tasks' | 'name') => rows.toSorted((a, b) => a.places[name] - b.places[name]);
  assert.deepEqual(
    inOrder('document').map(({ unit }) => unit),
    handbook.units,
  );
  const counts = inOrder('tasks').map(({ tasks, measures }) => tasks + measures);
  assert.deepEqual(
    counts,
    counts.toSorted((a, b) => b - a),
  );
  const [first, last] = [inOrder('name')[0], inOrder('name').at(-1)];
  assert.deepEqual([first?.unit.name, last?.unit.name], ['各乡镇人民政府', '有关部门']);
});

test('what may be typed to find a unit, for example, finds the busiest', () => {
  const [busiest = assert.fail()] = busiestUnits(handbook);
  const [name = '', initials] = findingExample(handbook);
  assert.ok(busiest.unit.name.endsWith(name) && name !== '');
  assert.match(initials ?? '', /^[a-z]+$/u);
  assert.equal(initials?.length, name.length);
});

test('the duties of a unit stand on as few pages as hold them, and the first sums them up', () => {
  for (const unit of handbook.units) {
    const pages = dutyPages(handbook, unit);
    assert.deepEqual(
      pages.flatMap(({ items }) => items),
      dutiesOf(handbook, unit),
    );
    assert.ok(summaryOf(handbook, unit).plans.length <= plansOnPage);
  }
});

test('a sheet of measures alone does not promise tasks', () => {
  const [unit = assert.fail()] = handbook.units;
  assert.equal(unitTitle(unit, handbook.plans), `${unit.name}的任务和措施`);
  assert.equal(unitTitle(unit, listless.plans), `${unit.name}的措施`);
});
