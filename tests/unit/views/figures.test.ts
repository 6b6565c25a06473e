import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  featuredTargets,
  figureLabel,
  figureOf,
  figureWords,
  nameBesideFigure,
  wordsAbove,
} from '../../../src/views/figures.ts';
import { countyWithNext, handbookFrom } from '../../fixtures/county.ts';
import { checkWith, replace } from '../../fixtures/mini.ts';

const handbook = handbookFrom(countyWithNext);
const quantity = (text: string, value: number, unit: string) => ({ text, value, unit });

test('every word of a figure stands in the text of its target or limit, in that order', () => {
  for (const { targets, limits } of handbook.plans)
    for (const one of [...targets, ...limits]) {
      const { bounds, digits, unit, beyond } = figureOf(one);
      assert.match(digits, /^(?:[\d.]+|[一二三四五六七八九十百千两]+)$/u, one.id);
      let at = 0;
      for (const words of [...bounds, digits + unit + beyond]) {
        const found = one.text.indexOf(words, at);
        assert.ok(found >= 0, `${one.id}：“${words}”不在“${one.text}”里`);
        at = found + words.length;
      }
      assert.ok(one.text.includes(figureWords(one)), one.id);
    }
});

test('a figure claims what the document claims, and no more', () => {
  for (const [text, value, unit, label] of [
    ['力争2025年新增创新型中小企业100家，省级以上中小企业40家', 40, '家', '力争40家'],
    ['力争新增A类100家；新增B类40家', 40, '家', '40家'],
    ['力争新增2家以上市级创孵机构', 2, '家', '力争2家以上'],
    ['全年计划开展培训1万人以上', 10000, '人', '计划1万人以上'],
    ['逐步在全区12个街道推广', 12, '个', '逐步12个'],
    ['新设2支子基金', 2, '支', '2支'],
    ['结案率不低于 90%', 90, '%', '不低于90%'],
    ['覆盖率达到50%以上', 50, '%', '达到50%以上'],
    ['单个项目最高允许100%亏损', 100, '%', '最高允许100%'],
    ['力争所有项目“百日签约”', 100, '日', '力争百日'],
    ['自受理之日起20日内办结', 20, '日', '20日内'],
    ['引进100家内资企业', 100, '家', '100家'],
    ['发运量维持在1000列以上', 1000, '列', '维持在1000列以上'],
    ['力争不少于3家', 3, '家', '力争不少于3家'],
    ['节约1.5亿元左右', 150_000_000, '元', '1.5亿元左右'],
    ['新增不超过１０家', 10, '家', '不超过１０家'],
  ] as const)
    assert.equal(figureLabel(quantity(text, value, unit)), label, text);
});

test('a period stands above the figure once, also where it is what bounds the number', () => {
  const [target] = handbook.plans.flatMap(({ targets }) => targets);
  assert.ok(target);
  const yearly = { ...target, ...quantity('停电时间年均2小时以内', 2, '小时') };
  assert.equal(wordsAbove({ ...yearly, period: '年均' }), '年均');
  assert.equal(wordsAbove({ ...yearly, period: '全年' }), '全年 年均');
  assert.equal(wordsAbove({ ...target, ...quantity('办结2家', 2, '家'), period: undefined }), '');
});

test('the words marked in the text are those beside the number, the last where it stands twice', () => {
  const twice = '省级2家，市级不少于2家以上';
  assert.equal(figureWords(quantity(twice, 2, '家')), '不少于2家以上');
  assert.equal(figureWords(quantity('发运量维持在1000列以上', 1000, '列')), '1000列以上');
  assert.equal(figureWords(quantity('力争新增不少于 50 场', 50, '场')), '不少于 50 场');
});

test('the front page shows the targets that the plan names, in that order, or its first five', () => {
  for (const plan of handbook.plans) {
    const ids = featuredTargets(plan).map(({ id }) => id);
    assert.deepEqual(ids, plan.featured.length > 0 ? plan.featured : plan.targets.slice(0, 5).map(({ id }) => id));
    assert.ok(ids.length > 0);
  }
  const { handbook: mini } = checkWith({
    'plans/mini/plan.mdx': replace('annex:\n', 'featured: [meetings]\nannex:\n'),
  });
  assert.deepEqual(
    mini.plans.flatMap(featuredTargets).map(({ id }) => id),
    ['meetings'],
  );
});

test('a name beside its figure does not repeat the number that it holds', () => {
  for (const [name, text, value, unit, beside] of [
    ['全年新增贷款5亿元以上', '全年新增贷款5亿元以上', 500000000, '元', '全年新增贷款'],
    ['新增贷款5亿元', '全年新增贷款5亿元以上', 500000000, '元', '新增贷款'],
    ['不少于50场银企对接会', '银企对接会不少于50场', 50, '场', '银企对接会'],
    ['力争培育100家企业', '力争培育企业100家', 100, '家', '培育企业'],
    ['银企对接会', '银企对接会不少于50场', 50, '场', '银企对接会'],
    ['50强企业', '引进50强企业50家', 50, '家', '50强企业'],
    ['50场', '不少于50场', 50, '场', '50场'],
    ['百日办结', '百日办结', 100, '日', '百日办结'],
  ] as const)
    assert.equal(nameBesideFigure({ name, text, value, unit }), beside, name);
});
