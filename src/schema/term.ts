import { z } from 'zod';
import { line } from './text.ts';

/** What is known of one of the words that a document sets in “ ”. Where the words stand is found in the text itself. */
export const termSchema = z.strictObject({
  /** 引号里的词，不带引号。 */
  term: line,
  /** 文件自己的解释：与这个词在同一句里的原话，逐字。 */
  words: line.optional(),
  /** 编辑的解释；必须有公开的出处。 */
  explanation: z.strictObject({ text: line, source: line }).optional(),
});

export type TermData = z.output<typeof termSchema>;
