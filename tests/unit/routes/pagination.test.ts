import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { collectionOf } from '../../../scripts/bench/collection.ts';
import { feed } from '../../../src/exports/rss.ts';
import { contentFolder, readContentFiles } from '../../../src/loader/folder.ts';
import type { Handbook, Plan } from '../../../src/model/types.ts';
import { absoluteUrl } from '../../../src/routes/absolute-url.ts';
import { isLaterPage, pageOfPlan, pageParam, pagePath, pagesOf, plansOnPage } from '../../../src/routes/pagination.ts';
import { planPath, termPath, termsPath } from '../../../src/routes/paths.ts';
import { type Term, termsOf } from '../../../src/views/glossary.ts';
import { summaryOf } from '../../../src/views/unit-duties.ts';
import { checkFiles } from '../../fixtures/mini.ts';

test('plans are spread over pages in their order, none lost, none twice, no page too long', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 60 }), (plans) => {
      const pages = pagesOf(plans);
      assert.deepEqual(
        pages.flatMap(({ items }) => items),
        plans,
      );
      assert.deepEqual(
        pages.map(({ number }) => number),
        pages.map((_, index) => index + 1),
      );
      for (const { items, of } of pages) {
        assert.ok(items.length <= plansOnPage);
        assert.equal(of, pages.length);
      }
    }),
  );
});

test('a page of parts of plans takes two plans, and more until it is full', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 100 }), { maxLength: 60 }), (plans) => {
      const pages = pagesOf(plans, (rows) => rows);
      assert.deepEqual(
        pages.flatMap(({ items }) => items),
        plans,
      );
      // A plan's heading takes the room of two rows, of which a page has 64.
      const rowsOn = (items: readonly number[]) => items.reduce((sum, rows) => sum + rows + 2, 0);
      for (const [index, { items }] of pages.entries()) {
        assert.ok(items.length <= 2 || rowsOn(items) <= 64);
        const next = pages[index + 1]?.items[0];
        if (next !== undefined) assert.ok(items.length >= 2 && rowsOn([...items, next]) > 64, 'the next has no room');
      }
    }),
  );
});

test('a few plans, or none, stand on one page, which keeps the address', () => {
  for (let count = 0; count <= plansOnPage; count++) {
    const pages = pagesOf(Array.from({ length: count }));
    assert.equal(pages.length, 1);
    assert.deepEqual(pages.map(pageParam), [undefined]);
  }
  assert.equal(pagePath('units/a/', 1), 'units/a/');
});

const many = plansOnPage * 2 + 1;
const collection = (plans: number) => {
  const content = readContentFiles(contentFolder);
  const { handbook } = checkFiles(content);
  return checkFiles(collectionOf(content, handbook.plans[0] as Plan, plans).files).handbook;
};
const joined = collection(many);

test('a plan knows the page that it stands on where all plans are joined, and its terms are linked there', () => {
  for (const { number, items } of pagesOf(joined.plans))
    for (const plan of items) {
      assert.equal(pageOfPlan(plan), number, plan.id);
      assert.ok(termPath(plan, '某词').startsWith(`${pagePath(termsPath, number)}#`), plan.id);
    }
});

test('a page of terms holds those of its plans, as many however many plans there are', () => {
  const termsOn = ({ plans }: Handbook) => pagesOf(plans).map(({ items }) => termsOf({ plans: items }));
  const sayings = (pages: Term[][]) => Math.max(...pages.map((terms) => terms.flatMap((term) => term.sayings).length));
  const [few, more] = [termsOn(collection(plansOnPage)), termsOn(joined)];
  assert.deepEqual(new Set(more.flat().map(({ term }) => term)), new Set(termsOf(joined).map(({ term }) => term)));
  assert.equal(sayings(more), sayings(few));
});

test('what sums up all plans tells of the newest alone', () => {
  for (const unit of joined.units) assert.ok(summaryOf(joined, unit).plans.length <= plansOnPage, unit.name);
  const shown = feed(joined);
  for (const plan of joined.plans)
    assert.equal(shown.includes(absoluteUrl(joined.site, planPath(plan))), pageOfPlan(plan) === 1, plan.id);
});

test('pages after the first are known by their address, measures are none', () => {
  assert.equal(pagePath('units/a/', 2), 'units/a/2/');
  for (const path of ['units/2/', 'units/a/2/', 'units/a/print/12/', 'support/b/3/'])
    assert.ok(isLaterPage(path), path);
  for (const path of ['', 'units/', 'units/a/', 'plans/2025-a/measures/01/', 'plans/2025-a/measures/12/'])
    assert.ok(!isLaterPage(path), path);
});
