import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { excerptOf, highlightParts, matchRanges, shortestSpan } from '../../../src/search/query/highlight.ts';
import { tokenTexts } from '../../../src/search/shared/tokenizer.ts';

test('joined, the parts are the text, and what is marked reads as what was searched for', () => {
  const text = '𠮷祥推广“一窗办结”改革，一窗办结。';
  const parts = highlightParts(text, matchRanges(text, [tokenTexts('一窗办结')]));
  assert.equal(parts.map((part) => part.text).join(''), text);
  assert.deepEqual(
    parts.filter(({ mark }) => mark).map((part) => part.text),
    ['一窗办结', '一窗办结'],
  );
});

test('overlapping matches are one, tokens are read as given, and a blank phrase matches nothing', () => {
  const read = (token: string) => (token === '稅' ? '税' : token);
  assert.deepEqual(matchRanges('办稅务局', [['办', '税'], ['税', '务'], []], read), [[0, 3]]);
});

test('the span of words is the shortest stretch that holds them all', () => {
  const phrases = [tokenTexts('税务'), tokenTexts('迁移')];
  assert.equal(shortestSpan(tokenTexts('税务迁移'), phrases), 4);
  assert.equal(shortestSpan(tokenTexts('税务登记和税务跨区迁移'), phrases), 6);
  assert.equal(shortestSpan(tokenTexts('税务登记'), phrases), Number.POSITIVE_INFINITY);
});

test('an excerpt of a long text holds a match, wherever it stands, and says where it is cut', () => {
  const text = '甲乙丙丁，'.repeat(60);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: text.length }), (at) => {
      const long = `${text.slice(0, at)}税务${text.slice(at)}`;
      const excerpt = excerptOf(long, matchRanges(long, [['税', '务']]), { length: 120 });
      assert.ok(excerpt.some(({ text: part, mark }) => mark === 'word' && part === '税务'));
      const shown = excerpt.map((part) => part.text).join('');
      assert.ok(shown.length <= 124 && shown.includes('……'));
      assert.ok(long.includes(shown.replaceAll('……', '')));
    }),
  );
});

test('an excerpt begins 24 characters before the match, or with a clause between', () => {
  const before = (text: string) => excerptOf(text, matchRanges(text, [['税', '务']]), { length: 60 })[1]?.text;
  assert.equal(before(`${'甲'.repeat(90)}税务${'乙'.repeat(90)}`), '甲'.repeat(24));
  assert.equal(before(`${'甲'.repeat(80)}，${'甲'.repeat(10)}税务${'乙'.repeat(90)}`), '甲'.repeat(10));
});

test('a sentence that answers is marked around the words in it, and an excerpt begins with it', () => {
  const text = `${'甲'.repeat(60)}。电费太贵要治理。${'乙'.repeat(60)}`;
  const sentence: [number, number] = [61, 69];
  const parts = excerptOf(text, matchRanges(text, [['治', '理']]), { length: 40, sentence });
  assert.deepEqual(parts.slice(0, 4), [
    { text: '……', mark: 'cut' },
    { text: '电费太贵要', mark: 'sentence' },
    { text: '治理', mark: 'word' },
    { text: '。', mark: 'sentence' },
  ]);
  assert.equal(parts.at(-1)?.text, '……');
  assert.equal(
    parts
      .slice(1, -1)
      .map((part) => part.text)
      .join(''),
    text.slice(61, 101),
  );
});

test('an excerpt cuts no number off its digits or its unit, at neither end', () => {
  const text = `${'甲'.repeat(40)}不少于1250.5亿元${'乙'.repeat(20)}税务${'丙'.repeat(20)}超过50场${'丁'.repeat(40)}`;
  const ranges = matchRanges(text, [['税', '务']]);
  for (let length = 40; length < 100; length++) {
    const shown = excerptOf(text, ranges, { length }).map((part) => part.text);
    const within = shown.filter((part) => part !== '……').join('');
    assert.ok(within.length <= length);
    assert.doesNotMatch(within.replace('1250.5亿元', '').replace('50场', ''), /[\d.亿元场]/u);
  }
  const digits = '1'.repeat(80);
  assert.equal(excerptOf(digits, [], { length: 40 })[0]?.text, '1'.repeat(40));
});
