import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Bound, boundOf } from '../../../src/text/number-bounds.ts';
import { quantitiesIn } from '../../../src/text/numerals.ts';

/** Words with one number, its unit, and how they bound it. */
const said: [string, string, Bound | undefined][] = [
  ['每年不得超过2次', '次', '<='],
  ['不能超过3个工作日', '个工作日', '<='],
  ['不得高于5%', '%', '<='],
  ['不应多于5家', '家', '<='],
  ['未超过5家', '家', '<='],
  ['低于1%', '%', '<='],
  ['少于3天', '天', '<='],
  ['≤3天', '天', '<='],
  ['最长60日', '日', '<='],
  ['单个项目最高允许100%亏损', '%', '<='],
  ['不超过法定时限的50%', '%', '<='],
  ['不低于2025年的50%', '%', '>='],
  ['控制在1小时以内', '小时', '<='],
  ['压减至2个工作日内', '个工作日', '<='],
  ['减少到3个环节以下', '个环节', '<='],
  ['不少于50家', '家', '>='],
  ['不得少于3次', '次', '>='],
  ['不得低于95%', '%', '>='],
  ['高于95%', '%', '>='],
  ['≥ 95%', '%', '>='],
  ['超100亿元', '元', '>='],
  ['至少举办4场', '场', '>='],
  ['90分以上', '分', '>='],
  ['200家（次）以上', '家', '>='],
  ['新增2家以上市级机构', '家', '>='],
  ['新增100家', '家', undefined],
  ['新增100家省级以上企业', '家', undefined],
  ['引进5家内资企业', '家', undefined],
  ['不超时，办结100件', '件', undefined],
  ['开展“攻坚突破年”活动5场', '场', undefined],
];
for (const [words, unit, bound] of said)
  test(`“${words}” says ${bound ?? 'no bound'}`, () => {
    const quantity = quantitiesIn(words).at(-1) ?? assert.fail();
    assert.equal(boundOf(quantity, unit), bound);
  });

test('of two numbers each has its own bound', () => {
  const bounds = quantitiesIn('不少于10个、不超过20个').map((quantity) => boundOf(quantity, '个'));
  assert.deepEqual(bounds, ['>=', '<=']);
});
