import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesIn } from './site-files.ts';

const source = 'src/browser/service-worker.ts';
const worker = 'sw.js';
/** Where the worker expects its list of files, as Workbox names it. */
const manifest = 'self.__WB_MANIFEST';

/** Pages, styles, scripts and the search; neither downloads nor files for machines. */
const isPrecached = (file: string) =>
  /\.(?:html|css|js|svg)$|^search\//u.test(file) && !/^404\.html$|\.md$/u.test(file);

/** A file's name, its revision unless its name changes with its bytes, and the hash that a browser compares when it fetches it. */
function precacheEntry(folder: string, url: string) {
  const hash = createHash('sha256')
    .update(readFileSync(join(folder, url)))
    .digest('base64');
  return { url, revision: url.startsWith('_astro/') ? null : hash.slice(0, 12), integrity: `sha256-${hash}` };
}

/**
 * Bundles the service worker, by which the whole handbook can be kept on a reader's device, and names to it the files of the
 * built site. A file is kept only with the bytes of this build, so that a site that changes while it is fetched is not mixed.
 */
export const serviceWorker = (): AstroIntegration => ({
  name: 'service-worker',
  hooks: {
    'astro:config:setup': ({ updateConfig }) => {
      updateConfig({
        vite: {
          plugins: [
            {
              name: 'service-worker',
              apply: 'build',
              applyToEnvironment: ({ name }) => name === 'client',
              buildStart() {
                this.emitFile({ type: 'chunk', id: source, fileName: worker });
              },
            },
          ],
        },
      });
    },
    'astro:build:done': ({ dir }) => {
      const folder = fileURLToPath(dir);
      const file = join(folder, worker);
      const entries = filesIn(folder)
        .filter((name) => name !== worker && isPrecached(name))
        .map((name) => precacheEntry(folder, name));
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace(manifest, () => JSON.stringify(entries)),
      );
    },
  },
});
