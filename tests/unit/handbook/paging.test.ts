import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isLaterPage, pageParam, pagePath, pagesOf, plansOnPage } from '../../../src/handbook/paging.ts';

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

test('a few plans, or none, stand on one page, which keeps the address', () => {
  for (let count = 0; count <= plansOnPage; count++) {
    const pages = pagesOf(Array.from({ length: count }));
    assert.equal(pages.length, 1);
    assert.deepEqual(pages.map(pageParam), [undefined]);
  }
  assert.equal(pagePath('units/a/', 1), 'units/a/');
});

test('pages after the first are known by their address, measures are none', () => {
  assert.equal(pagePath('units/a/', 2), 'units/a/2/');
  for (const path of ['units/2/', 'units/a/2/', 'units/a/print/12/', 'support/b/3/'])
    assert.ok(isLaterPage(path), path);
  for (const path of ['', 'units/', 'units/a/', 'plans/2025-a/measures/01/', 'plans/2025-a/measures/12/'])
    assert.ok(!isLaterPage(path), path);
});
