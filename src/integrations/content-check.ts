import { rmSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { AstroIntegration, AstroIntegrationLogger, HookParameters } from 'astro';
import { AstroError } from 'astro/errors';
import { escapeXml } from '../exports/text-formats.ts';
import { contentFiles } from '../loader/paths.ts';
import type { Content } from './content.ts';

type DevServer = HookParameters<'astro:server:setup'>['server'];

const title = '内容检查没有通过';

/** Time in milliseconds to wait for more changes, as an editor writes a file in several steps. */
const settleTime = 100;

const isFaulty = ({ checked }: Content) => !checked.ok;
const reportOf = ({ report = '' }: Content) => report;

/** The problems as Astro's overlay shows them; it takes the message as HTML and keeps its line breaks. */
function overlay(content: Content) {
  const [first] = content.checked.ok ? [] : content.checked.problems;
  const loc = first && { file: resolve(content.folder, first.file), line: first.line ?? 1, column: 1 };
  return {
    type: 'error' as const,
    err: { name: '内容检查', title, message: escapeXml(reportOf(content)), stack: '', loc },
  };
}

/** What the server answers instead of a page; Vite's client in it shows the overlay and reloads when the content is mended. */
const page = (content: Content, base: string) =>
  `<!doctype html><html lang="zh-CN"><title>${title}</title><pre>${escapeXml(reportOf(content))}</pre><script type="module" src="${base}@vite/client"></script></html>`;

/** Has the server make all pages anew, and the browser reload. */
function refresh({ environments }: DevServer): void {
  for (const { moduleGraph, hot } of Object.values(environments)) {
    moduleGraph.invalidateAll();
    hot.send({ type: 'full-reload' });
    // Astro forgets the paths that pages have given.
    hot.send('astro:content-changed', {});
  }
}

/** Checks the content whenever it changes, and while it is faulty answers with the report instead of pages. */
function watch(server: DevServer, content: Content, logger: AstroIntegrationLogger): void {
  const { hot } = server.environments.client;
  const root = resolve(content.folder) + sep;
  const announce = () => {
    logger.error(`\n${reportOf(content)}`);
    hot.send(overlay(content));
  };
  let timer: NodeJS.Timeout | undefined;
  server.watcher.add(content.folder);
  server.watcher.on('all', (_, path) => {
    if (!resolve(path).startsWith(root)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      content.changed();
      if (isFaulty(content)) announce();
      else refresh(server);
    }, settleTime);
  });
  if (isFaulty(content)) announce();
  hot.on('vite:client:connect', (_, client) => {
    if (isFaulty(content)) client.send(overlay(content));
  });

  // Vite's own files bring the overlay to the browser.
  const { base } = server.config;
  const served = [`${base}@`, `${base}node_modules/`];
  server.middlewares.use((request, response, next) => {
    if (!isFaulty(content) || served.some((path) => request.url?.startsWith(path))) return next();
    response.writeHead(503, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page(content, base));
  });
}

/** Refuses to build from faulty content before the last site is touched; in development shows what is wrong until it is mended. */
export const contentCheck = (content: Content): AstroIntegration => ({
  name: 'content-check',
  hooks: {
    'astro:config:setup': ({ command, config, addWatchFile }) => {
      // Astro's store of the content does not notice that a schema has changed.
      for (const folder of [config.cacheDir, new URL('.astro/', config.root)])
        rmSync(new URL('data-store.json', folder), { force: true });
      // The base path and the origin in the configuration come from it.
      addWatchFile(resolve(content.folder, contentFiles.site));
      if (command !== 'build' || !isFaulty(content)) return;
      const error = new AstroError(reportOf(content));
      error.name = title;
      error.stack = '';
      throw error;
    },
    'astro:server:setup': ({ server, logger }) => watch(server, content, logger),
  },
});
