import { z } from 'zod';
import { termSchema } from './term.ts';
import { date, line } from './text.ts';

/** Frontmatter of `plan.mdx`: the record of the document. The body is its text, with `<Measures />` where the measures stand. */
export const planSchema = z.strictObject({
  /** 方案的标题。 */
  title: line,
  /** 简称，用于面包屑和窄处，如“行动方案”。 */
  shortTitle: line,
  /** 文件版头，如“武汉市东西湖区人民政府办公室文件”。 */
  heading: line,
  /** 发文字号，用六角括号〔〕。 */
  number: line.regex(/〔\d{4}〕\d+号$/, '以〔年份〕序号号结尾的发文字号，用六角括号〔〕'),
  /** 印发通知的标题。 */
  noticeTitle: line,
  /** 主送机关，逐字，含末尾的冒号。 */
  addressees: line,
  /** 通知正文。 */
  notice: line,
  /** 发文机关。 */
  issuer: line,
  /** 印发日期。 */
  issuedOn: date,
  /** 印发日期在原文中的印法。 */
  issuedText: line,
  /** 依据的上级文件；必须是正文提到的。 */
  basis: z.array(z.strictObject({ title: line, number: line })).default([]),
  /** 各个环境，按原文次序；`short` 是页面上的短名。 */
  environments: z.array(z.strictObject({ title: line, short: line })).min(1, '至少有一个'),
  /** 企业常问、而这份文件没有写的事，如“申请条件”。 */
  unstated: z.array(line).default([]),
  /** 带引号的词语中，文件自己作了解释的：解释逐字摘自文件；编辑的解释要写明出处。 */
  terms: z.array(termSchema).default([]),
  /** 任务清单：标题、表头。 */
  annex: z.strictObject({ title: line, columns: z.array(line).length(4, '四栏') }),
});

export type PlanData = z.output<typeof planSchema>;
