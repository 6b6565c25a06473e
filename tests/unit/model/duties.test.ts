import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assignedUnits, dutiesIn, dutiesOf, dutyCounts, namedBodies, pairsIn } from '../../../src/model/duties.ts';
import type { Provision, Unit } from '../../../src/model/types.ts';
import { countyWithNext, edited, handbookFrom, newerPlan, olderPlan, withoutList } from '../../fixtures/county.ts';

const handbook = handbookFrom(countyWithNext);
const { plans, units } = handbook;
const unit = (name: string) => units.find((one) => one.name === name) ?? assert.fail(name);
const plan = (id: string) => plans.find((one) => one.id === id) ?? assert.fail(id);
const numbers = (items: readonly { number: number }[]) => items.map(({ number }) => number);

/** Whether a cell prints a unit, by the marks between names alone. */
const prints = ({ unitsText }: Provision, one: Unit) =>
  unitsText.split(/[、；：（）]|等/u).some((name) => [one.name, ...one.aliases].includes(name));

test('the measures, tasks and targets of a unit are those whose cell prints one of its names', () => {
  for (const own of plans)
    for (const one of units) {
      const { measures, tasks, targets } = dutiesIn(own, one);
      assert.deepEqual(numbers(measures), numbers(own.measures.filter((measure) => prints(measure, one))), one.name);
      assert.deepEqual(numbers(tasks), numbers(own.tasks.filter((task) => prints(task, one))), one.name);
      assert.deepEqual(
        targets.map(({ id }) => id),
        own.targets.filter(({ provision }) => prints(provision, one)).map(({ id }) => id),
        one.name,
      );
    }
});

test('a unit has duties in the plans that name it alone, the newest first', () => {
  const plansOf = (name: string) => dutiesOf(handbook, unit(name)).map(({ plan: { id } }) => id);
  assert.deepEqual(plansOf('县税务局'), [newerPlan, olderPlan]);
  assert.deepEqual(plansOf('县政务数据局'), [olderPlan]);
});

test('duties are counted by rows of the list, and in a plan without one by measures', () => {
  const mixed = handbookFrom(edited(countyWithNext, withoutList(newerPlan)));
  const count = (name: string) => dutyCounts(mixed, mixed.units.find((one) => one.name === name) ?? assert.fail());
  assert.deepEqual(count('县税务局'), { tasks: 2, measures: 1 });
});

test('partners are those of the same rows, from both sides, most shared first', () => {
  const shared = (own: (typeof plans)[number], one: Unit, other: Unit) =>
    numbers(dutiesIn(own, one).partners.find(({ unit: { id } }) => id === other.id)?.provisions ?? []);
  for (const own of plans)
    for (const one of units) {
      for (const other of units) assert.deepEqual(shared(own, one, other), shared(own, other, one), one.name);
      const counts = dutiesIn(own, one).partners.map(({ provisions }) => provisions.length);
      assert.deepEqual(
        counts,
        counts.toSorted((a, b) => b - a),
        one.name,
      );
    }
  const [most] = dutiesIn(plan(olderPlan), unit('县发展改革局')).partners;
  assert.equal(most?.provisions.length, 1);
});

test('collectives and groups that name no body are partners, but not counted as bodies', () => {
  const { partners } = dutiesIn(plan(olderPlan), unit('县人力资源社会保障局'));
  assert.deepEqual(partners.map((partner) => partner.unit.kind).sort(), ['collective', 'group', 'unit']);
  assert.deepEqual(
    namedBodies(partners).map((partner) => partner.unit.name),
    ['县税务局'],
  );
});

test('each pair of units stands once, with the rows that both share, most shared first', () => {
  for (const own of plans) {
    const pairs = pairsIn(own);
    const partnerships = units.flatMap((one) => dutiesIn(own, one).partners);
    assert.equal(pairs.length * 2, partnerships.length);
    for (const { units: both, provisions } of pairs)
      assert.deepEqual(
        provisions,
        own.tasks.filter((task) => both.every((one) => assignedUnits(task).includes(one))),
      );
    const counts = pairs.map(({ provisions }) => provisions.length);
    assert.deepEqual(
      counts,
      counts.toSorted((a, b) => b - a),
    );
  }
});

test('who shares more rows stands first, though the list names them later', () => {
  const source = plan(olderPlan);
  const [measure = assert.fail()] = source.measures;
  const [task = assert.fail()] = source.tasks;
  const [one = assert.fail(), rare = assert.fail(), frequent = assert.fail()] = units;
  const row = (number: number, ...named: Unit[]) => ({
    ...task,
    number,
    units: named.map((unit) => ({ unit, name: unit.name, item: unit.name, role: 'responsible' as const })),
  });
  const own = {
    ...source,
    measures: [{ ...measure, tasks: [row(1, one, rare), row(2, one, frequent), row(3, one, frequent)] }],
  };
  assert.deepEqual(
    dutiesIn(own, one).partners.map((partner) => partner.unit),
    [frequent, rare],
  );
  assert.deepEqual(
    pairsIn(own).map((pair) => pair.units[1]),
    [frequent, rare],
  );
});
