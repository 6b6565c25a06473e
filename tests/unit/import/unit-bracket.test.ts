import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unitBrackets, unitsLine, unreadBracket } from '../../../src/import/unit-bracket.ts';

/** What a bracket says, and the units as the handbook reads them. */
const brackets: [string, string][] = [
  ['（责任单位：甲、乙等相关部门）', '甲、乙等相关部门'],
  ['(责任单位:甲、乙)', '甲、乙'],
  ['（责任部门：甲）', '甲'],
  ['〔牵头单位：甲；责任单位：乙〕', '牵头单位：甲；责任单位：乙'],
  ['【牵头单位：甲，配合单位：乙、丙】', '牵头单位：甲；配合单位：乙、丙'],
  ['（甲牵头，乙、丙配合）', '牵头单位：甲；配合单位：乙、丙'],
  ['（由甲牵头负责；乙、丙按职责分工负责）', '牵头单位：甲；按职责分工：乙、丙'],
  ['（甲、乙按职责分工负责）', '按职责分工：甲、乙'],
  ['（甲按照各自职责分工负责）', '按职责分工：甲'],
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
  ['（甲，乙按职责负责）', '按职责分工：甲、乙'],
  ['（市自由贸易办负责）', '市自由贸易办'],
  ['（区甲局、区乙局）', '区甲局、区乙局'],
  ['【区甲公司】', '区甲公司'],
  ['（甲指导，乙、丙落实）', '指导单位：甲；责任单位：乙、丙'],
  ['（甲监督，乙参与）', '监督单位：甲；参与单位：乙'],
  ['（甲会同乙负责）', '责任单位：甲；会同单位：乙'],
  ['（甲牵头会同乙、丙）', '牵头单位：甲；会同单位：乙、丙'],
  ['（甲、乙，丙配合）', '责任单位：甲、乙；配合单位：丙'],
  ['（区甲局等部门和各镇政府按职责分工负责）', '按职责分工：区甲局等部门、各镇政府'],
  ['（区甲局、区乙局等和各有关镇政府负责）', '区甲局、区乙局等、各有关镇政府'],
  ['（甲局指导，各镇、乙局等部门实施）', '指导单位：甲局；责任单位：各镇、乙局等部门'],
  ['（主要责任单位：甲；协作单位：乙）', '责任单位：甲；配合单位：乙'],
  ['（负责部门：甲）', '甲'],
  ['（市人力资源和社会保障局负责）', '市人力资源和社会保障局'],
  ['（甲负责落实）', '甲'],
  ['（责任单位：市甲局 市乙局）', '市甲局、市乙局'],
  ['（市甲局、各县区、各乙机构）', '市甲局、各县区、各乙机构'],
  ['（市甲局、市乙局。各项任务排在首位的为牵头单位，下同）', '市甲局、市乙局'],
  ['（甲、乙按职责分工牵头负责）', '牵头单位：甲、乙'],
  ['（甲牵头，乙等有关部门及各镇按职责分工落实）', '牵头单位：甲；按职责分工：乙等有关部门、各镇'],
  ['（甲牵头负责，各地区、各有关部门配合做好）', '牵头单位：甲；配合单位：各地区、各有关部门'],
  ['（市级牵头单位：甲；市级责任单位：乙）', '牵头单位：甲；责任单位：乙'],
  ['（牵头责任单位：甲，支持单位：乙）', '牵头单位：甲；配合单位：乙'],
  ['（区甲局、区12345热线中心负责）', '区甲局、区12345热线中心'],
  ['（牵头单位：甲局 责任单位：乙局 完成时限：持续推进）', '牵头单位：甲局；责任单位：乙局'],
  ['（甲、乙负责，排名第一的为牵头单位）', '甲、乙'],
  ['（责任单位：甲、乙，第一个单位为牵头单位，其他为配合单位，下同）', '甲、乙'],
];
for (const [bracket, units] of brackets)
  test(`${bracket} names the units ${units}`, () => {
    const [found, ...more] = unitBrackets([`正文。${bracket}`]);
    assert.deepEqual(more, []);
    assert.deepEqual([found?.printed, found?.units], [bracket, units]);
  });

/** What a bracket says, the units, and what was left out of them. */
const leftOut: [string, string, string][] = [
  ['（甲等按职责分工负责，2026年6月底前完成）', '按职责分工：甲等', '2026年6月底前完成'],
  ['（甲牵头，乙配合，持续推进）', '牵头单位：甲；配合单位：乙', '持续推进'],
  ['（责任单位：甲，完成时限：2027年12月底）', '甲', '完成时限：2027年12月底'],
  ['（完成时限：2027年12月；责任单位：甲）', '甲', '完成时限：2027年12月'],
  ['（责任领导：张三；责任单位：甲）', '甲', '责任领导：张三'],
  ['（负责部门：甲，适用范围：乙地）', '甲', '适用范围：乙地'],
  ['（责任单位：甲等有关部门，各镇。以下措施均需各镇落实，不再单独列出）', '甲等有关部门、各镇', '不再单独列出'],
];
for (const [bracket, units, out] of leftOut)
  test(`${bracket} names the units ${units}, and ${out} is a remark`, () => {
    const [found] = unitBrackets([`正文。${bracket}`]);
    assert.equal(found?.units, units);
    assert.ok(found?.remarks.includes(out), found?.remarks.join());
  });

for (const [bracket, units, rule] of [
  ['（甲、乙负责。列第一位者为牵头单位，下同）', '甲、乙', '列第一位者为牵头单位，下同'],
  ['（甲、乙负责。列第一位的责任单位为牵头单位或汇总单位）', '甲、乙', '列第一位的责任单位为牵头单位或汇总单位'],
  ['（甲、乙负责，排在第一位的部门为牵头部门，下同）', '甲、乙', '排在第一位的部门为牵头部门，下同'],
  ['（责任单位：甲、乙，排第一位的为牵头单位，下同）', '甲、乙', '排第一位的为牵头单位，下同'],
] as const)
  test(`${bracket} names ${units}, and a rule of the whole document`, () => {
    const [found] = unitBrackets([bracket]);
    assert.deepEqual([found?.units, found?.rule], [units, rule]);
  });

for (const [line, units] of [
  ['牵头单位：区甲局 配合单位：区乙局', '牵头单位：区甲局；配合单位：区乙局'],
  ['责任单位：甲、乙；完成时限：2024年12月', '甲、乙'],
  ['责任单位：甲。完成时限：持续推进。', '甲'],
  ['责任分工：甲牵头，乙配合', '牵头单位：甲；配合单位：乙'],
] as const)
  test(`the line “${line}” names the units ${units}`, () => assert.equal(unitsLine(line)?.units, units));

test('a reading that is no more than likely says so', () => {
  const doubts = ['（甲会同乙负责）', '（甲、乙，丙配合）', '（牵头单位：甲；支持单位：乙）', '（经营主体负责）'];
  assert.deepEqual(
    doubts.map((bracket) => unitBrackets([bracket])[0]?.changed?.certain),
    [false, false, false, false],
  );
});

test('names alone are units by their form, at the end of a line only, and with a word of doubt', () => {
  assert.equal(unitBrackets(['推行改革（区甲局）', '建立清单。'])[0]?.changed?.certain, false);
  assert.equal(unitBrackets(['推行改革（区甲局）。', '建立清单。'])[0]?.units, '区甲局');
  assert.deepEqual(unitBrackets(['由主管部门（区甲局）推行改革。']), []);
  assert.equal(unitBrackets(['推行改革。（区甲局）建立清单。'])[0]?.units, '区甲局');
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

test('a last sentence may name units without a bracket', () => {
  const of = (text: string) => unitBrackets([text]).map(({ printed, units }) => [printed, units]);
  assert.deepEqual(of('做好此事。责任单位：甲局、乙局。'), [['责任单位：甲局、乙局。', '甲局、乙局']]);
  assert.deepEqual(of('做好此事。责任单位：甲局。再做一次。'), []);
  assert.deepEqual(of('做好此事，明确责任单位：甲局'), []);
});

test('a word between names is read as a sign where it can be no part of them, and is else in doubt', () => {
  const of = (text: string) => unitBrackets([text]).map(({ units, changed }) => [units, changed?.certain]);
  assert.deepEqual(of('（责任单位：市甲局及市直有关单位）'), [['市甲局、市直有关单位', true]]);
  assert.deepEqual(of('（责任单位：市甲局和市乙局）'), [['市甲局和市乙局', false]]);
  assert.deepEqual(of('（责任单位：市住房和城建局）'), [['市住房和城建局', undefined]]);
});
