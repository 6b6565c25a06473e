import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { candidatesIn } from '../../../src/import/target-candidates.ts';
import { quantitiesIn } from '../../../src/text/numerals.ts';

/** What is made of a text's numbers, each in a few words. */
function readings(text: string): string[] {
  const { targets, limits, findings } = candidatesIn([{ text, task: 1 }], 1);
  return [
    ...targets.map(({ operator, value, unit }) => `${operator} ${value} ${unit}`),
    ...limits.map(({ kind, value, unit }) => `${kind} ${value} ${unit}`),
    ...findings.map(({ why }) => why),
  ];
}

const candidates: [string, ...string[]][] = [
  ['每年不得超过2次。', 'ceiling 2 次'],
  ['费率低于1%。', 'ceiling 1 %'],
  ['次数不得少于3次。', '>= 3 次'],
  ['旅游总收入超100亿元。', '>= 10000000000 元'],
  ['规模达45亿美元。', '= 4500000000 美元'],
  ['新建装机10万千瓦。', '= 100000 千瓦'],
  ['储能达200兆瓦时。', '= 200 兆瓦时'],
  ['开展“直播带岗”50场次。', '= 50 场次'],
  ['精品线路5条。', '= 5 条'],
  ['归集电子证照2000万条以上。', '>= 20000000 条'],
  ['整治2类问题。', '= 2 类'],
  ['新增１００家。', '= 100 家'],
  ['减少30％以上。', '>= 30 %'],
  ['不少于五十家。', '>= 50 家'],
  ['稳定岗位五万个。', '= 50000 个'],
  ['占比不低于七成。', '>= 7 成'],
  ['增长一倍以上。', '>= 1 倍'],
  ['12345热线按时办结率达到99%。', '= 99 %'],
  ['压减至2个工作日内。', 'deadline 2 个工作日'],
  ['不能超过3个工作日。', 'deadline 3 个工作日'],
  ['压缩至30小时以内。', 'deadline 30 小时'],
  ['3个工作日内回复。', 'deadline 3 个工作日'],
  ['原则上不超过30分钟。', 'deadline 30 分钟'],
  ['六个月内完成。', 'deadline 6 个月'],
  ['余款1年内缴清。', 'deadline 1 年'],
  ['力争“百日签约”。', 'deadline 100 日'],
  ['审理周期缩短10天。', '= 10 天'],
  ['公示不少于3天。', '>= 3 天'],
  ['新增省级研发中心2家、市级研发中心2家。', '= 2 家', '= 2 家'],
  ['由8项扩大到15项。', '= 15 项', '“8项”是原来的数，没有记作目标'],
  ['由15天压缩为5天。', 'deadline 5 天', '“15天”是原来的数，没有记作目标'],
  ['举办100余场。', '= 100 场', '“100余场”是约数，记作100'],
  ['贷款最高不超过15万元。', 'ceiling 150000 元'],
  ['保持在95%左右。', '= 95 %', '“95%”是约数，记作95'],
];
for (const [text, ...read] of candidates)
  test(`“${text}” is read as ${read.join(' and ')}`, () => assert.deepEqual(readings(text), read));

const reported: [string, RegExp][] = [
  ['引进人才3—5名。', /^“5名”是一个范围的一端/u],
  ['引进1-2家企业。', /^“2家”是一个范围的一端/u],
  ['引进３～５家企业。', /^“5家”是一个范围的一端/u],
  ['每台补贴3000元至5000元。', /^“5000元”是一个范围的一端/u],
  ['三至五家。', /^“五家”是一个范围的一端/u],
  ['进入全省前20位。', /^“20位”是名次/u],
  ['时限压缩1/3。', /^“1”是分数或比/u],
  ['占比达到三分之一。', /^“三”是分数或比/u],
  ['利率不高于LPR+50个基点。', /^“50个基点”与字母或算式连写/u],
  ['24小时自助服务。', /^“24小时”说的是全天/u],
  ['“15分钟政务服务圈”。', /^“15分钟”在引号里/u],
  ['“四类”行为。', /^“四类”在引号里/u],
  ['推行“最多跑3次”。', /^“3次”在引号里/u],
  ['新增数十家。', /^“十家”只是约数/u],
  ['力争用1年时间。', /^“1年”是年数/u],
  ['建成20孵化器。', /^“20”后面没有认得的计量单位/u],
  ['从业人员1000人以上的企业可申请。', /^“1000人”像是申请的条件/u],
  ['年收入100万元以上的，另行安排。', /^“100万元”像是申请的条件/u],
  ['参保1年以上的职工可申领。', /^“1年”像是申请的条件/u],
  ['给予每户2000元补贴。', /^“2000元”像是补助的标准/u],
];
for (const [text, why] of reported)
  test(`“${text}” is reported and no candidate`, () => {
    const [reading = '', ...more] = readings(text);
    assert.deepEqual(more, []);
    assert.match(reading, why);
    assert.match(reading, /没有记作目标$/u);
  });

for (const text of [
  '2026年6月30日前，2026—2028年，9月至12月。',
  '第1批，第三条，东政办〔2025〕2号。',
  '1.推行一网通办。（2）压减环节。',
  '“1+4”产业，5G基站，4A级景区，世界500强。',
  '一件事情、一个窗口，五位一体，四部门，百企。',
  '预防二次污染，冬季两项，两个市场，三年行动。',
])
  test(`“${text}” counts nothing`, () => assert.deepEqual(readings(text), []));

test('a number of the measure’s text counts where the tasks have it less often', () => {
  const text = '新增甲2家，新增乙2家。';
  const tasksOf = (...places: { text: string; task: number }[]) =>
    candidatesIn(places, 1).targets.map(({ text: clause, task }) => [clause, task]);
  assert.deepEqual(tasksOf({ text, task: 3 }, { text, task: 0 }), [
    ['新增甲2家', 3],
    ['新增乙2家', 3],
  ]);
  assert.deepEqual(tasksOf({ text: '新增甲2家。', task: 3 }, { text, task: 0 }), [
    ['新增甲2家', 3],
    ['新增乙2家', 0],
  ]);
});

const number = fc.oneof(
  fc.integer({ min: 2, max: 1800 }).map(String),
  fc.constantFrom('1.5万', '20亿', '１００', '五十', '十二', '三', '1,200', '10余', '3—5', '2至3'),
);
const unit = fc.constantFrom(
  '家',
  '场次',
  '人次',
  '%',
  '％',
  '个工作日',
  '小时',
  '亿美元',
  '条',
  '个百分点',
  '兆瓦时',
  '辆',
);
const before = fc.constantFrom('', '不少于', '不得超过', '低于', '超', '约', '由8项扩大到', '≥', '每', '前', '共“');
const after = fc.constantFrom('', '以上', '以内', '左右', '企业', '（含）以上');

test('every number with a unit is a candidate or reported, and a candidate is as its own words say', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(before, number, unit, after), { minLength: 1, maxLength: 3 }), (phrases) => {
      const text = phrases.map((phrase) => phrase.join('')).join('，建成');
      const { targets, limits, findings } = candidatesIn([{ text, task: 1 }], 1);
      assert.ok(targets.length + limits.length + findings.length >= phrases.length, text);
      for (const { value, unit: counted, text: clause } of [...targets, ...limits]) {
        assert.ok(text.includes(clause), text);
        assert.ok(
          quantitiesIn(clause).some((one) => one.value === value && one.after.startsWith(counted)),
          text,
        );
      }
    }),
  );
});
