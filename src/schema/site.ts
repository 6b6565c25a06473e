import { z } from 'zod';
import { blankable, line } from './text.ts';

/** `content/site.yaml`: what only the publishing office can decide. A blank value is left out of the pages. */
export const siteSchema = z.strictObject({
  name: line.describe('手册的名称，出现在页眉和浏览器标题里。'),
  description: line.describe('一句话说明，供搜索引擎和分享卡片使用。'),
  origin: z
    .url({ protocol: /^https?$/, error: 'https:// 开头的网址' })
    .refine((value) => new URL(value).pathname === '/' && !value.endsWith('/'), '协议和域名，不带路径和结尾的 /')
    .nullish()
    .transform((value) => value ?? undefined)
    .describe('网站的协议和域名，如 `https://www.example.gov.cn`，不带路径。'),
  base: z
    .string()
    .regex(/^\/(?:[\w.-]+\/)*$/, '以 / 开头、以 / 结尾的路径，例如 / 或 /yshj/')
    .describe('手册放在哪个路径下，以 `/` 开头和结尾。'),
  searchExamples: z
    .array(line)
    .max(6, '最多六个')
    .default([])
    .describe('搜索框下面的示例，读者一点就搜；挑三四个不同的问法。'),
  organiser: blankable.describe('主办单位。'),
  operator: blankable.describe('承办单位。'),
  contact: blankable.describe('联系方式。'),
  portal: z
    .strictObject({ name: blankable.describe('门户的名称。'), url: blankable.describe('门户的网址。') })
    .describe('门户网站，用于“返回门户”的链接。'),
  records: z
    .strictObject({
      siteCode: blankable.describe('网站标识码。'),
      icp: blankable.describe('ICP 备案号。'),
      police: blankable.describe('公安备案号。'),
    })
    .describe('备案信息。'),
});

export type Site = z.output<typeof siteSchema>;
