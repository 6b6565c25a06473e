import { eachFile, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'plan-body',
  reason: 'The text of a plan has one place for its measures.',
  needs: [],
  structural: true,
  runs: eachFile('plans', ['body'], ({ blocks }) => {
    const places = [...blocks.keys()].filter((index) => blocks[index]?.kind === 'measures');
    if (places.length === 1) return [];
    const [, second] = places;
    return {
      path: second === undefined ? ['body'] : ['body', second],
      found: second === undefined ? '正文里没有 <Measures />' : `正文里有 ${places.length} 个 <Measures />`,
      expected: '正文里有且只有一个 <Measures />，单独一行，在各条措施的位置上',
      mend: second === undefined ? '在各条措施的位置上补一行 <Measures />，前后空一行' : '只留一个',
    };
  }),
  bad: {
    'plan.mdx:24 查到：正文里没有 <Measures /> 应为：正文里有且只有一个 <Measures />，单独一行，在各条措施的位置上 改法：在各条措施的位置上补一行 <Measures />，前后空一行':
      { 'plan.mdx': { '<Measures />\n\n': '' } },
    'plan.mdx:35 查到：正文里有 2 个 <Measures /> 应为：正文里有且只有一个 <Measures />，单独一行，在各条措施的位置上 改法：只留一个':
      { 'plan.mdx': { '各单位要落实责任。\n': '各单位要落实责任。\n\n<Measures />\n' } },
  },
};
