import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { indexTerms, phraseOf } from '../../../src/search/shared/index-terms.ts';
import { tokenize, tokenTexts } from '../../../src/search/shared/tokenizer.ts';

test('characters are tokens, letters and numbers hold together, signs that carry meaning are kept', () => {
  assert.deepEqual(tokenTexts('AI大模型'), ['ai', '大', '模', '型']);
  assert.deepEqual(tokenTexts('1+5+1'), ['1', '+', '5', '+', '1']);
  assert.deepEqual(tokenTexts('50%、3.5倍'), ['50', '%', '、', '3.5', '倍']);
});

test('full width equals half width, quotes and blanks are no tokens', () => {
  assert.deepEqual(tokenTexts('“ＡＩ” ２００'), tokenTexts('ai200'));
  assert.deepEqual(tokenTexts('《一窗办结》'), tokenTexts('一窗办结'));
});

test('offsets of a token are UTF-16 code units of the source', () => {
  const text = '𠮷祥“一窗办结” 改革ＡＩ';
  for (const { text: token, start, end } of tokenize(text))
    assert.equal(text.slice(start, end).normalize('NFKC').toLowerCase(), token);
});

const alphabet = fc.constantFrom(...'税务企业一1２2.+%，“” aAｂ\n𠀀é', '\ud800', '😀');
const texts = fc.string({ unit: alphabet, maxLength: 12 });

test('a phrase of terms is found exactly where the normalised text holds the words', () => {
  fc.assert(
    fc.property(texts, texts, (text, query) => {
      const tokens = tokenTexts(text);
      const wanted = tokenTexts(query);
      fc.pre(wanted.length > 0);
      const held = tokens.some((_, at) => wanted.every((token, index) => tokens[at + index] === token));
      const row = ` ${indexTerms([text]).join(' ')} `;
      assert.equal(row.includes(` ${phraseOf(wanted)} `), held);
    }),
  );
});

test('terms have no case, no accents and no character beyond the basic plane, which Pagefind would fold or order in its way', () => {
  const accents = fc.constantFrom('É', 'ñ', 'Ω', 'ß', '𠮷', '😀', '\ud800', '税', 'A', '1');
  fc.assert(
    fc.property(fc.string({ unit: accents, maxLength: 6 }), (text) => {
      for (const term of indexTerms([text]).filter((one) => one !== '-')) assert.match(term, /^[a-z\dıĸŋ一-鿿]+$/u);
    }),
  );
});

test('no phrase is found across the border of two texts', () => {
  fc.assert(
    fc.property(texts, texts, (left, right) => {
      const [a, b] = [tokenTexts(left).at(-1), tokenTexts(right)[0]];
      fc.pre(a !== undefined && b !== undefined);
      const inside = (text: string) =>
        tokenTexts(text).some((token, index, all) => token === a && all[index + 1] === b);
      fc.pre(!inside(left) && !inside(right));
      assert.ok(!` ${indexTerms([left, right]).join(' ')} `.includes(` ${phraseOf([a ?? '', b ?? ''])} `));
    }),
  );
});
