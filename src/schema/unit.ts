import { z } from 'zod';
import { date, editorial, line, official, webAddress, word } from './primitives.ts';

/** What a name in a 责任单位 cell stands for. */
export const unitKinds = {
  unit: '单位',
  collective: '统称',
  group: '未指明的部门',
} as const;

/** What a reader must know of names that are no single body. */
export const kindRemarks: Partial<Record<keyof typeof unitKinds, string>> = {
  collective: '文件用一个名称指一类单位，没有逐一列名，不按一个单位统计。',
  group: '文件没有写明是哪些部门，不作为单位统计。',
};

/** What a single body is. */
const natures = { government: '机关和事业单位', organisation: '企业、人民团体、党委部门等' } as const;

/** The parts that a document can give a unit; where it gives none, the part is 责任. */
export const roles = {
  lead: '牵头',
  responsible: '责任',
  support: '配合',
  participant: '参与',
  joint: '会同',
  guidance: '指导',
  supervision: '监督',
  'by-duty': '按职责分工',
} as const;
export type Role = keyof typeof roles;

/** Other words for these parts, as heads of columns and of sections print them. */
export const roleSynonyms: Readonly<Record<string, Role>> = {
  主办: 'lead',
  主责: 'lead',
  主要责任: 'responsible',
  承办: 'responsible',
  实施: 'responsible',
  落实: 'responsible',
  协办: 'support',
  协同: 'support',
  协助: 'support',
  协作: 'support',
  支持: 'support',
};

/** How a body is reached, as an office has published it; nothing that has no published source. */
export const contactSchema = z
  .strictObject({
    phone: line.optional().describe('电话，照公布的写法，如 027-12345678。'),
    address: line.optional().describe('地址。'),
    hours: line.optional().describe('办公时间。'),
    url: webAddress.optional().describe('网址。'),
    source: webAddress.describe('在哪里公布的：网页的地址。'),
    date: date.describe('哪一天查到的。'),
  })
  .refine(({ phone, address, hours, url }) => [phone, address, hours, url].some(Boolean), {
    error: 'phone、address、hours、url 中的至少一个',
  });

export type ContactData = z.output<typeof contactSchema>;

/** `content/units/<id>.yaml`: one entry of the registry. The file name is the id and part of the page's address. */
export const unitSchema = z.strictObject({
  name: line.describe('文件中印出的名称，一字不改。').meta(official),
  aliases: z.array(word).default([]).describe('文件中同一单位的其他印法。').meta(editorial),
  kind: z
    .enum(Object.keys(unitKinds) as (keyof typeof unitKinds)[])
    .describe('unit 一个单位；collective 一类单位的统称，如“各街道”；group 没有指明的部门，如“有关方面”。')
    .meta({ ...editorial, enumDescriptions: Object.values(unitKinds) }),
  nature: z
    .enum(Object.keys(natures) as (keyof typeof natures)[])
    .default('government')
    .describe(
      'government 机关和事业单位；organisation 企业、人民团体、党委部门等。只告诉搜索引擎，不写就是 government。',
    )
    .meta({ ...editorial, enumDescriptions: Object.values(natures) }),
  note: line.optional().describe('编辑说明，页面上会标明是编辑所加。').meta(editorial),
  contact: contactSchema
    .optional()
    .describe('联系方式：只写已经公布的，写明在哪里公布、哪天查到；没有就不写。')
    .meta(editorial),
  searchTerms: z.array(word).default([]).describe('读者可能怎样称呼这个单位；只用于搜索。').meta(editorial),
});

export type UnitData = z.output<typeof unitSchema>;
export type UnitKind = UnitData['kind'];
