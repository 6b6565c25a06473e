import { didYouMean } from '../../loader/did-you-mean.ts';
import { eachFile, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'known-environment',
  reason: 'A measure stands under one of the headings that the record of its plan lists.',
  needs: ['plans'],
  structural: true,
  runs: eachFile('measures', ['environment'], ({ data: { environment }, plan }) => {
    const titles = plan?.environments.map(({ title }) => title) ?? [];
    if (environment === undefined || titles.includes(environment)) return [];
    if (titles.length === 0)
      return {
        path: ['environment'],
        found: `“${environment}”，而 plan.mdx 没有写 environments`,
        expected: '文件不分环境的，措施也不写',
        mend: '删去这一行；文件分环境的，在 plan.mdx 写上 environments',
      };
    const title = plan?.environments.find(({ short }) => short === environment)?.title;
    return {
      path: ['environment'],
      found: `“${environment}”`,
      expected: 'plan.mdx 的 environments 里列出的一个环境',
      mend: `${title ? `写成“${title}”` : didYouMean(environment, titles)}；这样写没有错，就改正 plan.mdx`,
    };
  }),
  bad: {
    'measures/02.mdx:4 environment 查到：“法制环境” 应为：plan.mdx 的 environments 里列出的一个环境 改法：最接近的是“法治环境”；这样写没有错，就改正 plan.mdx':
      { 'measures/02.mdx': { 'environment: 法治环境': 'environment: 法制环境' } },
    'measures/02.mdx:4 environment 查到：“法治” 应为：plan.mdx 的 environments 里列出的一个环境 改法：写成“法治环境”；这样写没有错，就改正 plan.mdx':
      { 'measures/02.mdx': { 'environment: 法治环境': 'environment: 法治' } },
  },
};
