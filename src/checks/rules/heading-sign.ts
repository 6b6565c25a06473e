import { eachFile, type Rule } from '../rule.ts';

/** A line that was meant as a heading: number signs of any width, at once before the words. */
const meantAsHeading = /^([#＃]{1,6})[\s　]*(\S.*)$/u;

export const rule: Rule = {
  id: 'heading-sign',
  reason: 'A heading has its signs, a blank and its words: without the blank the signs would be printed.',
  needs: [],
  structural: true,
  runs: eachFile('plans', ['body'], ({ blocks }) =>
    blocks.flatMap((block, index) => {
      if (block.kind !== 'paragraph') return [];
      const [, signs = '', words = ''] = meantAsHeading.exec(block.text) ?? [];
      if (!signs) return [];
      return {
        path: ['body', index],
        found: `“${block.text}”，标题的 # 后面没有空格，或 # 不是英文的`,
        expected: '标题写作“## 一、……”：英文的 #，后面空一格',
        mend: `写成 ${'#'.repeat(signs.length)} ${words}`,
        repair: { from: block.line, rows: [`${'#'.repeat(signs.length)} ${words}`] },
      };
    }),
  ),
  good: [{ 'plan.mdx': { 各单位要: '各单位按#1号文件要' }, 'corrections.yaml': 'corrections: []\n' }],
  bad: {
    'plan.mdx:27 查到：“##一、任务”，标题的 # 后面没有空格，或 # 不是英文的 应为：标题写作“## 一、……”：英文的 #，后面空一格 改法：写成 ## 一、任务':
      { 'plan.mdx': { '## 一、任务': '##一、任务' } },
    'plan.mdx:27 查到：“＃＃ 一、任务”，标题的 # 后面没有空格，或 # 不是英文的 应为：标题写作“## 一、……”：英文的 #，后面空一格 改法：写成 ## 一、任务':
      { 'plan.mdx': { '## 一、任务': '＃＃　一、任务' } },
  },
};
