import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pairsIn } from '../../../src/model/duties.ts';
import { pairLeads, roleCounts, roleGround, rolePhrase, rolesIn } from '../../../src/views/roles.ts';
import { countyWithNext, handbookFrom, newerPlan, olderPlan } from '../../fixtures/county.ts';

const { plans, units } = handbookFrom(countyWithNext);
const [older, newer] = [olderPlan, newerPlan].map((id) => plans.find((plan) => plan.id === id) ?? assert.fail());

test('a plan that tells lead from support has counts of each for a unit, one that does not has none', () => {
  assert.ok(older && newer);
  assert.deepEqual(rolesIn(older), ['lead', 'support']);
  assert.deepEqual(rolesIn(newer), []);
  for (const unit of units) {
    assert.deepEqual(roleCounts(newer, unit, newer.tasks), []);
    for (const { role, provisions } of roleCounts(older, unit, older.tasks))
      for (const { units: named } of provisions) assert.ok(named.some((one) => one.unit === unit && one.role === role));
  }
});

test('of a pair it is said which of the two leads how often', () => {
  assert.ok(older && newer);
  assert.ok(pairsIn(older).some((pair) => pairLeads(pair).length > 0));
  for (const pair of pairsIn(newer)) assert.deepEqual(pairLeads(pair), []);
});

test('a role is named with its ground, and a place where there is no role', () => {
  const [responsible] = newer?.tasks[0]?.units ?? [];
  assert.ok(responsible);
  assert.equal(rolePhrase(responsible), '');
  assert.equal(rolePhrase({ ...responsible, isFirst: true }), '列第一位');
  const byRule = { ...responsible, role: 'lead', byRule: '列第一位者为牵头单位' } as const;
  assert.equal(rolePhrase(byRule), '牵头（依全文规则）');
  assert.match(roleGround(byRule) ?? '', /“列第一位者为牵头单位”/u);
  assert.equal(roleGround(responsible), undefined);
});
