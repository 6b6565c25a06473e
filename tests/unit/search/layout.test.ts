import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layoutOf } from '../../../src/search/describe.ts';
import { laidByPage, parentsOf } from '../../../src/search/layout.ts';
import { recordTokens } from '../../../src/search/tokens.ts';
import { records } from './handbook.ts';

const layout = layoutOf(records);
const pages = laidByPage(layout);

test('every record lies in the index once, in order', () => {
  assert.deepEqual(
    pages.flat().map(({ record }) => record),
    records.map((_, position) => position),
  );
});

test('no record takes the places of the next one in its page', () => {
  for (const page of pages)
    for (const [at, { record, start }] of page.entries()) {
      const taken = start + recordTokens(records[record] as (typeof records)[number]).length;
      assert.ok(taken <= (page[at + 1]?.start ?? Number.POSITIVE_INFINITY), `${record}`);
    }
});

test('the browser knows from the layout which measure a task or a target belongs to', () => {
  assert.deepEqual(
    parentsOf(layout),
    records.map(({ parent }, position) => parent ?? position),
  );
});

test('a record that does not follow the one that it belongs to is refused', () => {
  const first = records.findIndex(({ parent }) => parent !== undefined);
  assert.throws(() => layoutOf(records.toSpliced(first - 1, 1)), new RegExp(`搜索记录 ${first - 1} `, 'u'));
});
