import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Handbook } from '../../src/model/types.ts';
import { writeArchive } from './archive.ts';
import { type BuiltPage, builtPages } from './built-pages.ts';
import { compress } from './compress.ts';
import { filesIn } from './files.ts';
import { llms } from './llms.ts';
import { serviceWorker } from './offline.ts';
import { sitemap } from './sitemap.ts';

/**
 * Writes beside the pages of a built site, which has its search index, what is made from them as they are: sitemap and list of
 * twins, what keeps the whole on a reader's device, and when what was there before is finished, the whole in one file.
 */
export async function publish(handbook: Handbook, folder: string, finished: Promise<void>): Promise<void> {
  const pages = builtPages(folder);
  const htmlOf = ({ file }: BuiltPage) => readFileSync(join(folder, file), 'utf8');
  const write = (file: string, text: string) => {
    writeFileSync(join(folder, file), text);
    compress(join(folder, file));
  };
  write('sw.js', await serviceWorker(folder));
  for (const [file, xml] of sitemap(handbook, pages)) write(file, xml);
  write('llms.txt', llms(handbook, pages, htmlOf));
  await finished;
  writeArchive(
    folder,
    filesIn(folder).filter((file) => !/\.(?:gz|br)$/u.test(file)),
  );
}
