import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'rolldown';
import { filesIn } from './files.ts';

/** Pages, their looks and behaviour, and all of the search. Downloads and what serves machines are not kept. */
const isKept = (file: string) =>
  (/\.(?:html|css|js|svg)$/u.test(file) || file.startsWith('search/')) && !/^404\.html$|\.(?:gz|br|md)$/u.test(file);

/** Files whose names change with their bytes. */
const isHashed = (file: string) => file.startsWith('_astro/');

function edition(folder: string) {
  return filesIn(folder)
    .filter(isKept)
    .map((url) => {
      const hash = createHash('sha256')
        .update(readFileSync(join(folder, url)))
        .digest('base64');
      return { url, revision: isHashed(url) ? null : hash.slice(0, 12), integrity: `sha256-${hash}` };
    });
}

/**
 * The service worker of a built site, which keeps the whole handbook on a reader's device.
 * A file is kept only with the bytes of this build, so that a site that changes while it is fetched makes no edition.
 */
export async function serviceWorker(folder: string): Promise<string> {
  const { output } = await build({
    write: false,
    input: 'src/browser/service-worker.ts',
    logLevel: 'warn',
    transform: { define: { edition: JSON.stringify(edition(folder)), 'process.env.NODE_ENV': '"production"' } },
    output: { format: 'iife', minify: true },
  });
  return output[0].code;
}
