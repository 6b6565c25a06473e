import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unitBrackets, unreadBracket } from '../../../src/import/unit-bracket.ts';

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
  ['（责任单位：甲、乙；丙）', '责任单位：甲、乙；丙'],
  ['（责任单位:甲,乙）', '甲、乙'],
  ['〔责任单位：甲，各县（市、区）人民政府〕', '甲、各县（市、区）人民政府'],
  ['（责任单位：各县（市，区）人民政府）', '各县（市，区）人民政府'],
  ['（责任单位为甲）', '甲'],
  ['（牵头：甲；配合：乙）', '牵头单位：甲；配合单位：乙'],
  ['（主责单位：甲；协同单位：乙）', '牵头单位：甲；配合单位：乙'],
  ['（牵头单位：甲局 责任单位：乙）', '牵头单位：甲局；责任单位：乙'],
  ['（牵头单位：甲。配合单位：乙）', '牵头单位：甲；配合单位：乙'],
  ['（责任单位：甲牵头，乙配合）', '牵头单位：甲；配合单位：乙'],
  ['（甲负责牵头，乙配合）', '牵头单位：甲；配合单位：乙'],
  ['（甲牵头、乙配合）', '牵头单位：甲；配合单位：乙'],
  ['（甲牵头，乙、丙，丁配合）', '牵头单位：甲；配合单位：乙、丙、丁'],
  ['（甲负责；乙配合）', '责任单位：甲；配合单位：乙'],
  ['（甲，各有关部门分别负责）', '甲、各有关部门'],
  ['（甲，乙按职责负责）', '甲、乙'],
  ['（市自由贸易办负责）', '市自由贸易办'],
  ['（区甲局、区乙局）', '区甲局、区乙局'],
  ['【区甲公司】', '区甲公司'],
];
for (const [bracket, units] of brackets)
  test(`${bracket} names the units ${units}`, () => {
    const [found, ...more] = unitBrackets([`正文。${bracket}`]);
    assert.deepEqual(more, []);
    assert.deepEqual([found?.printed, found?.units], [bracket, units]);
  });

/** What a bracket says, the units, and what was left out of them. */
const leftOut: [string, string, string][] = [
  ['（甲等按职责分工负责，2026年6月底前完成）', '甲等', '2026年6月底前完成'],
  ['（甲牵头，乙配合，持续推进）', '牵头单位：甲；配合单位：乙', '持续推进'],
  ['（责任单位：甲，完成时限：2027年12月底）', '甲', '完成时限：2027年12月底'],
  ['（完成时限：2027年12月；责任单位：甲）', '甲', '完成时限：2027年12月'],
  ['（责任领导：张三；责任单位：甲）', '甲', '责任领导：张三'],
];
for (const [bracket, units, out] of leftOut)
  test(`${bracket} names the units ${units}, and that ${out} is left out is reported`, () => {
    const [found] = unitBrackets([`正文。${bracket}`]);
    assert.equal(found?.units, units);
    assert.ok(found?.changed?.why.includes(`“${out}”`), found?.changed?.why);
  });

test('names alone are units by their form, at the end of a line only, and with a word of doubt', () => {
  assert.equal(unitBrackets(['推行改革（区甲局）', '建立清单。'])[0]?.changed?.certain, false);
  assert.equal(unitBrackets(['推行改革（区甲局）。', '建立清单。'])[0]?.units, '区甲局');
  assert.deepEqual(unitBrackets(['由主管部门（区甲局）推行改革。']), []);
});

test('a bracket at the end that speaks of units and is not read is reported', () => {
  assert.equal(unreadBracket('正文。（以下简称“专班”，由区政府牵头）。'), '（以下简称“专班”，由区政府牵头）');
  assert.equal(unreadBracket('正文（每户1万元（含），由财政局负责）'), '（每户1万元（含），由财政局负责）');
  for (const text of ['正文。（责任单位：甲）', '正文（2025年）', '甲局负责）', '正文', ''])
    assert.equal(unreadBracket(text), undefined, text);
});

for (const words of [
  '（以下简称“专班”，由区政府牵头）',
  '（每人每年补助1万元，由财政局负责）',
  '（涉及多部门的由牵头部门负责）',
  '（法定代表人、主要负责）',
  '（试点单位）',
  '（持续推进）',
  '（含区属国企投资项目）',
  '（2025年）',
  '（责任单位：）',
  '（谁主管。谁负责）',
  '中欧班列（武汉）集结中心',
  '（未完',
])
  test(`${words} names no units`, () => assert.deepEqual(unitBrackets([words]), []));
