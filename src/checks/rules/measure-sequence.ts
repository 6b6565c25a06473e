import { contentFiles } from '../../loader/paths.ts';
import { eachPlan, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'measure-sequence',
  reason: 'The measures of a plan count from 1 without a gap, so that a lost file is noticed.',
  needs: ['measures'],
  structural: true,
  runs: eachPlan(({ id, measures }) => {
    const numbers = measures.map(({ number }) => number);
    const missing = Array.from({ length: Math.max(1, ...numbers) }, (_, index) => index + 1).filter(
      (number) => !numbers.includes(number),
    );
    return missing.map((number) => ({
      file: contentFiles.measure(id, number),
      path: [],
      found: measures.length > 0 ? '没有这个文件' : 'measures 文件夹里没有措施',
      expected: `每条措施一个文件，从 01.mdx 起连续编号，缺第 ${number} 条`,
      mend: measures.length > 0 ? '补上这个文件；没有这一条就给后面的文件改名并改编号' : '补上措施的文件',
    }));
  }),
  bad: {
    'measures/01.mdx:1 查到：没有这个文件 应为：每条措施一个文件，从 01.mdx 起连续编号，缺第 1 条 改法：补上这个文件；没有这一条就给后面的文件改名并改编号':
      { 'measures/01.mdx': null },
    'measures/01.mdx:1 查到：measures 文件夹里没有措施 应为：每条措施一个文件，从 01.mdx 起连续编号，缺第 1 条 改法：补上措施的文件':
      { 'measures/01.mdx': null, 'measures/02.mdx': null },
  },
};
