import { defineCollection } from 'astro/content/config';
import { glob } from 'astro/loaders';
import { contentFolder } from './loader/settings.ts';
import { fileKinds } from './schema/content-types.ts';

/** The path without its ending is the id, so that a file's place is its name. */
const generateId = ({ entry }: { entry: string }) => entry.replace(/\.(mdx|yaml)$/u, '');
const files = ({ pattern }: { pattern: string }) => glob({ base: contentFolder, pattern, generateId });

const { site, units, topics, thesaurus, plans, measures, corrections } = fileKinds;

export const collections = {
  site: defineCollection({ loader: files(site), schema: site.schema }),
  units: defineCollection({ loader: files(units), schema: units.schema }),
  topics: defineCollection({ loader: files(topics), schema: topics.schema }),
  thesaurus: defineCollection({ loader: files(thesaurus), schema: thesaurus.schema }),
  plans: defineCollection({ loader: files(plans), schema: plans.schema }),
  measures: defineCollection({ loader: files(measures), schema: measures.schema }),
  corrections: defineCollection({ loader: files(corrections), schema: corrections.schema }),
};
