import { z } from 'zod';
import { date, line, slug, word } from './primitives.ts';

const basis = line.describe('依据：哪份文件或公告、原话怎样写；页面照登，编辑不另作判断。');

/** Whether a plan is in force, as the editor records it from a published source. */
export const statusSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('in-force').describe('有效；不写 status 也是有效。') }),
  z.strictObject({
    kind: z.literal('replaced').describe('已由另一份文件代替。'),
    by: slug.describe('代替它的文件在 plans 里的文件夹名。'),
    on: date.optional().describe('从哪天起；文件没有写明就不写。'),
    basis,
  }),
  z.strictObject({ kind: z.literal('ended').describe('已终止。'), on: date.describe('从哪天起。'), basis }),
]);

export type Status = z.output<typeof statusSchema>;

/** What is known of one of the words that a document sets in “ ”. Where the words stand is found in the text itself. */
export const termSchema = z.strictObject({
  term: line.describe('引号里的词，不带引号。'),
  words: line.optional().describe('文件自己的解释：与这个词在同一句里的原话，逐字。'),
  explanation: z
    .strictObject({ text: line.describe('解释。'), source: line.describe('公开的出处。') })
    .optional()
    .describe('编辑的解释；必须有公开的出处。'),
});

export type TermData = z.output<typeof termSchema>;

/** Frontmatter of `plan.mdx`: the record of the document. The body is its text, with `<Measures />` where the measures stand. */
export const planSchema = z.strictObject({
  title: line.describe('方案的标题。'),
  shortTitle: line.describe('简称，用于面包屑和窄处，如“行动方案”。'),
  heading: line.describe('文件版头，如“某某区人民政府办公室文件”。'),
  number: line
    .regex(/〔\d{4}〕\d+号$/, '以〔年份〕序号号结尾的发文字号，用六角括号〔〕')
    .describe('发文字号，用六角括号〔〕。'),
  noticeTitle: line.describe('印发通知的标题。'),
  addressees: line.describe('主送机关，逐字，含末尾的冒号。'),
  notice: line.describe('通知正文。'),
  issuer: line.describe('发文机关。'),
  issuedOn: date.describe('印发日期。'),
  issuedText: line.describe('印发日期在原文中的印法。'),
  basis: z
    .array(z.strictObject({ title: line.describe('标题。'), number: line.describe('发文字号。') }))
    .default([])
    .describe('依据的上级文件；必须是正文提到的。'),
  status: statusSchema.default({ kind: 'in-force' }).describe('是否有效；有效就不写。已被代替或终止的，写明依据。'),
  numbering: z
    .enum(['points', 'articles'])
    .default('points')
    .describe('原文怎样编号：points 为“（一）”“1.”，articles 为“第一章”“第一条”。'),
  environments: z
    .array(z.strictObject({ title: line.describe('照原文。'), short: line.describe('页面上的短名。') }))
    .min(1, '至少有一个')
    .describe('各个环境，按原文次序。'),
  unstated: z.array(word).default([]).describe('企业常问、而这份文件没有写的事，如“申请条件”。'),
  featured: z
    .array(slug)
    .max(5, '最多五个')
    .default([])
    .describe('首页“说到的数字”列哪几个：目标的 id，按列出的次序，最多五个；不写就列前五个。'),
  terms: z
    .array(termSchema)
    .default([])
    .describe('带引号的词语中，文件自己作了解释的：解释逐字摘自文件；编辑的解释要写明出处。'),
  annex: z
    .strictObject({
      title: line.describe('任务清单的标题。'),
      columns: z
        .array(line)
        .min(4, '四栏或五栏')
        .max(5, '四栏或五栏')
        .describe('表头，照原文；责任单位分两栏（如“牵头单位”“配合单位”）的有五栏。'),
      headings: z
        .enum(['（一）', '无'])
        .optional()
        .describe('清单里环境的小标题不是“一、”的，怎样编号；没有小标题写“无”。'),
      labels: z
        .enum(['（一）', '1.', '无'])
        .optional()
        .describe('清单里措施的标题前不是半角括号“(一)”的，怎样编号；没有编号写“无”。'),
    })
    .optional()
    .describe('任务清单：标题、表头；文件没有附任务清单的不写。'),
});

export type PlanData = z.output<typeof planSchema>;
