import { numberedIn } from '../../text/outline-numbers.ts';
import { eachFile, type Rule } from '../rule.ts';

const signs = (depth: number) => '#'.repeat(depth);

/** The level at which most headings stand; of as many, that of the first. */
function usualDepth(depths: readonly number[]): number | undefined {
  const times = (depth: number | undefined) => depths.filter((one) => one === depth).length;
  return depths.reduce((usual, depth) => (times(depth) > times(usual) ? depth : usual), depths[0]);
}

export const rule: Rule = {
  id: 'heading-level',
  reason: 'Headings that are numbered alike are of one level, or the outline of the page would be wrong.',
  needs: [],
  runs: eachFile('plans', ['body'], ({ blocks }) => {
    const headings = [...blocks.entries()].flatMap(([index, block]) =>
      block.kind === 'heading' ? [{ index, ...block, rank: numberedIn(block.text)?.rank }] : [],
    );
    const alike = Map.groupBy(headings, ({ rank }) => rank);
    return headings.flatMap(({ index, text, depth, rank }) => {
      const others = alike.get(rank) ?? [];
      const usual = usualDepth(others.map((other) => other.depth));
      const other = others.find((one) => one.depth === usual);
      if (rank === undefined || depth === usual || !other) return [];
      return {
        path: ['body', index],
        found: `标题“${text}”写作 ${signs(depth)}，编号方式相同的“${other.text}”写作 ${signs(other.depth)}`,
        expected: '编号方式相同的标题在同一级',
        mend: `“${text}”前面改成 ${signs(other.depth)}`,
      };
    });
  }),
  bad: {
    'plan.mdx:31 查到：标题“二、保障”写作 ###，编号方式相同的“一、任务”写作 ## 应为：编号方式相同的标题在同一级 改法：“二、保障”前面改成 ##':
      { 'plan.mdx': { '## 二、保障': '### 二、保障' } },
  },
};
