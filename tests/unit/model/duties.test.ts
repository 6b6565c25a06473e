import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadHandbook } from '../../../src/checks/check-content.ts';
import { dutiesIn, dutiesOf, namedBodies, pairsIn } from '../../../src/model/duties.ts';
import type { Plan, Unit } from '../../../src/model/types.ts';
import { UnitRegistry } from '../../../src/model/unit-registry.ts';
import { roles } from '../../../src/schema/unit.ts';
import { summaryOf } from '../../../src/views/unit-duties.ts';
import { namingsIn, printingsIn } from '../../../src/views/unit-mentions.ts';
import { unitOf } from '../../fixtures/mini.ts';

const handbook = loadHandbook('content');
const [plan] = handbook.plans as [Plan];
const named = (name: string) => handbook.units.find((unit) => unit.name === name) as Unit;
const numbers = (items: readonly { number: number }[]) => items.map(({ number }) => number);

/** True if a cell prints the unit, by the marks between names alone. */
const prints = (cell: string, unit: Unit) =>
  cell.split(/、|等/u).some((name) => [unit.name, ...unit.aliases].includes(name));

test('for every entry of the registry, measures and tasks are exactly those whose cell prints one of its names', () => {
  assert.equal(handbook.units.length, 33);
  for (const unit of handbook.units) {
    const duties = dutiesIn(plan, unit);
    const printed = <Item extends { unitsText: string }>(items: Item[]) =>
      items.filter(({ unitsText }) => prints(unitsText, unit));
    assert.deepEqual(numbers(duties.tasks), numbers(printed(plan.tasks)), unit.name);
    assert.deepEqual(numbers(duties.measures), numbers(printed(plan.measures)), unit.name);
    assert.deepEqual(
      duties.targets.map(({ id }) => id),
      plan.targets.filter(({ provision }) => prints(provision.unitsText, unit)).map(({ id }) => id),
      unit.name,
    );
  }
});

test('no entry of the registry is without duties', () => {
  for (const unit of handbook.units) assert.equal(dutiesOf(handbook, unit).length, 1, unit.name);
});

test('partners are symmetric: two units share the same tasks, whichever is asked', () => {
  const shared = (unit: Unit, other: Unit) =>
    numbers(dutiesIn(plan, unit).partners.find((partner) => partner.unit.id === other.id)?.provisions ?? []);
  for (const unit of handbook.units)
    for (const other of handbook.units)
      assert.deepEqual(shared(unit, other), shared(other, unit), `${unit.name}、${other.name}`);
});

test('each pair of units stands once, with the tasks that both share', () => {
  const pairs = pairsIn(plan);
  const partnerships = handbook.units.flatMap((unit) => dutiesIn(plan, unit).partners);
  assert.equal(pairs.length * 2, partnerships.length);
  for (const { units, provisions } of pairs) {
    const [one, other] = units;
    const partner = dutiesIn(plan, one).partners.find(({ unit }) => unit.id === other.id);
    assert.deepEqual(provisions, partner?.provisions);
  }
});

test('collectives and unnamed groups are no bodies among the partners', () => {
  const { partners } = dutiesIn(plan, named('区行政审批局'));
  assert.ok(partners.some(({ unit }) => unit.kind === 'group'));
  assert.ok(partners.some(({ unit }) => unit.kind === 'collective'));
  assert.ok(namedBodies(partners).length > 0);
  for (const { unit } of namedBodies(partners)) assert.equal(unit.kind, 'unit');
});

test('each measure that names a unit says where: in the plan, in the list, or in both; what only one says is a difference', () => {
  for (const unit of handbook.units) {
    const namings = namingsIn(plan, unit).flatMap(({ namings }) => namings);
    const { measures, tasks } = dutiesIn(plan, unit);
    assert.deepEqual(numbers(namings.filter(({ inPlan }) => inPlan).map(({ measure }) => measure)), numbers(measures));
    assert.deepEqual(numbers(namings.flatMap(({ tasks }) => tasks)), numbers(tasks));
    for (const { inPlan, tasks, difference } of namings) {
      const sides = difference && [...difference.planOnly, ...difference.listOnly];
      assert.equal(inPlan !== tasks.length > 0, sides?.some((one) => one.unit.id === unit.id) ?? false, unit.name);
    }
  }
});

test('a unit that only the plan names, and one that only the list names, are told apart', () => {
  const differing = (name: string) =>
    namingsIn(plan, named(name))
      .flatMap(({ namings }) => namings)
      .filter(({ difference }) => difference)
      .map(({ measure, inPlan }) => [measure.number, inPlan ? '方案' : '清单']);
  assert.deepEqual(differing('区现服办'), [[18, '方案']]);
  assert.deepEqual(differing('区商务局'), [[18, '清单']]);
  assert.deepEqual(differing('区税务局'), []);
});

test('every place that prints a unit is found under the words printed there', () => {
  for (const unit of handbook.units) {
    const printings = printingsIn(plan, unit);
    for (const { item, measures, tasks } of printings)
      for (const { unitsText } of [...measures, ...tasks]) assert.ok(unitsText.split('、').includes(item), item);
    const { measures, tasks } = dutiesIn(plan, unit);
    assert.equal(printings.flatMap((printing) => printing.measures).length, measures.length, unit.name);
    assert.equal(printings.flatMap((printing) => printing.tasks).length, tasks.length, unit.name);
  }
});

test('aliases are told with their places', () => {
  const places = printingsIn(plan, named('区政办')).map(({ item, measures, tasks }) => [
    item,
    numbers(measures),
    numbers(tasks),
  ]);
  assert.deepEqual(places, [
    ['区政办', [4], [71]],
    ['区政府办', [], [15]],
  ]);
});

test('the summary of a unit counts what its duties hold', () => {
  for (const unit of handbook.units) {
    const [summary] = summaryOf(handbook, unit).plans;
    const { tasks, targets } = dutiesIn(plan, unit);
    assert.equal(summary?.tasks, tasks.length);
    assert.equal(summary?.targets, targets.length);
    assert.deepEqual(numbers(summary?.measures.flatMap((measure) => measure.tasks) ?? []), numbers(tasks));
  }
});

test('this document gives every unit the same role, whatever the order of names', () => {
  for (const { units } of [...plan.measures, ...plan.tasks])
    for (const { role } of units) assert.equal(role, 'responsible');
});

const registry = new UnitRegistry([
  ...['甲局', '乙局', '丙局'].map((name) => unitOf(name)),
  unitOf('有关部门', { kind: 'group' }),
]);
const read = (cell: string) => registry.read(cell).units.map(({ name, role }) => `${name}${roles[role]}`);

test('roles that a document states are read, before a colon or behind the name', () => {
  assert.deepEqual(read('牵头单位：甲局；责任单位：乙局、丙局'), ['甲局牵头', '乙局责任', '丙局责任']);
  assert.deepEqual(read('甲局（牵头）、乙局（配合单位）、丙局'), ['甲局牵头', '乙局配合', '丙局责任']);
  assert.deepEqual(read('牵头单位：甲局；配合部门：乙局等有关部门'), ['甲局牵头', '乙局配合', '有关部门配合']);
  assert.deepEqual(read('甲局、乙局'), ['甲局责任', '乙局责任']);
});

test('names in a cell keep their order, and unknown ones are told', () => {
  const known = fc.constantFrom('甲局', '乙局', '丙局');
  fc.assert(
    fc.property(fc.array(fc.oneof(known, fc.constant('无名')), { minLength: 1 }), (cell) => {
      const { units, unknown } = registry.read(cell.join('、'));
      assert.deepEqual(
        units.map(({ name }) => name),
        cell.filter((name) => name !== '无名'),
      );
      assert.equal(unknown.length, cell.length - units.length);
    }),
  );
});

test('the source prints no role but 责任单位', () => {
  const source = readFileSync(`content/plans/${plan.id}/source.txt`, 'utf8');
  assert.doesNotMatch(source, /牵头单位|配合单位|（牵头|（配合/u);
});
