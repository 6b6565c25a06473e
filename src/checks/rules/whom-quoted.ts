import { eachFile, type Rule, textsOf } from '../rule.ts';

export const rule: Rule = {
  id: 'whom-quoted',
  reason: 'Whom a measure or task is for is said in its own words.',
  needs: [],
  runs: eachFile('measures', ['whom', 'tasks', 'body'], ({ data, blocks }) => {
    const body = textsOf(blocks).join('');
    const inBody = [...data.whom.entries()]
      .filter(([, words]) => !body.includes(words))
      .map(([index, words]) => ({
        path: ['whom', index],
        found: `“${words}”，正文里没有这几个字`,
        expected: '正文里的称呼，一字不差',
        mend: '从正文里复制；原文没有写明给谁，就删去这一处',
      }));
    const inTasks = data.tasks.flatMap(({ number, text, whom }, index) =>
      [...whom.entries()]
        .filter(([, words]) => !text.includes(words))
        .map(([place, words]) => ({
          path: ['tasks', index, 'whom', place],
          found: `“${words}”，第${number}项里没有这几个字`,
          expected: '这一项原文里的称呼，一字不差',
          mend: '从这一项的 text 里复制；原文没有写明给谁，就删去这一处',
        })),
    );
    return [...inBody, ...inTasks];
  }),
  good: [{ 'measures/01.mdx': { 'units: 区甲\n': 'units: 区甲\n    whom: [银企]\n' } }],
  bad: {
    'measures/01.mdx:22 tasks[1].whom[1] 查到：“小微企业”，第1项里没有这几个字 应为：这一项原文里的称呼，一字不差 改法：从这一项的 text 里复制；原文没有写明给谁，就删去这一处':
      { 'measures/01.mdx': { 'units: 区甲\n': 'units: 区甲\n    whom: [小微企业]\n' } },
  },
};
