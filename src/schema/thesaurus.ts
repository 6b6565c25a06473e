import { z } from 'zod';
import { line } from './text.ts';

/** `content/search/thesaurus.yaml`: words of readers and the words of the documents that stand for them. */
export const thesaurusSchema = z.strictObject({
  synonyms: z.array(
    z.strictObject({
      /** 读者的说法。 */
      words: z.array(line).min(1, '至少写一个'),
      /** 文件里的说法，必须在正文中逐字出现。 */
      means: z.array(line).min(1, '至少写一个'),
      /** 为什么这样对应。 */
      reason: line,
    }),
  ),
});

export type Thesaurus = z.output<typeof thesaurusSchema>['synonyms'];
