import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { correctionsSchema } from './schema/correction.ts';
import { measureSchema } from './schema/measure.ts';
import { planSchema } from './schema/plan.ts';
import { siteSchema } from './schema/site.ts';
import { thesaurusSchema } from './schema/thesaurus.ts';
import { topicSchema } from './schema/topic.ts';
import { unitSchema } from './schema/unit.ts';
import { contentFolder } from './settings.ts';

const base = contentFolder;
/** The path without its ending is the id, so that a file's place is its name. */
const generateId = ({ entry }: { entry: string }) => entry.replace(/\.(mdx|yaml)$/u, '');
const files = (pattern: string) => glob({ base, pattern, generateId });

export const collections = {
  site: defineCollection({ loader: files('site.yaml'), schema: siteSchema }),
  units: defineCollection({ loader: files('units/*.yaml'), schema: unitSchema }),
  topics: defineCollection({ loader: files('topics/*.yaml'), schema: topicSchema }),
  thesaurus: defineCollection({ loader: files('search/thesaurus.yaml'), schema: thesaurusSchema }),
  plans: defineCollection({ loader: files('plans/*/plan.mdx'), schema: planSchema }),
  measures: defineCollection({ loader: files('plans/*/measures/*.mdx'), schema: measureSchema }),
  corrections: defineCollection({ loader: files('plans/*/corrections.yaml'), schema: correctionsSchema }),
};
