import type { Plugin } from 'vite';
import type { MadeFile } from '../publish/made-files.ts';

/** The file at an address that a build makes from the content without a page. */
async function fileAt(path: string, folder: string): Promise<MadeFile | undefined> {
  // Loaded when it is needed: a build makes them elsewhere.
  const [{ loadContent }, { madeFiles }] = await Promise.all([
    import('../load-content.ts'),
    import('../publish/made-files.ts'),
  ]);
  return madeFiles(loadContent(folder).handbook).find((file) => file.path === path);
}

/** Serves the files that a build makes from the content without a page, made anew whenever one is asked for. */
export function servedFiles(folder: string): Plugin {
  return {
    name: 'made-files',
    apply: 'serve',
    configureServer(server) {
      const { base } = server.config;
      server.middlewares.use(async (request, response, next) => {
        try {
          // Vite has taken the base away.
          const path = (request.url ?? '').slice(base.length).split('?')[0] ?? '';
          const file = /\.(?:csv|docx|png|xlsx)$/u.test(path) ? await fileAt(path, folder) : undefined;
          if (!file) return next();
          response.writeHead(200, { 'content-type': file.mediatype });
          response.end(await file.bytes());
        } catch (error) {
          next(error);
        }
      });
    },
  };
}
