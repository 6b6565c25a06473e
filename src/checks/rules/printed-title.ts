import { numberedIn } from '../../text/outline-numbers.ts';
import { eachFile, type Rule } from '../rule.ts';

/** Whether words are nothing but a number of an outline, with the blank behind it. */
const isNumber = (words: string): boolean => words.trim() === '' || numberedIn(`${words.trim()}题`)?.rest === '题';

/** Whether a title can end before some words: at a sign that closes it, at a bracket, or behind its own. */
const endsBefore = (title: string, rest: string): boolean =>
  /^(?:[。：:；！？\s（(〔［[【]|$)/u.test(rest) || /[】］\]]$/u.test(title);

export const rule: Rule = {
  id: 'printed-title',
  reason:
    'The title of a measure that is kept as printed stands right behind its number, whole, and is no number itself.',
  needs: ['plans'],
  structural: true,
  runs: eachFile('measures', ['title', 'name', 'body'], ({ data: { title, name }, blocks, plan }) => {
    if (plan?.numbering !== 'printed') return [];
    const [first] = blocks;
    const text = first && first.kind !== 'measures' ? first.text : '';
    if (title !== undefined && name !== undefined)
      return {
        path: ['name'],
        found: `“${name}”，而原文有标题“${title}”`,
        expected: '只有原文没有标题的，编辑才拟名称',
        mend: '删去 name；title 不是原文的标题就删去 title',
      };
    if (title === undefined) return [];
    const at = text.indexOf(title);
    const isWhole = endsBefore(title, text.slice(at + title.length));
    if (at >= 0 && isNumber(text.slice(0, at)) && !isNumber(title) && isWhole) return [];
    return {
      path: ['title'],
      found: isNumber(title) ? `“${title}”是编号` : `“${title}”，不在正文第一行的编号之后，或者没有抄全`,
      expected: '正文第一行编号后面的标题，一字不差',
      mend: '从正文复制；原文没有标题就删去这一行',
    };
  }),
  good: [{ 'printed/measures/03.mdx': { 'title: 规范检查\n': 'name: 一次检查\n' } }],
  bad: {
    'printed/measures/03.mdx:3 title 查到：“规范检察”，不在正文第一行的编号之后，或者没有抄全 应为：正文第一行编号后面的标题，一字不差 改法：从正文复制；原文没有标题就删去这一行':
      { 'printed/measures/03.mdx': { 'title: 规范检查': 'title: 规范检察' } },
    'printed/measures/03.mdx:3 title 查到：“规范”，不在正文第一行的编号之后，或者没有抄全 应为：正文第一行编号后面的标题，一字不差 改法：从正文复制；原文没有标题就删去这一行':
      { 'printed/measures/03.mdx': { 'title: 规范检查': 'title: 规范' } },
    'printed/measures/03.mdx:3 title 查到：“（三）”是编号 应为：正文第一行编号后面的标题，一字不差 改法：从正文复制；原文没有标题就删去这一行':
      { 'printed/measures/03.mdx': { 'title: 规范检查': 'title: （三）' } },
    'printed/measures/03.mdx:4 name 查到：“一次检查”，而原文有标题“规范检查” 应为：只有原文没有标题的，编辑才拟名称 改法：删去 name；title 不是原文的标题就删去 title':
      { 'printed/measures/03.mdx': { 'title: 规范检查': 'title: 规范检查\nname: 一次检查' } },
  },
};
