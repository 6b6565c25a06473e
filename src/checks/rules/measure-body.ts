import type { Block } from '../../loader/body.ts';
import { eachFile, type Rule } from '../rule.ts';

/** What is wrong with one block of a measure's text, which is the whole of the measure where the plan is kept as printed. */
function faultOf(block: Block, isPrinted: boolean): { found: string; expected: string; mend: string } | undefined {
  switch (block.kind) {
    case 'heading':
      return {
        found: `措施的正文里有标题“${block.text}”`,
        expected: '正文只有段落',
        mend: '标题写在上面的 title 字段里，正文里删去',
      };
    case 'measures':
      return { found: '措施的正文里有 <Measures />', expected: '正文只有段落', mend: '删去，它只用在 plan.mdx 里' };
    case 'table':
      return isPrinted
        ? undefined
        : {
            found: '措施的正文里有表格',
            expected: '正文只有段落',
            mend: '清单的行写进 tasks；别的表格改成段落，一行写一段',
          };
    case 'paragraph':
      if (/^[#＃]{1,6}/u.test(block.text) && !isPrinted)
        return {
          found: `措施的正文里有标题“${block.text}”`,
          expected: '正文只有段落',
          mend: '标题写在上面的 title 字段里，正文里删去',
        };
      return block.text.includes('（责任单位') && !isPrinted
        ? {
            found: '正文里有“（责任单位”',
            expected: '正文到这个括号之前为止',
            mend: '删去括号，其中的单位写在上面的 units 字段里',
          }
        : undefined;
  }
}

export const rule: Rule = {
  id: 'measure-body',
  reason: 'The body of a measure is its official text alone: title and units have fields of their own.',
  needs: [],
  structural: true,
  runs: eachFile('measures', ['body'], ({ blocks, plan }) => {
    const isPrinted = plan?.numbering === 'printed';
    const faults = blocks.flatMap((block, index) => {
      const fault = faultOf(block, isPrinted);
      return fault ? [{ path: ['body', index], ...fault }] : [];
    });
    if (blocks.some(({ kind }) => kind === 'paragraph' || (kind === 'table' && isPrinted))) return faults;
    const empty = {
      path: ['body'],
      found: '没有正文',
      expected: `第二行 --- 下面是措施的原文，${isPrinted ? '连编号、标题和写单位的括号' : '到“（责任单位”之前为止'}`,
      mend: '补上正文',
    };
    return [...faults, empty];
  }),
  bad: {
    'measures/02.mdx:20 查到：没有正文 应为：第二行 --- 下面是措施的原文，到“（责任单位”之前为止 改法：补上正文': {
      'measures/02.mdx': { '\n推行“百日办结”，解决突处问题。\n': '' },
    },
    'measures/02.mdx:21 查到：正文里有“（责任单位” 应为：正文到这个括号之前为止 改法：删去括号，其中的单位写在上面的 units 字段里':
      { 'measures/02.mdx': { '突处问题。': '突处问题。（责任单位：区乙办）' } },
    'measures/02.mdx:21 查到：措施的正文里有标题“规范执法” 应为：正文只有段落 改法：标题写在上面的 title 字段里，正文里删去':
      { 'measures/02.mdx': { '\n推行': '\n## 规范执法\n\n推行' } },
    'measures/02.mdx:21 查到：措施的正文里有表格 应为：正文只有段落 改法：清单的行写进 tasks；别的表格改成段落，一行写一段':
      { 'measures/02.mdx': { '\n推行': '\n| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |\n\n推行' } },
    'measures/02.mdx:21 查到：措施的正文里有 <Measures /> 应为：正文只有段落 改法：删去，它只用在 plan.mdx 里': {
      'measures/02.mdx': { '\n推行': '\n<Measures />\n\n推行' },
    },
  },
};
