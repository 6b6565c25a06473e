import { rmSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, HookParameters } from 'astro';
import { AstroError } from 'astro/errors';
import { escapeXml } from '../exports/text-formats.ts';
import { contentFiles } from '../loader/paths.ts';
import type { Content } from './content.ts';

const title = '内容检查没有通过';

/** Time in milliseconds to wait for more changes, as an editor writes a file in several steps. */
const settleTime = 100;

/** The module that reads the content for the pages. */
const library = fileURLToPath(new URL('../library.ts', import.meta.url));

/** What the development server answers while the content is faulty; Vite's client in it reloads the page after a change. */
const reportPage = (report: string, base: string) =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>
<pre style="white-space: pre-wrap; font: 1rem/1.6 monospace">${escapeXml(report)}</pre><script type="module" src="${base}@vite/client"></script></html>`;

/** Checks the content whenever it changes, and while it is faulty answers with the report instead of pages. */
function watch({ server, logger, refreshContent }: HookParameters<'astro:server:setup'>, content: Content): void {
  const root = resolve(content.folder) + sep;
  const { base } = server.config;
  /** Whether Astro has read the bodies; where the content is faulty at the start it has not. */
  let isRead = content.checked.ok;

  async function recheck() {
    content.changed();
    if (content.report) logger.error(`\n${content.report}`);
    else if (!isRead) await refreshContent?.({});
    isRead ||= content.checked.ok;
    // The pages are made anew as if it had been edited.
    server.watcher.emit('change', library);
    server.environments.client.hot.send({ type: 'full-reload' });
  }

  let timer: NodeJS.Timeout | undefined;
  server.watcher.add(content.folder);
  server.watcher.on('all', (_, path) => {
    if (!resolve(path).startsWith(root)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void recheck(), settleTime);
  });
  if (content.report) logger.error(`\n${content.report}`);

  // Vite's own files reload the page when the content is mended.
  const served = [`${base}@`, `${base}node_modules/`];
  server.middlewares.use((request, response, next) => {
    if (!content.report || served.some((path) => request.url?.startsWith(path))) return next();
    response.writeHead(503, { 'content-type': 'text/html; charset=utf-8' });
    response.end(reportPage(content.report, base));
  });
}

/** Refuses to build from faulty content before the last site is touched; in development shows what is wrong until it is mended. */
export const contentCheck = (content: Content): AstroIntegration => ({
  name: 'content-check',
  hooks: {
    'astro:config:setup': ({ command, config, addWatchFile }) => {
      // Entries in Astro's store name the files that they were read from, which another content folder does not have.
      for (const folder of [config.cacheDir, new URL('.astro/', config.root)])
        rmSync(new URL('data-store.json', folder), { force: true });
      // The base path and the origin in the configuration come from it.
      addWatchFile(resolve(content.folder, contentFiles.site));
      if (command !== 'build' || !content.report) return;
      const error = new AstroError(content.report);
      error.name = title;
      error.stack = '';
      throw error;
    },
    'astro:server:setup': (setup) => watch(setup, content),
  },
});
