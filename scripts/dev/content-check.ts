import { resolve, sep } from 'node:path';
import type { ErrorPayload, Plugin } from 'vite';
import { escapeXml } from '../../src/exports/xml.ts';
import type { Problem } from '../../src/loader/problem.ts';
import { report } from '../report.ts';

/** The problems as an error that the browser shows over the page; its message is HTML. */
function overlay(problems: readonly Problem[], folder: string): ErrorPayload {
  const [first] = problems;
  return {
    type: 'error',
    err: {
      name: '内容检查',
      title: '内容检查没有通过',
      message: escapeXml(report(problems, folder)).replaceAll('\n', '<br>'),
      stack: '',
      plugin: 'content-check',
      ...(first ? { loc: { file: resolve(folder, first.file), line: first.line ?? 1, column: 1 } } : {}),
    },
  };
}

/**
 * Checks the content folder while the pages are being worked on.
 * As long as it has problems the browser shows them over the page, and no page is made from it; once it has none the page comes back.
 */
export function contentCheck(folder: string): Plugin {
  const root = resolve(folder) + sep;
  return {
    name: 'content-check',
    apply: 'serve',
    async configureServer(server) {
      // Loaded when it is needed: a build has checked its content before.
      const { loadContent } = await import('../load-content.ts');
      const { hot } = server.environments.client;
      let problems: Problem[] | undefined;
      const current = () => {
        problems ??= loadContent(folder).problems;
        return problems;
      };

      let timer: NodeJS.Timeout | undefined;
      const recheck = () => {
        const faulty = (problems ?? []).length > 0;
        problems = undefined;
        if (current().length > 0) hot.send(overlay(current(), folder));
        else if (faulty) hot.send({ type: 'full-reload' });
      };
      server.watcher.add(folder);
      server.watcher.on('all', (_, path) => {
        if (!resolve(path).startsWith(root)) return;
        clearTimeout(timer);
        // An editor writes a file in several steps.
        timer = setTimeout(recheck, 100);
      });

      hot.on('vite:client:connect', (_, client) => {
        if (current().length > 0) client.send(overlay(current(), folder));
      });
      // Vite's own files bring the problems to the browser; all else is made from the content.
      const { base } = server.config;
      const own = [`${base}@`, `${base}node_modules/`];
      server.middlewares.use((request, response, next) => {
        if (own.some((path) => request.url?.startsWith(path)) || current().length === 0) return next();
        response.writeHead(503, { 'content-type': 'text/html; charset=utf-8' });
        response.end(
          `<!doctype html><html lang="zh-CN"><title>内容检查没有通过</title><pre>${escapeXml(report(current(), folder))}</pre><script type="module" src="${base}@vite/client"></script></html>`,
        );
      });
    },
  };
}
