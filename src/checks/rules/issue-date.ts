import { dayPattern, readDay } from '../../text/dates.ts';
import { eachFile, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'issue-date',
  reason: 'The date of issue is the day that the document prints.',
  needs: [],
  runs: eachFile('plans', ['issuedOn', 'issuedText'], ({ data: { issuedOn, issuedText } }) => {
    if (issuedOn === undefined || issuedText === undefined) return [];
    const days = issuedText.match(new RegExp(dayPattern, 'gu')) ?? [];
    if (days.some((day) => readDay(day) === issuedOn)) return [];
    return {
      path: ['issuedOn'],
      found: `${issuedOn}，而 issuedText 写的是“${issuedText}”`,
      expected: '两处是同一天',
      mend: '对照原文改正其中一处',
    };
  }),
  good: [{ 'plan.mdx': { '2025年3月28日印发': '二〇二五年三月二十八日印发' } }],
  bad: {
    'plan.mdx:10 issuedOn 查到：2025-03-29，而 issuedText 写的是“2025年3月28日印发” 应为：两处是同一天 改法：对照原文改正其中一处':
      { 'plan.mdx': { 'issuedOn: 2025-03-28': 'issuedOn: 2025-03-29' } },
  },
};
