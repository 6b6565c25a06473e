import { z } from 'zod';
import { date, line, webAddress } from './primitives.ts';

/** What every entry of published progress has: its day, the words of the publication, and where it was published. */
const published = {
  words: line.describe('公布的原话，逐字；目标的要带有这个数和计量单位。').meta({ title: '公布的原话' }),
  source: z
    .strictObject(
      {
        title: line.describe('发布单位和文章、报告的标题。'),
        url: webAddress.describe('公布它的网页的网址。'),
        publishedOn: date.optional().describe('网页写明的发布日期；没有写明就不写。'),
      },
      '名称和网址：title 写发布单位和标题，url 写网页的网址',
    )
    .describe('在哪里公布的。'),
};

/** How far a target was reached by some day, as an office published it. */
export const targetProgressSchema = z.strictObject({
  date: date.describe('数据截至哪一天，不是发布的日期。').meta({ title: '截至哪天' }),
  value: z
    .number('数字')
    .nonnegative('不小于 0 的数')
    .describe('当时的数值，写法和计量单位同目标的数值。')
    .meta({ title: '公布的数' }),
  ...published,
});

/** How far a task had come. */
export const progressStates = ['在办', '办结'] as const;

/** How far a task had come by some day, as an office published it. */
export const taskProgressSchema = z.strictObject({
  date: date.describe('截至哪一天，不是发布的日期。').meta({ title: '截至哪天' }),
  state: z.enum(progressStates).describe('在办，或办结。'),
  ...published,
});

export type TargetProgress = z.output<typeof targetProgressSchema>;
export type TaskProgress = z.output<typeof taskProgressSchema>;
