import { contentFiles } from '../../loader/paths.ts';
import { measureParagraph } from '../../model/printed-form.ts';
import type { Plan } from '../../model/types.ts';
import { eachPlan, type Rule, textsOf } from '../rule.ts';

/** All official words of a plan. */
const wordsOf = (plan: Plan): string[] => [
  ...textsOf(plan.blocks),
  ...plan.measures.map((measure) => measureParagraph(measure)),
  ...(plan.notice ?? []),
  ...(plan.annex ? [...plan.annex.columns, ...(plan.annex.lines ?? []), ...plan.annex.below] : []),
  ...plan.tasks.flatMap(({ text, unitsText, cells }) => [text, unitsText, ...Object.values(cells)]),
];

export const rule: Rule = {
  id: 'lead-rule',
  reason: 'A rule on who leads is one that the document states, in its words.',
  needs: ['plans', 'measures'],
  runs: eachPlan((plan) => {
    const words = plan.leadRule?.words;
    if (words === undefined || wordsOf(plan).some((text) => text.includes(words))) return [];
    return {
      file: contentFiles.plan(plan.id),
      path: ['leadRule', 'words'],
      found: `“${words}”，文件里没有这句话`,
      expected: '文件定下谁牵头的原话，一字不差',
      mend: '从原文复制；文件没有这样的规定就删去 leadRule',
    };
  }),
  bad: {
    'printed/plan.mdx:9 leadRule.words 查到：“排第一位的牵头”，文件里没有这句话 应为：文件定下谁牵头的原话，一字不差 改法：从原文复制；文件没有这样的规定就删去 leadRule':
      { 'printed/plan.mdx': { 'words: 列第一位者为牵头单位，下同': 'words: 排第一位的牵头' } },
  },
};
