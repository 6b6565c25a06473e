import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bigramsOf, containment, diceCoefficient } from '../../../src/text/similarity.ts';

/** Two texts, how alike they are, and how much of the first is in the second. */
const examples: [string, string, number, number][] = [
  ['甲乙丙', '甲、乙 丙。', 1, 1],
  ['甲乙', '甲乙丙丁', 0.5, 1],
  ['甲乙丙丁', '甲乙', 0.5, 1 / 3],
  ['甲乙甲乙', '甲乙', 0.5, 1 / 3],
  ['甲乙', '丙丁', 0, 0],
  ['𠮷祥', '𠮷祥', 1, 1],
  ['', '甲乙', 0, 0],
];
for (const [one, other, alike, contained] of examples)
  test(`“${one}” and “${other}” are alike by ${alike}`, () => {
    const [left, right] = [bigramsOf(one), bigramsOf(other)];
    assert.deepEqual([diceCoefficient(left, right), containment(left, right)], [alike, contained]);
  });

test('the coefficient is the same both ways and never beyond 0 and 1', () => {
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '，', '3'), maxLength: 30 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const alike = diceCoefficient(bigramsOf(one), bigramsOf(other));
      assert.ok(alike >= 0 && alike <= 1);
      assert.equal(alike, diceCoefficient(bigramsOf(other), bigramsOf(one)));
    }),
  );
});
