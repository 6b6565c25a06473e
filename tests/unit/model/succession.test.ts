import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assignedUnits, dutiesIn, namedUnits } from '../../../src/model/duties.ts';
import { ancestorsOf, holderOf, idsOf, isFormer } from '../../../src/model/succession.ts';
import type { Unit } from '../../../src/model/types.ts';
import { countyReformed, countyWithNext, handbookFrom, newerPlan, olderPlan } from '../../fixtures/county.ts';
import { checkFiles } from '../../fixtures/mini.ts';

const handbook = handbookFrom(countyReformed);
const before = handbookFrom(countyWithNext);
const on = (day: string) =>
  checkFiles(
    Object.entries(countyReformed).map(([path, bytes]) => ({ path, bytes })),
    day,
  ).handbook;
const unitIn = ({ units }: { units: readonly Unit[] }, id: string) =>
  units.find((one) => one.id === id) ?? assert.fail(id);
const unit = (id: string) => unitIn(handbook, id);
const plan = (id: string, { plans } = handbook) => plans.find((one) => one.id === id) ?? assert.fail(id);
const numbers = (items: readonly { number: number }[]) => items.map(({ number }) => number);

test('a new name or a merger gives the duties on, over several reforms, and a split gives none', () => {
  assert.equal(holderOf(unit('renshe-ju')), unit('rencai-ju'));
  assert.equal(holderOf(unit('zhujian-ju')), unit('jianshe-shuju-ju'));
  assert.equal(holderOf(unit('shangwu-ju')), unit('shangwu-ju'));
  assert.deepEqual(
    handbook.units
      .filter(isFormer)
      .map(({ id }) => id)
      .sort(),
    ['renli-ju', 'renshe-ju', 'zhengwu-shuju-ju', 'zhujian-ju'],
  );
});

test('a unit has the duties of those that it was made of, and they keep theirs', () => {
  const old = plan(olderPlan, before);
  const merged = [unitIn(before, 'zhujian-ju'), unitIn(before, 'zhengwu-shuju-ju')].flatMap((one) =>
    numbers(dutiesIn(old, one).tasks),
  );
  const together = [...new Set(merged)].sort((a, b) => a - b);
  assert.ok(merged.length > together.length, 'some cell of the fixture names both');
  assert.deepEqual(numbers(dutiesIn(plan(olderPlan), unit('jianshe-shuju-ju')).tasks), together);
  for (const id of ['zhujian-ju', 'renshe-ju', 'shangwu-ju'])
    for (const one of [olderPlan, newerPlan])
      assert.deepEqual(
        numbers(dutiesIn(plan(one), unit(id)).tasks),
        numbers(dutiesIn(plan(one, before), unitIn(before, id)).tasks),
        id,
      );
  assert.deepEqual(dutiesIn(plan(newerPlan), unit('waimao-ju')).tasks, []);
});

test('a cell that names two units that are one now is the duty of one, under the names that it prints', () => {
  const shared = plan(olderPlan).tasks.find(({ units }) =>
    ['zhujian-ju', 'zhengwu-shuju-ju'].every((id) => units.some((one) => one.unit.id === id)),
  );
  assert.ok(shared);
  assert.deepEqual(assignedUnits(shared), [unit('jianshe-shuju-ju')]);
  assert.deepEqual(
    shared.units.map(({ name }) => name),
    ['县住建局', '县政务数据局'],
  );
  assert.deepEqual(idsOf(shared.units.map((one) => one.unit)), ['zhujian-ju', 'jianshe-shuju-ju', 'zhengwu-shuju-ju']);
  // None of the two is a partner of the other.
  const merged = ['zhujian-ju', 'zhengwu-shuju-ju', 'jianshe-shuju-ju'];
  for (const id of merged) {
    const { partners } = dutiesIn(plan(olderPlan), unit(id));
    assert.deepEqual(
      partners.filter(({ unit: partner }) => merged.includes(partner.id)),
      [],
      id,
    );
  }
});

test('until its day a reform changes nothing but what is said of it', () => {
  assert.equal(holderOf(unit('jinrong-ban')), unit('jinrong-ban'));
  assert.deepEqual(dutiesIn(plan(newerPlan), unit('jinrong-ju')).tasks, []);
  const [eve, day] = [on('2098-12-31'), on('2099-01-01')];
  assert.equal(holderOf(unitIn(eve, 'jinrong-ban')).id, 'jinrong-ban');
  assert.equal(holderOf(unitIn(day, 'jinrong-ban')).id, 'jinrong-ju');
  const tasks = dutiesIn(plan(newerPlan, day), unitIn(day, 'jinrong-ju')).tasks;
  assert.ok(tasks.length > 0);
  assert.deepEqual(tasks, dutiesIn(plan(newerPlan, day), unitIn(day, 'jinrong-ban')).tasks);
});

test('a unit that came of others knows all of them, and is not counted among those that the documents name', () => {
  assert.deepEqual(
    ancestorsOf(unit('rencai-ju')).map(({ id }) => id),
    ['renli-ju', 'renshe-ju'],
  );
  assert.deepEqual(ancestorsOf(unit('zhujian-ju')), []);
  assert.deepEqual(
    namedUnits(handbook).map(({ id }) => id),
    before.units.map(({ id }) => id),
  );
});
