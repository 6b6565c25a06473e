import { eachFile, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'correction-suggestion',
  reason: 'A correction suggests something else than it reads.',
  needs: [],
  runs: eachFile('corrections', ['corrections'], ({ data: { corrections } }) =>
    corrections.flatMap((correction, index) => {
      if (!('suggestion' in correction) || correction.suggestion !== correction.reading) return [];
      return {
        path: ['corrections', index, 'suggestion'],
        found: `“${correction.suggestion}”，与 reading 一样`,
        expected: '编辑认为应当是什么，与原件不同',
        mend: '改正 suggestion；没有差错就删去这条更正',
      };
    }),
  ),
  bad: {
    'corrections.yaml:12 corrections[2].suggestion 查到：“突处问题”，与 reading 一样 应为：编辑认为应当是什么，与原件不同 改法：改正 suggestion；没有差错就删去这条更正':
      { 'corrections.yaml': { 'suggestion: 突出问题': 'suggestion: 突处问题' } },
  },
};
