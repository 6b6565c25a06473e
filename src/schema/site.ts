import { z } from 'zod';
import { blankOr, editorial, line, webAddress } from './primitives.ts';

/** `content/site.yaml`: what only the publishing office can decide. A blank value is left out of the pages. */
export const siteSchema = z.strictObject({
  name: line.describe('手册的名称，出现在页眉和浏览器标题里。').meta(editorial),
  description: line.describe('一句话说明，供搜索引擎和分享卡片使用。').meta(editorial),
  origin: blankOr(
    webAddress.refine(
      (value) => new URL(value).origin === value,
      '协议和域名，不带路径和结尾的 /，例如 https://www.example.gov.cn',
    ),
  )
    .describe('网站的协议和域名，如 `https://www.example.gov.cn`，不带路径。')
    .meta(editorial),
  base: z
    .string()
    .regex(/^\/(?:[\w.-]+\/)*$/, '以 / 开头、以 / 结尾的路径，例如 / 或 /yshj/')
    .describe('手册放在哪个路径下，以 `/` 开头和结尾。')
    .meta(editorial),
  searchExamples: z
    .array(line)
    .max(6, '最多六个')
    .default([])
    .describe('搜索框下面的示例，读者一点就搜；挑三四个不同的问法。')
    .meta(editorial),
  unitPrefixes: z
    .array(line)
    .default([])
    .describe(
      '单位名称开头、读者常省去不说的字，如 `区`、`市`、`县`：写了 `区`，搜“某某局”也直接到“区某某局”，拼音和首字母也可以不带它。再写上本地的地名，搜“地名＋某某局”也到。',
    )
    .meta(editorial),
  logQueries: z
    .boolean()
    .default(false)
    .describe(
      '读者在搜索页选定的问题（按了搜索、打开结果或离开时的），另外请求服务器一次，好让访问日志记下来，供统计；搜索页会照实说明。',
    )
    .meta({ ...editorial, notation: '要的写 `true`；不写就是 `false`，不请求。' }),
  hue: z
    .int('整数，从 0 到 359')
    .min(0, '从 0 到 359')
    .max(359, '从 0 到 359')
    .default(211)
    .describe(
      '手册的颜色：色相，0 到 359，如 `25` 红、`150` 绿、`265` 蓝；不写就是 `211`，湖蓝。深浅由手册定，哪个色相都看得清。',
    )
    .meta(editorial),
  preview: z
    .boolean()
    .default(false)
    .describe(
      '这是给人先看一看的预览，不是正式网站：每一页写明，并请搜索引擎不收录。生成预览时自动写上；正式发布的不写。',
    )
    .meta({ ...editorial, notation: '是的写 `true`。' }),
  organiser: blankOr(line).describe('主办单位。').meta(editorial),
  operator: blankOr(line)
    .describe('承办单位。')
    .meta({ ...editorial, title: '承办单位' }),
  contact: blankOr(line).describe('联系方式。').meta(editorial),
  portal: z
    .strictObject({ name: blankOr(line).describe('门户的名称。'), url: blankOr(webAddress).describe('门户的网址。') })
    .describe('门户网站，用于“返回门户”的链接。')
    .meta(editorial),
  licence: z
    .strictObject({
      name: blankOr(line).describe('许可的名称，如“知识共享署名 4.0（CC BY 4.0）”。'),
      url: blankOr(webAddress).describe('许可或使用条款全文的网址。'),
    })
    .refine(({ name, url }) => (name === undefined) === (url === undefined), {
      error: 'name 和 url 都写，或都空着',
      path: ['url'],
    })
    .prefault({})
    .describe('开放数据按什么许可使用，由发布单位决定；没有定就空着，页面会如实说没有写明。')
    .meta(editorial),
  records: z
    .strictObject({
      siteCode: blankOr(line).describe('网站标识码。'),
      icp: blankOr(line).describe('ICP 备案号。'),
      police: blankOr(line).describe('公安备案号。'),
    })
    .describe('备案信息。')
    .meta(editorial),
});

export type Site = z.output<typeof siteSchema>;
