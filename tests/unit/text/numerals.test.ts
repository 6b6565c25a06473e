import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chineseNumeral, figure, numbersIn, quantitiesIn } from '../../../src/text/numerals.ts';

test('headings count in Chinese numerals', () => {
  const written = [1, 9, 10, 11, 19, 20, 21, 30, 86, 99].map(chineseNumeral);
  assert.deepEqual(written, ['一', '九', '十', '十一', '十九', '二十', '二十一', '三十', '八十六', '九十九']);
  const beyond = [100, 101, 110, 112, 120, 1005, 10_000, 110_000].map(chineseNumeral);
  assert.deepEqual(beyond, ['一百', '一百零一', '一百一十', '一百一十二', '一百二十', '一千零五', '一万', '十一万']);
});

test('a Chinese numeral reads as the number that it was written for', () => {
  for (let value = 1; value <= 9999; value++) assert.deepEqual(numbersIn(chineseNumeral(value)), [value]);
});

const read: [string, number[]][] = [
  ['不少于50场', [50]],
  ['10亿元以上', [1_000_000_000]],
  ['1万人', [10_000]],
  ['40亿元', [4_000_000_000]],
  ['不低于90%', [90]],
  ['“百日签约”“百日开工”', [100, 100]],
  ['3.5亿元', [350_000_000]],
  ['两家', [2]],
  ['二百五十家', [250]],
  ['一千零五十场', [1050]],
  ['一百〇五家', [105]],
  ['百分之九十', [90]],
  ['1,000列', [1000]],
  ['５０场', [50]],
  ['1.1亿元', [110_000_000]],
  ['2025年新增100家', [2025, 100]],
  ['10余万元', [100_000]],
  ['３．５亿元', [350_000_000]],
];
for (const [text, numbers] of read)
  test(`“${text}” holds ${numbers.join(' and ')}`, () => {
    assert.deepEqual(numbersIn(text), numbers);
  });

test('what stands around a number is told in half width, a rough number as such', () => {
  const [first, second] = quantitiesIn('新增１００余场，降３０％');
  assert.deepEqual(first, { value: 100, words: '100余', before: '新增', after: '场，降30%', isRough: true });
  assert.deepEqual([second?.before, second?.after, second?.isRough], ['新增100余场，降', '%', false]);
});

test('words without a number hold none', () => {
  assert.deepEqual(numbersIn('亿元以上项目，零进整出，没有数'), []);
});

test('a figure as readers write it reads as the number that it stands for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), (value) => {
      assert.deepEqual(numbersIn(figure(value)), [value]);
    }),
  );
  assert.deepEqual([1e9, 4e9, 1e4, 1000, 50].map(figure), ['10亿', '40亿', '1万', '1000', '50']);
});
