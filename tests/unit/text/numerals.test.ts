import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  chineseCount,
  chineseDigits,
  chineseNumeral,
  figure,
  numbersIn,
  quantitiesIn,
  readNumeral,
} from '../../../src/text/numerals.ts';

const written: [number, string][] = [
  [1, '一'],
  [10, '十'],
  [19, '十九'],
  [20, '二十'],
  [86, '八十六'],
  [101, '一百零一'],
  [110, '一百一十'],
  [1005, '一千零五'],
  [10_000, '一万'],
  [10_500, '一万零五百'],
  [100_010, '十万零一十'],
  [110_000, '十一万'],
  [1_000_000_000_000, '一万亿'],
];
for (const [value, numeral] of written)
  test(`${value} is written ${numeral}`, () => assert.equal(chineseNumeral(value), numeral));

test('two of something are 两, and no other number is', () => {
  assert.deepEqual([1, 2, 3, 12, 20].map(chineseCount), ['一', '两', '三', '十二', '二十']);
});

const numerals: [string, number | undefined][] = [
  ['2025', 2025],
  ['1,200', 1200],
  ['1.05万', 10_500],
  ['１２', 12],
  ['二十', 20],
  ['廿八', 28],
  ['卅', 30],
  ['两千', 2000],
  ['一百〇五', 105],
  ['一百零五', 105],
  ['一百五', 150],
  ['一万五', 15_000],
  ['12万五千', 125_000],
  ['1亿2000万', 120_000_000],
  ['1万亿', 1_000_000_000_000],
  ['百亿亿', 1e18],
  ['万万', undefined],
  ['一亿二亿', undefined],
  ['二〇二五', 2025],
  ['二零二五', 2025],
  ['二○二五', 2025],
  ['〇三', 3],
  ['零', 0],
  ['十百', undefined],
  ['十四五', undefined],
  ['二十三十', undefined],
  ['十廿', undefined],
  ['一万二万', undefined],
  ['亿', undefined],
  ['十人', undefined],
  ['', undefined],
];
for (const [numeral, value] of numerals)
  test(`“${numeral}” is ${value ?? 'no number'}`, () => assert.equal(readNumeral(numeral), value));

const values = fc.oneof(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 10 ** 13 - 1 }));

test('a numeral reads as the number that it was written for, alone and in a text', () => {
  fc.assert(
    fc.property(values, (value) => {
      assert.equal(readNumeral(chineseNumeral(value)), value);
      assert.deepEqual(numbersIn(`共${chineseNumeral(value)}家`), [value]);
    }),
    { numRuns: 1000 },
  );
});

test('a numeral in signs reads as its digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 10 ** 9 }), (value) =>
      assert.equal(readNumeral(chineseDigits(value)), value),
    ),
  );
});

const read: [string, ...number[]][] = [
  ['不少于50场', 50],
  ['10亿元以上', 1_000_000_000],
  ['10 亿元', 1_000_000_000],
  ['3.5亿元', 350_000_000],
  ['３．５亿元', 350_000_000],
  ['1.1亿元', 110_000_000],
  ['1亿2000万元', 120_000_000],
  ['一亿二千万元', 120_000_000],
  ['12万五千', 125_000],
  ['一万二千人', 12_000],
  ['5千家', 5000],
  ['不低于90%', 90],
  ['百分之九十', 90],
  ['“百日签约”“百日开工”', 100, 100],
  ['两家', 2],
  ['廿五家', 25],
  ['二百五十家', 250],
  ['一百〇五家', 105],
  ['1,000列', 1000],
  ['５０场', 50],
  ['2025年新增100家', 2025, 100],
  ['二〇二五年三月二十八日', 2025, 3, 28],
  ['二五一一年', 2511],
  ['10余万元', 100_000],
  ['10万千瓦', 100_000],
  ['五千瓦时', 5],
  ['奖励50万一次性发放', 500_000, 1],
  ['12345热线', 12_345],
  ['三四家，一二三产业，十四五规划'],
  ['亿元以上项目，零进整出，没有数'],
];
for (const [text, ...numbers] of read)
  test(`“${text}” holds ${numbers.join(' and ') || 'no number'}`, () => assert.deepEqual(numbersIn(text), numbers));

test('a quantity has the words around it in half width, and a rough number is marked', () => {
  const [first, second] = quantitiesIn('新增１００余场，降３０％');
  assert.deepEqual(first, { value: 100, words: '100余', before: '新增', after: '场，降30%', isRough: true });
  assert.deepEqual([second?.before, second?.after, second?.isRough], ['新增100余场，降', '%', false]);
});

test('the parts of a quantity together are the text, offsets in UTF-16 code units', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'𠮷甲，年千瓦余百分之〇零一二两三十百万亿廿05. ') }), (text) => {
      for (const { before, words, after } of quantitiesIn(text)) assert.equal(before + words + after, text);
    }),
    { numRuns: 1000 },
  );
});

test('a figure as readers write it reads as the number that it stands for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), (value) => assert.deepEqual(numbersIn(figure(value)), [value])),
  );
  assert.deepEqual([1e9, 4e9, 2.35e8, 1e4, 1000, 50].map(figure), ['10亿', '40亿', '2.35亿', '1万', '1000', '50']);
});
