import { z } from 'zod';
import { distinct, editorial, line, word } from './primitives.ts';

/** A part of a measure, and what readers ask whom it answers. */
export const answerSchema = z.strictObject({
  task: z.int('整数').positive('大于 0 的整数').optional().describe('回答的是哪一项任务：写序号。'),
  sentence: line.optional().describe('回答的是措施正文的哪一句：抄这一句开头的几个字，正文里只有这一句这样开头。'),
  questions: distinct(z.array(line))
    .default([])
    .describe('读者会怎样问、怎样讲自己的处境；一项一句，尽量不用文件里的词。'),
  words: distinct(z.array(word)).default([]).describe('读者的短说法，文件里没有的。'),
});

/** `questions/NN.yaml`: what readers ask that measure NN answers; for search alone. */
export const questionsSchema = z.strictObject({
  answers: z
    .array(answerSchema)
    .describe('每项任务、每句话各写一组；任务和句子都不写的一组，回答的是整条措施。')
    .meta(editorial),
});

export type AnswerData = z.output<typeof answerSchema>;
