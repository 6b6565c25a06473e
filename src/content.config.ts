import { defineCollection } from 'astro/content/config';
import { glob } from 'astro/loaders';
import { contentFolder } from './loader/folder.ts';
import { fileKinds } from './schema/content-types.ts';

/**
 * The MDX files, for two things that Astro does with them: rendering their bodies, and completing their fields in VS Code
 * (`contentIntellisense`). The data of all content come from the loader, see `library.ts`. The id of an entry is its file.
 */
const files = ({ pattern }: { pattern: string }) =>
  glob({ base: contentFolder, pattern, generateId: ({ entry }) => entry });

const { plans, measures } = fileKinds;

export const collections = {
  plans: defineCollection({ loader: files(plans), schema: plans.schema }),
  measures: defineCollection({ loader: files(measures), schema: measures.schema }),
};
