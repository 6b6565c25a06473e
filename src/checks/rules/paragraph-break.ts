import { eachFile, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'paragraph-break',
  reason: 'The text of a measure is one paragraph, but where a correction says that the document breaks.',
  needs: ['plans', 'corrections', 'source'],
  runs: eachFile('measures', ['number', 'body'], ({ data: { number }, blocks, plan, content }) => {
    if (!plan || plan.numbering === 'printed' || !content.sources.has(plan.id)) return [];
    const breaks = plan.corrections.flatMap((one) =>
      one.kind === 'break' && one.where.kind === 'measure' && one.where.number === number
        ? [one.reading.split('｜')]
        : [],
    );
    return blocks.flatMap((block, index) => {
      const last = blocks[index - 1];
      if (last?.kind !== 'paragraph' || block.kind !== 'paragraph') return [];
      const isRecorded = breaks.some(
        ([before = '', after = '']) => last.text.endsWith(before) && block.text.startsWith(after),
      );
      if (isRecorded) return [];
      return {
        path: ['body', index],
        found: '正文在这里另起一段',
        expected: '一条措施的正文写成一段；原件另起一段的，corrections.yaml 里有一条 break',
        mend: '接到上一段；原件确在这里断开的，在 corrections.yaml 记一条 break',
      };
    });
  }),
  good: [{ 'measures/01.mdx': { '场。切实降低': '场。切实\n\n降低' } }],
  bad: {
    'measures/02.mdx:23 查到：正文在这里另起一段 应为：一条措施的正文写成一段；原件另起一段的，corrections.yaml 里有一条 break 改法：接到上一段；原件确在这里断开的，在 corrections.yaml 记一条 break':
      { 'measures/02.mdx': { '，解决突处': '，\n\n解决突处' } },
  },
};
