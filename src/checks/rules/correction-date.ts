import { eachFile, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'correction-date',
  reason: 'A correction was recorded since there was the document, and by today.',
  needs: ['plans'],
  runs: eachFile('corrections', ['corrections'], ({ data: { corrections }, plan, content: { day } }) =>
    corrections.flatMap(({ recordedOn }, index) => {
      const issuedOn = plan?.issuedOn;
      if (recordedOn === undefined) return [];
      const isEarly = issuedOn !== undefined && recordedOn < issuedOn;
      if (!isEarly && recordedOn <= day) return [];
      return {
        path: ['corrections', index, 'recordedOn'],
        found: isEarly ? `${recordedOn}，早于这份文件的印发日期 ${issuedOn}` : `${recordedOn}，在今天（${day}）以后`,
        expected: `登记这一条的日期，${isEarly ? '不早于文件的印发日期' : '不晚于今天'}`,
        mend: '改正日期；不清楚就删去这一行',
      };
    }),
  ),
  good: [{ 'corrections.yaml': { 'suggestion: 突出问题': 'suggestion: 突出问题\n    recordedOn: 2025-03-28' } }],
  bad: {
    'corrections.yaml:13 corrections[2].recordedOn 查到：2025-03-27，早于这份文件的印发日期 2025-03-28 应为：登记这一条的日期，不早于文件的印发日期 改法：改正日期；不清楚就删去这一行':
      { 'corrections.yaml': { 'suggestion: 突出问题': 'suggestion: 突出问题\n    recordedOn: 2025-03-27' } },
    'corrections.yaml:13 corrections[2].recordedOn 查到：2030-01-02，在今天（2030-01-01）以后 应为：登记这一条的日期，不晚于今天 改法：改正日期；不清楚就删去这一行':
      { 'corrections.yaml': { 'suggestion: 突出问题': 'suggestion: 突出问题\n    recordedOn: 2030-01-02' } },
  },
};
