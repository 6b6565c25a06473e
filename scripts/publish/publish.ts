import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Handbook } from '../../src/handbook/model.ts';
import { addressOf } from '../../src/handbook/structured-data.ts';
import { writeArchive } from './archive.ts';
import { type BuiltPage, builtPages } from './built-pages.ts';
import { compress, isText } from './compress.ts';
import { filesIn } from './files.ts';
import { inParallel } from './in-parallel.ts';
import { llms } from './llms.ts';
import { writeServiceWorker } from './offline.ts';
import { sitemap } from './sitemap.ts';

/** Writes a Markdown twin beside each page. */
export const writeTwins = (handbook: Handbook, folder: string): Promise<void> =>
  inParallel(
    new URL('./markdown-worker.ts', import.meta.url),
    builtPages(folder).map(({ path, file }) => ({
      html: join(folder, file),
      markdown: join(folder, path, 'index.md'),
      address: addressOf(handbook.site, path),
    })),
  );

/**
 * Writes beside the pages of a built site, which has its search index and its twins, what is made from them as they are:
 * sitemap and list of twins, what keeps the whole on a reader's device, the whole in one file, and all of it compressed
 * for the server.
 */
export async function publish(handbook: Handbook, folder: string): Promise<void> {
  const worker = writeServiceWorker(folder);
  const pages = builtPages(folder);
  for (const [file, xml] of sitemap(handbook, pages)) writeFileSync(join(folder, file), xml);
  const htmlOf = ({ file }: BuiltPage) => readFileSync(join(folder, file), 'utf8');
  writeFileSync(join(folder, 'llms.txt'), llms(handbook, pages, htmlOf));
  await worker;
  const files = filesIn(folder);
  const compressed = compress(files.filter(isText).map((file) => join(folder, file)));
  writeArchive(folder, files);
  await compressed;
}
