import { z } from 'zod';
import { line } from './text.ts';

/** What is known of one of the words that a document sets in “ ”. Where the words stand is found in the text itself. */
export const termSchema = z.strictObject({
  term: line.describe('引号里的词，不带引号。'),
  words: line.optional().describe('文件自己的解释：与这个词在同一句里的原话，逐字。'),
  explanation: z
    .strictObject({ text: line.describe('解释。'), source: line.describe('公开的出处。') })
    .optional()
    .describe('编辑的解释；必须有公开的出处。'),
});

export type TermData = z.output<typeof termSchema>;
