import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pageOfPlan, pageParam, pagePath, pagesOf, plansOnPage } from '../../../src/routes/pagination.ts';

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

test('a plan stands on the page that its order gives, where pages show the whole of each', () => {
  const plans = Array.from({ length: plansOnPage * 2 + 1 }, (_, order) => ({ order }));
  for (const { number, items } of pagesOf(plans)) for (const plan of items) assert.equal(pageOfPlan(plan), number);
  assert.equal(pagePath('units/a/', 2), 'units/a/2/');
});
