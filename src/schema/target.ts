import { z } from 'zod';
import { date, line, slug } from './text.ts';

const quantified = {
  /** 稳定的编号，同一方案内不重复，是页面上的锚点。 */
  id: slug,
  /** 数的是什么。只能用文件里的意思，不比文件多说。 */
  name: line,
  /** 数值，写成普通数字：1万人写 10000，10亿元写 1000000000，90% 写 90。 */
  value: z.number('数字').nonnegative('不小于 0 的数'),
  /** 计量单位：场、家、元、%…… */
  unit: line,
  /** 原文中带有这个数的词句，逐字抄写。 */
  text: line,
  /** 任务清单中的项号。 */
  task: z.int('整数').positive(),
};

/** How far a target was reached by some day, as an office published it. */
const progressSchema = z.strictObject({
  /** 数据截至哪一天。 */
  date,
  /** 当时的数值，写法和计量单位同 value。 */
  value: z.number('应是数字').nonnegative('不能小于 0'),
  /** 在哪里公布的：发布单位和文章或报告的标题。 */
  source: line,
});

/** A number that the plan undertakes to reach. */
export const targetSchema = z.strictObject({
  ...quantified,
  /** `>=` 不少于、以上；`=` 达到；`<=` 不超过。 */
  operator: z.enum(['>=', '=', '<=']),
  /** 原文写明的期限，如“全年”“2025年”；原文没有就不写。 */
  period: line.optional(),
  /** 已公布的进展，早的在前；没有公布就不写。 */
  progress: z.array(progressSchema).default([]),
});

/** What the numbers that are no targets are: a time limit, or the most that is allowed. */
export const limitKinds = { deadline: '时限', ceiling: '上限' } as const;

/** A number that bounds something and is no target. */
export const limitSchema = z.strictObject({
  ...quantified,
  kind: z.enum(Object.keys(limitKinds) as (keyof typeof limitKinds)[]),
});

export type TargetData = z.output<typeof targetSchema>;
export type LimitData = z.output<typeof limitSchema>;
