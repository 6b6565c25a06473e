import { z } from 'zod';
import { choice, editorial, line, official, slug } from './primitives.ts';
import { targetProgressSchema } from './progress.ts';

const id = slug.describe('稳定的编号，同一份文件内不重复，网址用它指到这一处；发布以后不要改。').meta(official);
const name = line.describe('数的是什么。只能用文件里的意思，不比文件多说。');

const quantity = {
  value: z
    .number('数字')
    .nonnegative('不小于 0 的数')
    .describe('数值，写成普通数字：1万人写 10000，10亿元写 1000000000，90% 写 90。')
    .meta(official),
  unit: line.describe('计量单位：场、家、元、%……').meta(official),
};

const place = {
  text: line.describe('原文中带有这个数的词句，逐字抄写。').meta(official),
  task: z.int('整数').positive().optional().describe('任务清单中的项号；没有任务清单的文件不写。').meta(official),
};

/** How a target binds: not less, just so, not more. */
export const operators = { '>=': '不少于', '=': '达到', '<=': '不超过' } as const;

/** A number that the plan undertakes to reach. */
export const targetSchema = z.strictObject({
  id,
  name,
  operator: choice(operators).describe('原话写明不少于（以上）、不超过，还是就是这个数。').meta(official),
  ...quantity,
  period: line.optional().describe('原文写明的期限，如“全年”“2025年”；原文没有就不写。').meta(official),
  ...place,
  progress: z
    .array(targetProgressSchema)
    .default([])
    .describe('已公布的进展，一天一条，早的在前；没有公布就不写。')
    .meta(editorial),
});

/** What the numbers that are no targets are: a time limit, or the most that is allowed. */
export const limitKinds = { deadline: '时限', ceiling: '上限' } as const;

/** A number that bounds something and is no target. */
export const limitSchema = z.strictObject({
  id,
  kind: choice(limitKinds).describe('时限还是上限。').meta(official),
  name,
  ...quantity,
  ...place,
});

export type TargetData = z.output<typeof targetSchema>;
export type LimitData = z.output<typeof limitSchema>;
