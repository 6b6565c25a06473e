import type { Block } from '../../loader/body.ts';
import { numberedIn } from '../../text/outline-numbers.ts';
import type { Rule } from '../context.ts';

type Heading = Extract<Block, { kind: 'heading' }>;

const signs = (depth: number) => '#'.repeat(depth);
const depthsOf = (headings: readonly Heading[]) => headings.map(({ depth }) => depth);

/** The level at which most of some headings stand; of as many, that of the first. */
function usualDepth(headings: readonly Heading[]): number {
  const depths = depthsOf(headings);
  const times = (depth: number) => depths.filter((one) => one === depth).length;
  return depths.reduce((usual, depth) => (times(depth) > times(usual) ? depth : usual), depths[0] ?? 2);
}

export const headingsLevelled: Rule = ({ plans }) =>
  plans.flatMap(({ plan, entries: { plan: entry } }) => {
    const headings = plan.blocks.filter((block) => block.kind === 'heading');
    const alike = Map.groupBy(headings, ({ text }) => numberedIn(text)?.rank);
    return headings.flatMap((heading) => {
      const { text, depth, line } = heading;
      const rank = numberedIn(text)?.rank;
      const others = alike.get(rank) ?? [];
      const usual = usualDepth(others);
      const other = others.find((one) => one.depth === usual);
      if (rank === undefined || depth === usual || !other) return [];
      return [
        {
          file: entry.file,
          path: [],
          line,
          found: `标题“${text}”写作 ${signs(depth)}，编号方式相同的“${other.text}”写作 ${signs(usual)}`,
          expected: '编号方式相同的标题在同一级',
          mend: `“${text}”前面改成 ${signs(usual)}`,
        },
      ];
    });
  });
