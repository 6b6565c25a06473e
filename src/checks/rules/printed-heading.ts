import { contentFiles } from '../../loader/paths.ts';
import { eachPlan, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'printed-heading',
  reason: 'In a plan that is kept as printed the heading above the measures of an environment has its title.',
  needs: ['plans'],
  structural: true,
  runs: eachPlan(({ id, numbering, environments, blocks }) =>
    numbering !== 'printed'
      ? []
      : environments.flatMap(({ title, heading }, index) => {
          const block = blocks[heading ?? -1];
          const text = block?.kind === 'heading' ? block.text : undefined;
          if (text?.includes(title)) return [];
          return {
            file: contentFiles.plan(id),
            path: ['environments', index, 'title'],
            found: `“${title}”，而第${index + 1}个 <Measures /> 上面${text === undefined ? '没有标题' : `的标题是“${text}”`}`,
            expected: '上面最近的标题里的字，不带编号和写单位的括号',
            mend: '照正文的标题改正，或核对 environments 和 <Measures /> 的次序',
          };
        }),
  ),
  bad: {
    'printed/plan.mdx:13 environments[2].title 查到：“规范检查”，而第2个 <Measures /> 上面的标题是“二、规范执法（区乙办牵头）” 应为：上面最近的标题里的字，不带编号和写单位的括号 改法：照正文的标题改正，或核对 environments 和 <Measures /> 的次序':
      {
        'printed/plan.mdx': { 'title: 规范执法': 'title: 规范检查' },
        'printed/measures/03.mdx': { 'environment: 规范执法': 'environment: 规范检查' },
      },
  },
};
