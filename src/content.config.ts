import { defineCollection } from 'astro/content/config';
import { glob } from 'astro/loaders';
import { contentFolder } from './loader/folder.ts';
import { fileKinds } from './schema/content-types.ts';

/**
 * The MDX files, for two things that Astro does with them: rendering their bodies, and completing their fields in VS Code
 * (`contentIntellisense`). The data of all content come from the loader, see `library.ts`. The id of an entry is its file.
 */
function files({ pattern }: { pattern: string }) {
  const loader = glob({ base: contentFolder, pattern, generateId: ({ entry }) => entry });
  return {
    ...loader,
    // A build stops at faulty content before; the development server shows the report of the check until it is mended.
    load: (context: Parameters<typeof loader.load>[0]) =>
      loader.load(context).catch(({ message }: Error) => context.logger.debug(message)),
  };
}

const { plans, measures } = fileKinds;

export const collections = {
  plans: defineCollection({ loader: files(plans), schema: plans.schema }),
  measures: defineCollection({ loader: files(measures), schema: measures.schema }),
};
