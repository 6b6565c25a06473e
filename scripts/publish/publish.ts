import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Handbook } from '../../src/handbook/model.ts';
import { addressOf } from '../../src/handbook/structured-data.ts';
import { writeArchive } from './archive.ts';
import { builtPages } from './built-pages.ts';
import { compress } from './compress.ts';
import { llms } from './llms.ts';
import { markdownTwin } from './markdown.ts';
import { writeServiceWorker } from './offline.ts';
import { sitemap } from './sitemap.ts';

/**
 * Writes beside the pages of a built site what is made from them as they are: sitemap, Markdown twins and their list,
 * what keeps the whole on a reader's device, the whole in one file, and all of it compressed for the server.
 */
export async function publish(handbook: Handbook, folder: string): Promise<void> {
  const pages = builtPages(folder);
  writeFileSync(join(folder, 'sitemap.xml'), sitemap(handbook, pages));
  writeFileSync(join(folder, 'llms.txt'), llms(handbook, pages));
  for (const { path, html } of pages)
    writeFileSync(join(folder, path, 'index.md'), markdownTwin(html, addressOf(handbook.site, path)));
  await writeServiceWorker(folder);
  writeArchive(folder);
  await compress(folder);
}
