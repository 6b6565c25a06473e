import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberedIn, unnumbered } from '../../../src/text/outline-numbers.ts';

/** By rank, the highest first: lines, each with its number as printed and as read. */
const ranks: [string, string, number][][] = [
  [
    ['第二编 附则', '第二编', 2],
    ['第一部分 附则', '第一部分', 1],
  ],
  [
    ['第二章　附则', '第二章', 2],
    ['第3章 附则', '第3章', 3],
  ],
  [['第二节 附则', '第二节', 2]],
  [['十一、附则', '十一、', 11]],
  [
    ['第一条 附则', '第一条', 1],
    ['第１２条　附则', '第１２条', 12],
    ['第一百二十条 附则', '第一百二十条', 120],
    ['第一百零五条 附则', '第一百零五条', 105],
  ],
  [
    ['（二）附则', '（二）', 2],
    ['(十)、附则', '(十)、', 10],
  ],
  [
    ['1.附则', '1.', 1],
    ['１．附则', '１．', 1],
    ['１２、附则', '１２、', 12],
  ],
  [
    ['2.1 附则', '2.1', 2.1],
    ['２．１附则', '２．１', 2.1],
  ],
  [['（３）附则', '（３）', 3]],
];
for (const [rank, lines] of ranks.entries())
  for (const [line, label, value] of lines)
    test(`“${line}” is number ${value}, as printed and at its depth`, () => {
      assert.deepEqual(numberedIn(line), { rank, label, value, rest: '附则' });
      assert.equal(unnumbered(line), '附则');
    });

for (const line of ['１．５万人', '1.5倍', '２０２６年', '一是附则', '附则', ''])
  test(`“${line}” has no number`, () => {
    assert.equal(numberedIn(line), undefined);
    assert.equal(unnumbered(line), line);
  });

test('a number without a sign is one of an outline before words, and none before what it counts', () => {
  assert.equal(numberedIn('1 总体要求')?.label, '1');
  for (const text of ['12 个月内办结', '3 月底前完成', '5 万人参加']) assert.equal(numberedIn(text), undefined, text);
});
