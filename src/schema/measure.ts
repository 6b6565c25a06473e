import { z } from 'zod';
import { constant, distinct, editorial, line, official, otherProvision, printedUnits, word } from './primitives.ts';
import { taskProgressSchema } from './progress.ts';
import { limitSchema, targetSchema } from './target.ts';

/** One row of the annexed task list. */
export const taskSchema = z.strictObject({
  number: z
    .int('整数')
    .positive('大于 0 的整数')
    .describe('任务清单的序号；清单另有印法的，写它是清单的第几行。')
    .meta({ notation: '印法写在 label。' }),
  label: z
    .union([constant('', '空白'), line], '一行文字；空白写两个英文单引号')
    .optional()
    .describe('序号一栏的印法，与编号不同的才写；空白的是与上一行合并了。')
    .meta({ notation: "空白的写 ''。" }),
  above: z.array(line).default([]).describe('印在这一行上面的小标题行，逐字；没有就不写。'),
  innovation: z
    .boolean('true 或 false')
    .default(false)
    .describe('原文带 `*` 的任务。')
    .meta({ notation: '带的写 true。' }),
  text: line
    .refine((value) => !value.startsWith('*'), '不带开头的 *；自主创新举措改写 innovation: true')
    .describe('“主要内容”一栏的原文，不含开头的 `*`。'),
  units: z
    .union(
      [line, z.array(printedUnits.extend({ column: line.optional().describe('在哪一栏；只有一栏就不写。') })).min(1)],
      '一行文字，或 printed 和 reads 的列表',
    )
    .optional()
    .describe(
      '“责任单位”一栏的原文；清单分两栏的写“表头：原文”，用分号隔开，如“牵头单位：区甲局；配合单位：区乙局”。没有单位就不写。',
    )
    .meta({ notation: '印法不是这样的，写成列表。' }),
  cells: z
    .record(z.string(), line)
    .default({})
    .describe('其他各栏的原文；空白的不写。')
    .meta({ notation: '写“表头: 原文”，如“完成时限: 2024年6月”。' }),
  topics: distinct(z.array(word))
    .optional()
    .describe('这一项对应的需求、对象和阶段，至少一个需求；不写就用措施的，一个不选表示不直接面向企业。')
    .meta({ ...editorial, choices: 'topics', notation: '写 topics 里的文件名，一个没有的写 []。' }),
  continues: otherProvision
    .optional()
    .describe('延续另一份文件的哪一项任务：写文件夹名/项号，如 2025-plan/9；不写就由手册按文字比对。')
    .meta(editorial),
  whom: z.array(line).default([]).describe('这一项给谁：从原文逐字摘出的称呼；原文没有写明就不写。').meta(editorial),
  plain: line
    .optional()
    .describe('通俗说明：编辑用平常话说这一项讲什么，不超出原文；页面上标明是编辑所写。')
    .meta(editorial),
  progress: z
    .array(taskProgressSchema)
    .default([])
    .describe('已公布的进展，一天一条，早的在前；没有公布就不写。')
    .meta(editorial),
});

/**
 * Frontmatter of `measures/NN.mdx`. The body is the official text up to the bracket that names the units; in a plan whose numbering
 * is `printed` it is the whole of the measure as the document prints it, number, title and brackets included.
 */
export const measureSchema = z.strictObject({
  number: z
    .int('整数')
    .positive('大于 0 的整数')
    .describe('措施号，与文件名相同；照原文编号的文件里，是第几条，不管原文印的什么号。')
    .meta(official),
  title: line.optional().describe('措施的标题，照方案抄；原文没有标题的不写。').meta(official),
  name: line
    .optional()
    .describe('原文没有标题的，编辑可以拟一个简短的名称；页面上标明是编辑所拟。')
    .meta({ ...editorial, title: '编辑拟的名称' }),
  listTitle: line.optional().describe('任务清单印出的标题；与方案相同就不写。').meta(official),
  environment: line.optional().describe('所属环境，与文件记录中的写法一致；文件不分环境的不写。').meta(official),
  units: z
    .union([line, z.array(printedUnits).min(1, '至少写一处')], '一行文字，或 printed 和 reads 的列表')
    .optional()
    .describe('“责任单位：”后面的原文，到括号为止；括号里分牵头、配合的，连“牵头单位：”一起照抄。没有写单位的不写。')
    .meta({ ...official, notation: '照原文编号的文件，一处一项，写 printed 和 reads。' }),
  topics: distinct(z.array(word))
    .optional()
    .describe(
      '本措施各项任务对应的需求、对象和阶段，必须写；照原文编号的文件里，哪一类都不归的条文（解释、施行日期）一个不选。',
    )
    .meta({ ...editorial, choices: 'topics', notation: '写 topics 里的文件名，一个没有的写 []。' }),
  continues: otherProvision
    .optional()
    .describe('延续另一份文件的哪一条措施：写文件夹名/措施号，如 2025-plan/9；不写就由手册按文字比对。')
    .meta(editorial),
  carriesOut: z
    .array(
      z.strictObject({
        number: line
          .describe('那份文件的文号，照这份文件“依据”里的写法。')
          .meta({ notation: '依据在 plan.mdx 的 basis 里。' }),
        measures: z
          .array(z.union([z.int('整数').positive(), line], '编号，或措施号'))
          .min(1, '至少写一个')
          .describe('那份文件的哪几条：照它印的编号，如“二（三）”“（十二）”“第三条”；也可以写措施号（第几条）。')
          .meta({ title: '哪几条' }),
      }),
    )
    .default([])
    .describe('落实上级文件的哪几条。')
    .meta(editorial),
  plain: line
    .optional()
    .describe('通俗说明：编辑用平常话说这条措施讲什么，不超出原文；页面上标明是编辑所写。')
    .meta(editorial),
  searchTerms: z.array(word).default([]).describe('读者可能怎样称呼这条措施；只用于搜索。').meta(editorial),
  targets: z.array(targetSchema).default([]).describe('要达到的数。').meta(editorial),
  limits: z.array(limitSchema).default([]).describe('不是目标的数：时限和上限。').meta(editorial),
  whom: z
    .array(line)
    .default([])
    .describe('没有任务清单的文件里，这条措施给谁：从原文逐字摘出的称呼；原文没有写明就不写。有清单的写在各项任务里。')
    .meta(editorial),
  tasks: z
    .array(taskSchema)
    .default([])
    .describe('任务清单里属于本措施的各行；没有任务清单的文件不写。')
    .meta(official),
});

export type TaskData = z.output<typeof taskSchema>;
export type MeasureData = z.output<typeof measureSchema>;
