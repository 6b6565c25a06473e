import type { Problem } from '../../loader/problem.ts';
import { all, eachFile, type Found, isMistyped, type Rule } from '../rule.ts';

/** What to do where the document has not what the form asks for. */
const asPrinted = '；原文没有的，plan.mdx 写 numbering: printed，正文照原文抄';

const missing = (path: PropertyKey[], field: string, otherwise = ''): Found => ({
  path: [...path, field],
  found: `没有写“${field}”`,
  expected: '文字',
  mend: `在这里补一行“${field}: ……”，缩进与同级的字段对齐${otherwise}`,
});

const notText = (path: Problem['path']): Found => ({
  path,
  found: '写成了列表',
  expected: '一行文字：括号里或那一格里的原文',
  mend: '写成一行；分几处印的，plan.mdx 写 numbering: printed，正文照原文抄',
});

export const rule: Rule = {
  id: 'needed-field',
  reason:
    'A measure has the environment that its plan divides it into, and where its printed form follows from the numbering all that this form prints.',
  needs: ['plans'],
  structural: true,
  runs: all(
    eachFile(
      'measures',
      ['title', 'environment', 'units'],
      ({ file, data: { title, environment, units }, plan, content }) => {
        if (!plan) return [];
        const form =
          plan.numbering === 'printed'
            ? []
            : [
                ...(title === undefined ? [missing([], 'title', asPrinted)] : []),
                ...(units === undefined ? [missing([], 'units', asPrinted)] : []),
                ...(typeof units === 'object' ? [notText(['units'])] : []),
              ];
        const own = environment === undefined && plan.environments.length > 0 ? [missing([], 'environment')] : [];
        return [...own, ...form].filter(({ path }) => !isMistyped(content, file, path));
      },
    ),
    eachFile('measures', ['tasks'], ({ data: { tasks }, plan }) =>
      !plan || plan.annex?.text !== undefined
        ? []
        : tasks.flatMap((task, index) => [
            ...(task.units === undefined ? [missing(['tasks', index], 'units')] : []),
            ...(typeof task.units === 'object' ? [notText(['tasks', index, 'units'])] : []),
          ]),
    ),
  ),
  bad: {
    'measures/02.mdx:2 environment 查到：没有写“environment” 应为：文字 改法：在这里补一行“environment: ……”，缩进与同级的字段对齐':
      { 'measures/02.mdx': { 'environment: 法治环境\n': '' } },
    'measures/02.mdx:2 title 查到：没有写“title” 应为：文字 改法：在这里补一行“title: ……”，缩进与同级的字段对齐；原文没有的，plan.mdx 写 numbering: printed，正文照原文抄':
      { 'measures/02.mdx': { 'title: 规范执法\n': '' } },
    'measures/01.mdx:2 units 查到：没有写“units” 应为：文字 改法：在这里补一行“units: ……”，缩进与同级的字段对齐；原文没有的，plan.mdx 写 numbering: printed，正文照原文抄':
      { 'measures/01.mdx': { '\nunits: 区甲局、区乙办\n': '\n' } },
    'measures/02.mdx:16 tasks[1].units 查到：没有写“units” 应为：文字 改法：在这里补一行“units: ……”，缩进与同级的字段对齐':
      { 'measures/02.mdx': { '\n    units: 区乙办\n': '\n' } },
    'measures/01.mdx:5 units 查到：写成了列表 应为：一行文字：括号里或那一格里的原文 改法：写成一行；分几处印的，plan.mdx 写 numbering: printed，正文照原文抄':
      { 'measures/01.mdx': { '\nunits: 区甲局、区乙办\n': '\nunits: [{ printed: 区甲局、区乙办 }]\n' } },
  },
};
