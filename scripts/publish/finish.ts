import { join } from 'node:path';
import type { Handbook } from '../../src/model/types.ts';
import { absoluteUrl } from '../../src/routes/absolute-url.ts';
import { builtPages } from './built-pages.ts';
import { isText } from './compress.ts';
import { filesIn } from './files.ts';
import { startWorkers } from './in-parallel.ts';

/** A file to be compressed, and where it is a page, the file for its text in Markdown, which holds the page's own address. */
export interface Unfinished {
  path: string;
  twin?: { path: string; address: string };
}

/**
 * Makes ready to finish a site, while it has no pages yet. Gives what then writes a Markdown twin beside each of its pages, and
 * compresses them and all other text that it has by then. What is kept from the last build is in `keptIn`.
 */
export function startFinishing(site: Handbook['site'], keptIn: string): (folder: string) => Promise<void> {
  const finish = startWorkers<Unfinished>(new URL('./finish-worker.ts', import.meta.url), keptIn);
  return (folder) => {
    const pages = new Map(builtPages(folder).map(({ file, path }) => [file, path]));
    const twinOf = (path: string) => ({ path: join(folder, path, 'index.md'), address: absoluteUrl(site, path) });
    const unfinished = filesIn(folder)
      .filter(isText)
      .map((file): Unfinished => {
        const page = pages.get(file);
        return { path: join(folder, file), ...(page !== undefined && { twin: twinOf(page) }) };
      });
    return finish(unfinished);
  };
}
