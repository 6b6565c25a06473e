import type { z } from 'zod';
import { correctionsSchema } from './correction.ts';
import { elsewhereSchema } from './elsewhere.ts';
import { measureSchema } from './measure.ts';
import { planSchema } from './plan.ts';
import { questionsSchema } from './questions.ts';
import { redirectsSchema } from './redirects.ts';
import { siteSchema } from './site.ts';
import { thesaurusSchema } from './thesaurus.ts';
import { topicSchema } from './topic.ts';
import { unitSchema } from './unit.ts';

/** The kinds of content file: which files they are, relative to the content folder, and the schema of their data. */
export const fileKinds = {
  site: { pattern: 'site.yaml', schema: siteSchema },
  units: { pattern: 'units/*.yaml', schema: unitSchema },
  topics: { pattern: 'topics/*.yaml', schema: topicSchema },
  thesaurus: { pattern: 'search/thesaurus.yaml', schema: thesaurusSchema },
  elsewhere: { pattern: 'search/elsewhere.yaml', schema: elsewhereSchema },
  redirects: { pattern: 'redirects.yaml', schema: redirectsSchema },
  plans: { pattern: 'plans/*/plan.mdx', schema: planSchema },
  measures: { pattern: 'plans/*/measures/*.mdx', schema: measureSchema },
  questions: { pattern: 'plans/*/questions/*.yaml', schema: questionsSchema },
  corrections: { pattern: 'plans/*/corrections.yaml', schema: correctionsSchema },
} as const;

export type FileKind = keyof typeof fileKinds;
export const fileKindNames = Object.keys(fileKinds) as FileKind[];

/** The valid data of a content file of some kind. */
export type FileData<Kind extends FileKind> = z.output<(typeof fileKinds)[Kind]['schema']>;
