import { eachFile, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'plan-body',
  reason: 'The text of a plan has a place for its measures; one that is kept as printed has one below each heading.',
  needs: [],
  structural: true,
  runs: eachFile('plans', ['numbering', 'environments', 'body'], ({ data: { numbering, environments }, blocks }) => {
    const places = [...blocks.keys()].filter((index) => blocks[index]?.kind === 'measures');
    const count = numbering === 'printed' ? Math.max(1, environments.length) : 1;
    if (places.length === count) return [];
    if (count > 1)
      return {
        path: ['body', ...places.slice(count, count + 1)],
        found: `正文里有 ${places.length} 个 <Measures />，environments 有 ${count} 个`,
        expected: '每个环境的标题下面一个 <Measures />，次序与 environments 相同',
        mend: '补上缺的，删去多的；前后空一行',
      };
    const [, second] = places;
    return {
      path: second === undefined ? ['body'] : ['body', second],
      found: second === undefined ? '正文里没有 <Measures />' : `正文里有 ${places.length} 个 <Measures />`,
      expected: '正文里有且只有一个 <Measures />，单独一行，在各条措施的位置上',
      mend: second === undefined ? '在各条措施的位置上补一行 <Measures />，前后空一行' : '只留一个',
    };
  }),
  bad: {
    'printed/plan.mdx:27 查到：正文里有 1 个 <Measures />，environments 有 2 个 应为：每个环境的标题下面一个 <Measures />，次序与 environments 相同 改法：补上缺的，删去多的；前后空一行':
      { 'printed/plan.mdx': { '执法（区乙办牵头）\n\n<Measures />': '执法（区乙办牵头）' } },
    'plan.mdx:24 查到：正文里没有 <Measures /> 应为：正文里有且只有一个 <Measures />，单独一行，在各条措施的位置上 改法：在各条措施的位置上补一行 <Measures />，前后空一行':
      { 'plan.mdx': { '<Measures />\n\n': '' } },
    'plan.mdx:35 查到：正文里有 2 个 <Measures /> 应为：正文里有且只有一个 <Measures />，单独一行，在各条措施的位置上 改法：只留一个':
      { 'plan.mdx': { '各单位要落实责任。\n': '各单位要落实责任。\n\n<Measures />\n' } },
  },
};
