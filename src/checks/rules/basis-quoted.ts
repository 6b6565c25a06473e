import { eachFile, type Rule, textsOf } from '../rule.ts';

export const rule: Rule = {
  id: 'basis-quoted',
  reason: 'A document on which the plan is based is one that its text mentions.',
  needs: [],
  runs: eachFile('plans', ['basis', 'body'], ({ data: { basis }, blocks }) => {
    const words = textsOf(blocks).join('\n');
    return basis.flatMap((document, index) =>
      (['title', 'number'] as const)
        .filter((field) => !words.includes(document[field]))
        .map((field) => ({
          path: ['basis', index, field],
          found: `“${document[field]}”，正文里没有`,
          expected: '正文提到的文件，名称和文号逐字照抄',
          mend: '对照正文改正；正文没有提到就删去',
        })),
    );
  }),
  bad: {
    'plan.mdx:14 basis[1].number 查到：“大政〔2025〕3号”，正文里没有 应为：正文提到的文件，名称和文号逐字照抄 改法：对照正文改正；正文没有提到就删去':
      { 'plan.mdx': { 'number: 大政〔2025〕2号': 'number: 大政〔2025〕3号' } },
  },
};
