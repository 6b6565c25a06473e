import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTime, unitAfter } from '../../../src/text/counted-units.ts';

/** What follows a number, and the unit that it begins with; undefined where a word begins that only looks like one. */
const examples: [string, string | undefined][] = [
  ['个百分点以上', '个百分点'],
  ['个工作日内', '个工作日'],
  ['个环节', '个'],
  ['个体户', undefined],
  ['学时培训', '学时'],
  ['平方公里', '平方公里'],
  ['千米', '千米'],
  ['千瓦时', '千瓦时'],
  ['兆瓦', '兆瓦'],
  ['吨标准煤', '吨标准煤'],
  ['亿美元', undefined],
  ['美元', '美元'],
  ['人次', '人次'],
  ['人才', undefined],
  ['月内', '月'],
  ['月至12月', undefined],
  ['%以上', '%'],
  [' ㎡', '㎡'],
  ['km²', 'km²'],
  ['GB', 'GB'],
  ['kWh', 'kWh'],
  ['家企业', '家'],
  ['户籍', undefined],
  ['场活动', '场'],
  ['场所', undefined],
  ['条例', undefined],
  ['项任务', '项'],
  ['项目', undefined],
  ['所学校', '所'],
  ['所有', undefined],
  ['分以上', '分'],
  ['分别', undefined],
  ['成以上', '成'],
  ['成果', undefined],
  ['位一体', undefined],
  ['年', '年'],
  ['孵化器', undefined],
];
for (const [after, unit] of examples)
  test(`“${after}” begins with ${unit ?? 'no unit'}`, () => assert.equal(unitAfter(after), unit));

test('units of time are told from others', () => {
  for (const unit of ['个工作日', '小时', '分钟', '月', '个月', '年', '日']) assert.ok(isTime(unit), unit);
  for (const unit of ['个', '人次', '学时', '分', '家']) assert.ok(!isTime(unit), unit);
});
