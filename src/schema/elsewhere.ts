import { z } from 'zod';
import { distinct, editorial, line, webAddress, word } from './primitives.ts';

/** `content/search/elsewhere.yaml`: matters that the handbook does not hold, and where they belong. */
export const elsewhereSchema = z.strictObject({
  matters: z
    .array(
      z.strictObject({
        matter: line.describe('什么事，如“婚姻登记”。'),
        words: distinct(z.array(word.min(2, '至少两个字')).min(1, '至少写一个')).describe(
          '读者会怎样称呼它，文件、近义词和搜索词里都没有的；一项一个，至少两个字。',
        ),
        where: line
          .describe('在哪里办、找谁：一两句话，只写来源里有的；电话、网址也要来源里有。')
          .meta({ title: '在哪里办' }),
        source: z
          .strictObject({
            title: line.describe('来源的名称：法律法规写到条，网页写标题。'),
            url: webAddress.optional().describe('来源的网址，政府或主办单位的网页；来源是手册收录的文件的，不写。'),
          })
          .describe('“在哪里办”的公开出处。'),
      }),
    )
    .describe('手册里没有、读者却常来问的事；一个说法只写一次。')
    .meta(editorial),
});

export type ElsewhereMatter = z.output<typeof elsewhereSchema>['matters'][number];
