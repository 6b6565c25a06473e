import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unitBrackets } from '../../../scripts/import/unit-bracket.ts';

/** What a bracket says, and the units as the handbook reads them. */
const brackets: [string, string][] = [
  ['（责任单位：甲、乙等相关部门）', '甲、乙等相关部门'],
  ['(责任单位:甲、乙)', '甲、乙'],
  ['（责任部门：甲）', '甲'],
  ['〔牵头单位：甲；责任单位：乙〕', '牵头单位：甲；责任单位：乙'],
  ['【牵头单位：甲，配合单位：乙、丙】', '牵头单位：甲；配合单位：乙、丙'],
  ['（甲牵头，乙、丙配合）', '牵头单位：甲；配合单位：乙、丙'],
  ['（由甲牵头负责；乙、丙按职责分工负责）', '牵头单位：甲；责任单位：乙、丙'],
  ['（甲、乙按职责分工负责）', '甲、乙'],
  ['（甲按照各自职责分工负责）', '甲'],
  ['（甲负责）', '甲'],
  ['（甲牵头）', '牵头单位：甲'],
  ['（责任单位：甲（牵头）、乙（配合））', '甲（牵头）、乙（配合）'],
  ['（甲（牵头）、乙（配合））', '甲（牵头）、乙（配合）'],
];
for (const [bracket, units] of brackets)
  test(`${bracket} names the units ${units}`, () => {
    const [found, ...more] = unitBrackets(`正文。${bracket}`);
    assert.deepEqual(more, []);
    assert.deepEqual([found?.printed, found?.units], [bracket, units]);
  });

for (const words of [
  '（含区属国企投资项目）',
  '（2025年）',
  '（责任单位：）',
  '（谁主管。谁负责）',
  '中欧班列（武汉）集结中心',
  '（未完',
])
  test(`${words} names no units`, () => assert.deepEqual(unitBrackets(words), []));
