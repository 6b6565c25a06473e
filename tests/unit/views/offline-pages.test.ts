import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collectionOf } from '../../../scripts/bench/collection.ts';
import { leadingPlan } from '../../../src/model/plan.ts';
import type { Handbook } from '../../../src/model/types.ts';
import { offlinePages } from '../../../src/views/offline-pages.ts';
import { pathOf, subjectPlan, subjectsOf } from '../../../src/views/page-subject.ts';
import { county, countyWithNext, type Files, handbookFrom } from '../../fixtures/county.ts';

const keptPaths = (handbook: Handbook) => offlinePages(handbook).map(pathOf);

/** The county with the given number of plans. */
function countyWith(plans: number): Handbook {
  const [plan] = handbookFrom(county).plans;
  const files = Object.entries(county).map(([path, bytes]) => ({ path, bytes }));
  const all = collectionOf(files, plan ?? assert.fail(), plans);
  return handbookFrom(Object.fromEntries(all.map(({ path, bytes }) => [path, bytes])) as Files);
}

test('of a single plan every page is kept', () => {
  const handbook = handbookFrom(county);
  assert.deepEqual(keptPaths(handbook), subjectsOf(handbook).map(pathOf));
});

test('of two plans the pages of the leading one are kept, and those that both share', () => {
  const handbook = handbookFrom(countyWithNext);
  const kept = keptPaths(handbook);
  for (const subject of subjectsOf(handbook)) {
    const plan = subjectPlan(subject);
    assert.equal(kept.includes(pathOf(subject)), !plan || plan === leadingPlan(handbook), pathOf(subject));
  }
});

test('the number of pages that are kept does not grow with the plans', () => {
  const [few, many] = [countyWith(8), countyWith(16)];
  assert.ok(subjectsOf(many).length > 1.5 * subjectsOf(few).length);
  assert.equal(offlinePages(many).length, offlinePages(few).length);
});

test('where the leading plan is not the newest, the pages of lists that hold it are kept', () => {
  const ended = { kind: 'ended', on: '2026-01-01', basis: '据。' } as const;
  // Of eight plans the newest six are over, so that the leading one is not on the first page of a list.
  const eight = countyWith(8);
  const handbook = {
    ...eight,
    plans: eight.plans.map((plan) => (plan.order < 6 ? { ...plan, status: ended } : plan)),
  };
  assert.equal(leadingPlan(handbook), handbook.plans[6]);
  const kept = offlinePages(handbook);
  const lists = kept.flatMap((subject) => (subject.kind === 'terms' && subject.page ? [subject.page] : []));
  assert.deepEqual(
    lists.map(({ number }) => number),
    [1, 4],
  );
});
