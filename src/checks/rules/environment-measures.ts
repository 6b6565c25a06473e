import { contentFiles } from '../../loader/paths.ts';
import { eachPlan, fileOf, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'environment-measures',
  reason: 'Each environment has measures, and they follow one another in the order of the document.',
  needs: ['plans', 'measures'],
  structural: true,
  runs: eachPlan(({ id, environments, measures }) => {
    const empty = environments.flatMap(({ title, measures: own }, index) => {
      if (own.length > 0) return [];
      return {
        file: contentFiles.plan(id),
        path: ['environments', index, 'title'],
        found: `环境“${title}”没有一条措施`,
        expected: '每个环境至少有一条措施',
        mend: '把措施文件的 environment 改成这个环境，或从这里删去它',
      };
    });
    const apart = measures.flatMap((measure, index) => {
      const { environment } = measure;
      if (!environment || environment.number >= (measures[index - 1]?.environment?.number ?? 0)) return [];
      return {
        file: fileOf(measure),
        path: ['environment'],
        found: `“${environment.title}”，而前一条措施已经属于后面的环境`,
        expected: '同一个环境的措施连在一起，次序与 plan.mdx 的 environments 相同',
        mend: '改正这条或前一条措施的 environment',
      };
    });
    return [...empty, ...apart];
  }),
  bad: {
    'plan.mdx:20 environments[3].title 查到：环境“开放环境”没有一条措施 应为：每个环境至少有一条措施 改法：把措施文件的 environment 改成这个环境，或从这里删去它':
      { 'plan.mdx': { 'annex:': '  - title: 开放环境\n    short: 开放\nannex:' } },
    'measures/03.mdx:4 environment 查到：“市场环境”，而前一条措施已经属于后面的环境 应为：同一个环境的措施连在一起，次序与 plan.mdx 的 environments 相同 改法：改正这条或前一条措施的 environment':
      {
        'measures/03.mdx':
          '---\nnumber: 3\ntitle: 再强化\nenvironment: 市场环境\nunits: 区乙办\ntopics: [funding]\ntasks:\n  - number: 4\n    text: 再强化。\n    units: 区乙办\n---\n\n再强化。\n',
      },
  },
};
