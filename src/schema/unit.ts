import { z } from 'zod';
import { choice, constant, date, distinct, editorial, line, official, webAddress, word } from './primitives.ts';

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

/** What a reform of the offices made of a unit. */
export const successionKinds = { renamed: '更名', merged: '并入', split: '分设' } as const;
export type SuccessionKind = keyof typeof successionKinds;

const reform = {
  on: date.describe('从哪天起；可以在今天以后，到那天以前任务仍列在原单位。'),
  basis: line.describe('依据：哪份文件或公告、原话怎样写；页面照登，编辑不另作判断。'),
  source: webAddress.optional().describe('依据公开的网址；没有就不写。'),
};
const oneUnit = word
  .describe('现在的单位。')
  .meta({ choices: 'units', notation: '写它在 units 里的文件名，不带 .yaml。' });

/** What became of a unit; the name that the documents print stays its own. */
export const successorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: constant('renamed', successionKinds.renamed).describe('更名。'), into: oneUnit, ...reform }),
  z.strictObject({
    kind: constant('merged', successionKinds.merged).describe(
      '并入另一个单位，或与别的单位合并成一个：各在自己的文件里写。',
    ),
    into: oneUnit,
    ...reform,
  }),
  z.strictObject({
    kind: constant('split', successionKinds.split).describe('分设为几个单位。'),
    into: distinct(z.array(word).min(2, '至少两个；只有一个的，kind 写 renamed 或 merged'))
      .describe('现在的几个单位。')
      .meta({ choices: 'units', notation: '写它们在 units 里的文件名，不带 .yaml。' }),
    ...reform,
  }),
]);

export type SuccessorData = z.output<typeof successorSchema>;

/** `content/units/<id>.yaml`: one entry of the registry. The file name is the id and part of the page's address. */
export const unitSchema = z.strictObject({
  name: line
    .refine((name) => !/^[“‘"'「]/u.test(name), '名称，不带引号')
    .describe('文件中印出的名称，一字不改。')
    .meta(official),
  aliases: z.array(word).default([]).describe('文件中同一单位的其他印法。').meta(editorial),
  kind: choice(unitKinds)
    .describe('一个单位，一类单位的统称（如“各街道”），还是没有指明的部门（如“有关方面”）。')
    .meta(editorial),
  nature: choice(natures)
    .describe('单位的性质，只告诉搜索引擎；不写就是机关和事业单位。')
    .default('government')
    .meta(editorial),
  note: line.optional().describe('编辑说明，页面上会标明是编辑所加。').meta(editorial),
  contact: contactSchema
    .optional()
    .describe('联系方式：只写已经公布的，写明在哪里公布、哪天查到；没有就不写。')
    .meta(editorial),
  successor: successorSchema
    .optional()
    .describe('机构改革以后：更名、并入或分设成哪个单位，从哪天起，依据是什么；没有就不写。文件里的名称照旧。')
    .meta(editorial),
  searchTerms: z.array(word).default([]).describe('读者可能怎样称呼这个单位；只用于搜索。').meta(editorial),
});

export type UnitData = z.output<typeof unitSchema>;
export type UnitKind = UnitData['kind'];
