import { eachFile, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'correction-date',
  reason: 'A correction was not recorded before there was the document.',
  needs: ['plans'],
  runs: eachFile('corrections', ['corrections'], ({ data: { corrections }, plan }) =>
    corrections.flatMap(({ recordedOn }, index) => {
      if (recordedOn === undefined || plan?.issuedOn === undefined || recordedOn >= plan.issuedOn) return [];
      return {
        path: ['corrections', index, 'recordedOn'],
        found: `${recordedOn}，早于这份文件的印发日期 ${plan.issuedOn}`,
        expected: '登记这一条的日期，不早于文件的印发日期',
        mend: '改正日期；不清楚就删去这一行',
      };
    }),
  ),
  good: [{ 'corrections.yaml': { 'suggestion: 突出问题': 'suggestion: 突出问题\n    recordedOn: 2025-03-28' } }],
  bad: {
    'corrections.yaml:13 corrections[2].recordedOn 查到：2025-03-27，早于这份文件的印发日期 2025-03-28 应为：登记这一条的日期，不早于文件的印发日期 改法：改正日期；不清楚就删去这一行':
      { 'corrections.yaml': { 'suggestion: 突出问题': 'suggestion: 突出问题\n    recordedOn: 2025-03-27' } },
  },
};
