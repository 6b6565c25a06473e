import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layoutOf } from '../../../src/search/build/index-files.ts';
import { pageSpan, recordParents, recordStarts } from '../../../src/search/shared/index-layout.ts';
import { recordTerms } from '../../../src/search/shared/index-terms.ts';
import { recordOf, records } from './collection.ts';

test('the terms of a record fit between its start and the next one, on one page', () => {
  const starts = recordStarts(layoutOf(records));
  assert.equal(starts.length, records.length);
  for (const [position, record] of records.entries()) {
    const start = starts[position] ?? Number.NaN;
    const end = start + recordTerms(record).length;
    assert.ok(end <= (starts[position + 1] ?? Number.POSITIVE_INFINITY), `${position}`);
    assert.equal(Math.floor(end / pageSpan), Math.floor(start / pageSpan));
  }
});

test('a page begins after so many groups', () => {
  const starts = recordStarts({ childCounts: [1, 0, 2], groupsPerPage: 2, slots: { parent: 10, child: 3 } });
  assert.deepEqual(starts, [0, 10, 13, pageSpan, pageSpan + 10, pageSpan + 13]);
});

test('the parent of each record follows from the layout', () => {
  assert.deepEqual(
    recordParents(layoutOf(records)),
    records.map(({ parent }, position) => parent ?? position),
  );
});

test('a child that does not follow its parent is refused with its position', () => {
  const wrong = [recordOf({}), recordOf({}), recordOf({ kind: 'task', parent: 0 })];
  assert.throws(() => layoutOf(wrong), /搜索记录 2 /u);
});
