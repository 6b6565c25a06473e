import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberedIn } from '../../../src/text/outline-numbers.ts';

/** A line, its number as printed and as read, and a line in the usual form that stands as deep. */
const lines: [string, string, number, string][] = [
  ['１．便利准入', '１．', 1, '1.便利准入'],
  ['１２、便利准入', '１２、', 12, '1、便利准入'],
  ['（３）便利准入', '（３）', 3, '（1）便利准入'],
  ['２．１便利准入', '２．１', 2.1, '2.1 便利准入'],
  ['第１２条　便利准入', '第１２条', 12, '第一条 便利准入'],
  ['第一百二十条 便利准入', '第一百二十条', 120, '第一条 便利准入'],
];
for (const [line, label, value, usual] of lines)
  test(`“${line}” is number ${value}, as printed and at its depth`, () => {
    assert.deepEqual(numberedIn(line), { rank: numberedIn(usual)?.rank, label, value, rest: '便利准入' });
  });

for (const line of ['１．５万人', '２０２６年', '便利准入'])
  test(`“${line}” has no number`, () => assert.equal(numberedIn(line), undefined));
