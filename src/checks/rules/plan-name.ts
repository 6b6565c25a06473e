import { contentFiles } from '../../loader/paths.ts';
import { once, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'plan-name',
  reason: 'Plans are told apart by their short titles and document numbers.',
  needs: ['plans'],
  runs: once(({ handbook: { plans } }) =>
    plans.flatMap((plan, index) =>
      (['shortTitle', 'number'] as const).flatMap((field) => {
        const twin = plans.slice(0, index).find((other) => plan[field] && other[field] === plan[field]);
        if (!twin) return [];
        return {
          file: contentFiles.plan(plan.id),
          path: [field],
          found: `“${plan[field]}”，与 ${contentFiles.plan(twin.id)} 相同`,
          expected: field === 'number' ? '每份文件的文号不同' : '每份文件的简称不同，读者靠它分清是哪一份',
          mend: field === 'number' ? '对照原文改正' : '加上年份，例如“2025年行动方案”',
        };
      }),
    ),
  ),
  bad: {
    'second/plan.mdx:3 shortTitle 查到：“方案”，与 plans/mini/plan.mdx 相同 应为：每份文件的简称不同，读者靠它分清是哪一份 改法：加上年份，例如“2025年行动方案”':
      { 'second/plan.mdx': { 'shortTitle: 第二方案': 'shortTitle: 方案' } },
    'second/plan.mdx:5 number 查到：“小政〔2025〕1号”，与 plans/mini/plan.mdx 相同 应为：每份文件的文号不同 改法：对照原文改正':
      { 'second/plan.mdx': { '小政〔2025〕3号': '小政〔2025〕1号' } },
  },
};
