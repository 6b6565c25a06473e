import assert from 'node:assert/strict';
import { test } from 'node:test';
import { targetOrders, targetSelects, targetsByUnit } from '../../../src/views/target-ledger.ts';
import { countyWithNext, handbookFrom, olderPlan } from '../../fixtures/county.ts';

const handbook = handbookFrom(countyWithNext);
const plan = handbook.plans.find(({ id }) => id === olderPlan) ?? assert.fail();
const selects = targetSelects(handbook, plan);
const optionsOf = (name: string) => selects.find((select) => select.name === name)?.options ?? assert.fail(name);

test('targets that count in the same unit stand together, where the first of them stands', () => {
  assert.deepEqual(
    targetsByUnit(plan).map(({ id, unit }) => `${id} ${unit}`),
    ['projects 个', 'outage 小时', 'meetings 场', 'fairs 场', 'first-loans 户', 'farmers 户'],
  );
});

test('the ledger is filtered by what some target has, and by nothing else', () => {
  assert.deepEqual(optionsOf('environment'), [
    { value: '1', label: '准入' },
    { value: '2', label: '要素' },
    { value: '3', label: '服务' },
  ]);
  assert.deepEqual(optionsOf('operator'), [
    { value: '>=', label: '有下限' },
    { value: '<=', label: '有上限' },
  ]);
  assert.deepEqual(
    optionsOf('counts').map(({ value }) => value),
    ['个', '小时', '场', '户'],
  );
  const named = optionsOf('unit').map(({ label }) => label);
  assert.ok(named.includes('县金融服务中心') && !named.includes('县税务局'), named.join());
});

test('without targets there is nothing to filter by, and each order names a number of the rows', () => {
  for (const { options } of targetSelects(handbook, { ...plan, targets: [] })) assert.deepEqual(options, []);
  for (const { value } of targetOrders) assert.match(value, /^-?(?:value|unit)$/u);
});
