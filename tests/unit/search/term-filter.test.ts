import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filterOf, termFilter } from '../../../src/search/shared/term-filter.ts';

const words = (name: string) => Array.from({ length: 4000 }, (_, at) => `${name}${at}`);
const filter = termFilter(new Set(words('held')));
const isHeld = filterOf(filter);

test('what is held passes, and most of what is not does not', () => {
  assert.ok(words('held').every(isHeld));
  const passing = words('other').filter(isHeld).length / 4000;
  assert.ok(passing > 0.1 && passing < 0.25, `${passing}`);
});

test('a term takes half a byte', () => {
  const bytes = Buffer.from(filter.codes, 'base64').length / 4000;
  assert.ok(bytes > 0.3 && bytes < 0.5, `${bytes}`);
});

test('a filter of nothing holds nothing, and one that is cut short is refused', () => {
  assert.equal(filterOf(termFilter(new Set()))('held1'), false);
  assert.throws(() => filterOf({ ...filter, codes: filter.codes.slice(0, 400) }), RangeError);
});
