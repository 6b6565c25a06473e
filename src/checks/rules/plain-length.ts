import { eachFile, type Rule } from '../rule.ts';

/** How many characters of plain language are read at a glance. */
const mostCharacters = 120;

export const rule: Rule = {
  id: 'plain-length',
  reason: 'Plain language is shorter than what it explains: a line or two beside the official text.',
  needs: [],
  isAdvice: true,
  runs: eachFile('measures', ['plain'], ({ data: { plain = '' } }) => {
    const { length } = [...plain];
    if (length <= mostCharacters) return [];
    return {
      path: ['plain'],
      found: `通俗说明有 ${length} 个字`,
      expected: `一般不超过 ${mostCharacters} 个字`,
      mend: '只留这条措施讲什么，细节看原文',
    };
  }),
  good: [{ 'measures/02.mdx': { 'topics:': `plain: ${'白'.repeat(mostCharacters)}\ntopics:` } }],
  bad: {
    'measures/02.mdx:6 plain 查到：通俗说明有 121 个字 应为：一般不超过 120 个字 改法：只留这条措施讲什么，细节看原文':
      {
        'measures/02.mdx': { 'topics:': `plain: ${'白'.repeat(121)}\ntopics:` },
      },
  },
};
