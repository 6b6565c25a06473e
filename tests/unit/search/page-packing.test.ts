import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layoutOf } from '../../../src/search/build/catalogue.ts';
import { recordTokens } from '../../../src/search/shared/index-tokens.ts';
import { pageSpan, parentsOf, startsOf } from '../../../src/search/shared/page-packing.ts';
import { records } from './handbook.ts';

const layout = layoutOf(records);

test('no record takes the places of the next one, and a page of the index has room for all of its own', () => {
  const starts = startsOf(layout);
  assert.equal(starts.length, records.length);
  for (const [position, record] of records.entries()) {
    const start = starts[position] ?? Number.NaN;
    const end = start + recordTokens(record).length;
    assert.ok(end <= (starts[position + 1] ?? Number.POSITIVE_INFINITY), `${position}`);
    assert.equal(Math.floor(end / pageSpan), Math.floor(start / pageSpan));
  }
});

test('records begin a page after so many that belong to none', () => {
  const few = startsOf({ belonging: [1, 0, 2], together: 2, room: { belonging: 3, own: 10 } });
  assert.deepEqual(few, [0, 10, 13, pageSpan, pageSpan + 10, pageSpan + 13]);
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
