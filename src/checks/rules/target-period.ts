import { eachFile, type Rule, textsOf } from '../rule.ts';
import { eachQuantity, missingFrom } from '../targets.ts';

export const rule: Rule = {
  id: 'target-period',
  reason: 'A period is named in the text of the measure or task: no date is made up.',
  needs: [],
  runs: eachFile('measures', ['tasks', 'targets', 'body'], ({ data: { tasks, targets }, blocks }) =>
    eachQuantity({ targets, limits: [] }, (item) => {
      const period = 'period' in item ? item.period : undefined;
      const task = tasks.find(({ number }) => number === item.task);
      const texts = [...textsOf(blocks), task?.text ?? ''];
      if (period === undefined || texts.some((text) => text.includes(period))) return undefined;
      return {
        field: 'period',
        found: `“${period}”，${missingFrom(item)}`,
        expected: '原文写明的期限；原文没有就不写',
        mend: '照原文改正，或删去这一行',
      };
    }),
  ),
  bad: {
    'measures/01.mdx:14 targets[1].period 查到：“2025年”，正文和第1项任务里都没有 应为：原文写明的期限；原文没有就不写 改法：照原文改正，或删去这一行':
      { 'measures/01.mdx': { 'period: 全年': 'period: 2025年' } },
  },
};
