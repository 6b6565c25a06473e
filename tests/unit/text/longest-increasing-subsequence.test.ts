import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { longestIncreasingSubsequence } from '../../../src/text/longest-increasing-subsequence.ts';

const kept = (numbers: number[]) => {
  const items = numbers.map((number) => ({ number }));
  return [...longestIncreasingSubsequence(items, ({ number }) => number)]
    .map(({ number }) => number)
    .sort((a, b) => a - b);
};

test('what is out of order is left out, and as little as can be', () => {
  assert.deepEqual(kept([1, 2, 9, 3, 4]), [1, 2, 3, 4]);
  assert.deepEqual(kept([4, 1, 2, 3]), [1, 2, 3]);
  assert.deepEqual(kept([1, 2, 2, 3]), [1, 2, 3]);
  assert.deepEqual(kept([]), []);
});

test('numbers in order are all kept, with one stray among them too', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(), fc.integer({ min: 100, max: 200 }), (count, at, stray) => {
      const numbers = Array.from({ length: count }, (_, index) => index + 1);
      assert.deepEqual(kept(numbers), numbers);
      assert.ok(kept(numbers.toSpliced(at % count, 0, stray)).filter((number) => number < 100).length >= count - 1);
    }),
  );
});
