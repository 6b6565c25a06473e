import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Handbook } from '../../src/handbook/model.ts';
import { addressOf } from '../../src/handbook/structured-data.ts';
import { writeArchive } from './archive.ts';
import { builtPages } from './built-pages.ts';
import { compress, isText } from './compress.ts';
import { filesIn } from './files.ts';
import { inParallel } from './in-parallel.ts';
import { llms } from './llms.ts';
import { writeServiceWorker } from './offline.ts';
import { sitemap } from './sitemap.ts';

/**
 * Writes beside the pages of a built site, which has its search index, what is made from them as they are: sitemap,
 * Markdown twins and their list, what keeps the whole on a reader's device, the whole in one file, and all of it
 * compressed for the server.
 */
export async function publish(handbook: Handbook, folder: string): Promise<void> {
  const pages = builtPages(folder);
  const twins = inParallel(
    new URL('./markdown-worker.ts', import.meta.url),
    pages.map(({ path }) => ({
      html: join(folder, path, 'index.html'),
      markdown: join(folder, path, 'index.md'),
      address: addressOf(handbook.site, path),
    })),
  );
  const worker = writeServiceWorker(folder);
  for (const [file, xml] of sitemap(handbook, pages)) writeFileSync(join(folder, file), xml);
  writeFileSync(join(folder, 'llms.txt'), llms(handbook, pages));
  await Promise.all([twins, worker]);
  const files = filesIn(folder);
  const compressed = compress(files.filter(isText).map((file) => join(folder, file)));
  writeArchive(folder, files);
  await compressed;
}
