import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { phraseOf, tokensOf } from '../../../src/search/shared/index-tokens.ts';
import { unitsOf, wordsOf } from '../../../src/search/shared/tokenizer.ts';

test('characters stand alone, letters and numbers hold together, and signs that carry meaning are kept', () => {
  assert.deepEqual(wordsOf('AI大模型'), ['ai', '大', '模', '型']);
  assert.deepEqual(wordsOf('1+5+1'), ['1', '+', '5', '+', '1']);
  assert.deepEqual(wordsOf('50%、3.5倍'), ['50', '%', '、', '3.5', '倍']);
});

test('full width and half width are one, and quotes and blanks are nothing', () => {
  assert.deepEqual(wordsOf('“ＡＩ” ２００'), wordsOf('ai200'));
  assert.deepEqual(wordsOf('《一业一证》'), wordsOf('一业一证'));
});

test('each unit knows where it stands in the text', () => {
  const text = '推广“一业一证” 改革ＡＩ';
  for (const { text: word, start, end } of unitsOf(text))
    assert.equal(text.slice(start, end).normalize('NFKC').toLowerCase(), word);
});

const alphabet = fc.constantFrom(...'税务企业一1２2.+%，“” aAｂ\n𠀀é', '\ud800', '😀');
const texts = fc.string({ unit: alphabet, maxLength: 12 });

test('a row of tokens is found exactly where the normalised text holds the words', () => {
  fc.assert(
    fc.property(texts, texts, (text, query) => {
      const words = wordsOf(text);
      const wanted = wordsOf(query);
      fc.pre(wanted.length > 0);
      const held = words.some((_, at) => wanted.every((unit, index) => words[at + index] === unit));
      const row = ` ${tokensOf([text], 'words').join(' ')} `;
      assert.equal(row.includes(` ${phraseOf(wanted, 'words')} `), held);
    }),
  );
});

test('nothing is found across the border of two texts, nor of two fields', () => {
  fc.assert(
    fc.property(texts, texts, (left, right) => {
      const [a, b] = [wordsOf(left).at(-1), wordsOf(right)[0]];
      fc.pre(a !== undefined && b !== undefined);
      const inside = (text: string) => wordsOf(text).some((unit, index, all) => unit === a && all[index + 1] === b);
      fc.pre(!inside(left) && !inside(right));
      const row = ` ${[...tokensOf([left, right], 'words'), ...tokensOf([left + right], 'title')].join(' ')} `;
      assert.ok(!row.includes(` ${phraseOf([a ?? '', b ?? ''], 'words')} `));
    }),
  );
});
