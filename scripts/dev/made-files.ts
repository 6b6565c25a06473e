import type { Plugin } from 'vite';
import { loadContent } from '../load-content.ts';

/** Serves the files that a build makes from the content without a page, made anew whenever one is asked for. */
export function servedFiles(folder: string): Plugin {
  return {
    name: 'made-files',
    apply: 'serve',
    configureServer(server) {
      const { base } = server.config;
      server.middlewares.use(async (request, response, next) => {
        const [path] = (request.url ?? '').slice(base.length).split('?');
        if (!/\.(?:csv|docx|png|xlsx)$/u.test(path ?? '')) return next();
        // What makes them is loaded when it is needed: a build has its own.
        const { madeFiles } = await import('../publish/made-files.ts');
        const file = madeFiles(loadContent(folder).handbook).find((one) => one.path === path);
        if (!file) return next();
        response.writeHead(200, { 'content-type': file.mediatype });
        response.end(await file.bytes());
      });
    },
  };
}
