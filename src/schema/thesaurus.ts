import { z } from 'zod';
import { editorial, line, word } from './primitives.ts';

/** `content/search/thesaurus.yaml`: words of readers and the words of the documents that stand for them. */
export const thesaurusSchema = z.strictObject({
  synonyms: z
    .array(
      z.strictObject({
        words: z.array(word).min(1, '至少写一个').describe('读者的说法。'),
        means: z.array(line).min(1, '至少写一个').describe('文件里的说法，必须在正文中逐字出现。'),
        reason: line.describe('为什么这样对应。'),
      }),
    )
    .describe('读者的说法和文件的说法的对照；一个说法只写一次。')
    .meta(editorial),
});

export type Thesaurus = z.output<typeof thesaurusSchema>['synonyms'];
