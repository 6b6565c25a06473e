import { type Slip, slipTests } from '../../fixtures/cases.ts';

/* Numbers and days as people write them. */

const m1 = 'plans/mini/measures/01.mdx';
const plan = 'plans/mini/plan.mdx';
const m2 = 'plans/mini/measures/02.mdx';
const unit = 'units/jia.yaml';
const topic = 'topics/power.yaml';
const questions = 'plans/mini/questions/01.yaml';
const corrections = 'plans/mini/corrections.yaml';
const site = 'site.yaml';

const slips: Slip[] = [
  [m1, 'value: 50', 'value: ５０', '12 targets[1].value 查到：“５０” 应为：数字 改法：写成 50'],
  [m1, 'value: 50', 'value: 五十', '12 targets[1].value 查到：“五十” 应为：数字 改法：写成 50'],
  [m1, 'value: 50', 'value: 50场', '12 targets[1].value 查到：“50场” 应为：数字 改法：写成 50'],
  [
    plan,
    'issuedOn: 2025-03-28',
    'issuedOn: 2025年3月28日',
    '10 issuedOn 查到：“2025年3月28日” 应为：2025-03-28 这样的、日历上有的日期 改法：写成 2025-03-28',
  ],
  [m1, 'value: 50', 'value: 50.0场', '12 targets[1].value 查到：“50.0场” 应为：数字 改法：写成 50'],
  [m1, 'value: 50', 'value: “50”', '12 targets[1].value 查到：““50”” 应为：数字 改法：写成 50'],
  [m1, 'value: 50', 'value: 伍拾', '12 targets[1].value 查到：“伍拾” 应为：数字 改法：写成 50'],
  [m2, 'value: 100', 'value: 1百日', '11 limits[1].value 查到：“1百日” 应为：数字 改法：写成 100'],
  [m1, 'value: 50', 'value: 不少于50场', '12 targets[1].value 查到：“不少于50场” 应为：数字 改法：写成 50'],
  [
    m1,
    'value: 50',
    'value: 约50',
    '12 targets[1].value 查到：“约50” 应为：数字 改法：“value”要写的是：数值，写成普通数字：1万人写 10000，10亿元写 1000000000，90% 写 90。',
  ],
  [
    m1,
    'value: 50',
    'value: 50-60',
    '12 targets[1].value 查到：“50-60” 应为：数字 改法：“value”要写的是：数值，写成普通数字：1万人写 10000，10亿元写 1000000000，90% 写 90。',
  ],
  [m1, 'number: 1\ntitle', 'number: 第一条\ntitle', '2 number 查到：“第一条” 应为：整数 改法：写成 1'],
  [m1, '  - number: 2', '  - number: 第2项', '22 tasks[2].number 查到：“第2项” 应为：整数 改法：写成 2'],
  [m1, '    task: 1\n', '    task: 任务1\n', '16 targets[1].task 查到：“任务1” 应为：整数 改法：写成 1'],
  [m1, 'innovation: true', 'innovation: 是', '19 tasks[1].innovation 查到：“是” 应为：true 或 false 改法：写成 true'],
  [m1, 'innovation: true', 'innovation: √', '19 tasks[1].innovation 查到：“√” 应为：true 或 false 改法：写成 true'],
  [
    plan,
    'issuedOn: 2025-03-28',
    'issuedOn: 2025/3/28',
    '10 issuedOn 查到：“2025/3/28” 应为：2025-03-28 这样的、日历上有的日期 改法：写成 2025-03-28',
  ],
  [
    plan,
    'issuedOn: 2025-03-28',
    'issuedOn: 2025.3.28',
    '10 issuedOn 查到：“2025.3.28” 应为：2025-03-28 这样的、日历上有的日期 改法：写成 2025-03-28',
  ],
  [
    plan,
    'issuedOn: 2025-03-28',
    'issuedOn: 2025-3-28',
    '10 issuedOn 查到：“2025-3-28” 应为：2025-03-28 这样的、日历上有的日期 改法：写成 2025-03-28',
  ],
  [
    plan,
    'issuedOn: 2025-03-28',
    'issuedOn: ２０２５年３月２８日',
    '10 issuedOn 查到：“２０２５年３月２８日” 应为：2025-03-28 这样的、日历上有的日期 改法：写成 2025-03-28',
  ],
  [
    plan,
    'issuedOn: 2025-03-28',
    'issuedOn: 二〇二五年三月二十八日',
    '10 issuedOn 查到：“二〇二五年三月二十八日” 应为：2025-03-28 这样的、日历上有的日期 改法：写成 2025-03-28',
  ],
  [
    plan,
    'issuedOn: 2025-03-28',
    'issuedOn: 20250328',
    '10 issuedOn 查到：20250328 应为：2025-03-28 这样的、日历上有的日期 改法：写成 2025-03-28',
  ],
  [
    plan,
    'issuedOn: 2025-03-28',
    'issuedOn: 2025年3月',
    '10 issuedOn 查到：“2025年3月” 应为：2025-03-28 这样的、日历上有的日期 改法：“issuedOn”要写的是：印发日期；文件没有就不写。',
  ],
  [
    plan,
    'issuedOn: 2025-03-28',
    'issuedOn:',
    '10 issuedOn 查到：空白 应为：2025-03-28 这样的、日历上有的日期 改法：在“issuedOn”的冒号后面写上内容；不需要这个字段就删去这一行',
  ],
  [
    unit,
    'kind: unit',
    'kind: unit\ncontact:\n  phone: 027-83890000\n  source: www.example.gov.cn/a\n  date: 2025年1月2日',
    '6 contact.source 查到：“www.example.gov.cn/a” 应为：http:// 或 https:// 开头的网址 改法：写成 https://www.example.gov.cn/a',
    '7 contact.date 查到：“2025年1月2日” 应为：2025-03-28 这样的、日历上有的日期 改法：写成 2025-01-02',
  ],
  [topic, 'order: 2', 'order: 第2', '3 order 查到：“第2” 应为：整数 改法：写成 2'],
  [topic, 'order: 2', 'order: 二', '3 order 查到：“二” 应为：整数 改法：写成 2'],
  [questions, '  - task: 1', '  - task: 第1项', '2 answers[1].task 查到：“第1项” 应为：整数 改法：写成 1'],
  [
    corrections,
    'rows: [1, 3]',
    'rows: [1、3]',
    '46 corrections[7].rows 查到：[1、3] 应为：数字 改法：各项之间用英文逗号：写成 [1, 3]',
  ],
  [
    corrections,
    '    certainty: low\n',
    '    certainty: low\n    recordedOn: 2025年12月1日\n',
    '37 corrections[5].recordedOn 查到：“2025年12月1日” 应为：2025-03-28 这样的、日历上有的日期 改法：写成 2025-12-01',
  ],
  [site, 'base: /\n', 'base: /\nlogQueries: 是\n', '4 logQueries 查到：“是” 应为：true 或 false 改法：写成 true'],
  [m2, 'value: 100', 'value: 一百日', '11 limits[1].value 查到：“一百日” 应为：数字 改法：写成 100'],
];

slipTests(slips);
