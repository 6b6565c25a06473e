import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillLines } from '../../../src/text/line-filling.ts';

const lines = (text: string, room: number, size = 1) =>
  fillLines([{ text, size }], room).map((line) => line.map((run) => run.text).join(''));

test('a line holds what fits, in the unit of the room', () => {
  assert.deepEqual(lines('甲乙丙丁戊', 2), ['甲乙', '丙丁', '戊']);
  assert.deepEqual(lines('甲乙丙丁戊', 2, 0.5), ['甲乙丙丁', '戊']);
  assert.deepEqual(lines('', 2), ['']);
});

test('no line begins with a sign that closes or ends with one that opens', () => {
  assert.deepEqual(lines('甲乙，丙', 2), ['甲乙，', '丙']);
  assert.deepEqual(lines('甲“乙丙”', 2), ['甲', '“乙', '丙”']);
});

test('a number stays whole', () => {
  assert.deepEqual(lines('甲乙1000列', 3), ['甲乙', '1000', '列']);
});

test('runs of several sizes share lines, and each is cut where its line is', () => {
  const runs = [
    { text: '甲乙', size: 1, kind: 'words' },
    { text: '丙丁', size: 2, kind: 'digits' },
  ];
  assert.deepEqual(fillLines(runs, 4), [
    [
      { text: '甲乙', size: 1, kind: 'words' },
      { text: '丙', size: 2, kind: 'digits' },
    ],
    [{ text: '丁', size: 2, kind: 'digits' }],
  ]);
});

test('a font of its own widths is asked for them', () => {
  assert.equal(fillLines([{ text: '甲乙丙丁', size: 1 }], 2, () => 0.5).length, 1);
});
