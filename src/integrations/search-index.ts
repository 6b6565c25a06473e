import { mkdir, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import type { Handbook } from '../model/types.ts';
import { searchIndexFiles } from '../search/build/index-files.ts';
import { indexFolder } from '../search/shared/index-layout.ts';
import type { Content } from './content.ts';

/** Makes the search index: written into the built site, and served from memory in development. */
export function searchIndex(content: Content): AstroIntegration {
  let index: ReturnType<typeof searchIndexFiles> | undefined;
  let indexed: Handbook | undefined;
  /** The index of the content as it is now. */
  const current = () => {
    const { handbook } = content;
    if (indexed !== handbook) index = searchIndexFiles(handbook);
    indexed = handbook;
    return index as ReturnType<typeof searchIndexFiles>;
  };
  return {
    name: 'search-index',
    hooks: {
      // Pagefind works in a process of its own while the pages are made; its failure is thrown where the index is written.
      'astro:build:start': () => void current().catch(() => {}),
      'astro:build:done': async ({ dir, logger }) => {
        const { files, records } = await current();
        for (const { path, content } of files) {
          const file = new URL(path, dir);
          await mkdir(new URL('.', file), { recursive: true });
          await writeFile(file, content);
        }
        logger.info(`可搜索 ${records} 条`);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(async (request, response, next) => {
          const path = request.url?.replace(/\?.*/u, '').slice(server.config.base.length);
          if (!path?.startsWith(indexFolder)) return next();
          try {
            const file = (await current()).files.find((one) => one.path === path);
            if (!file) return next();
            response.setHeader('content-type', path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream');
            response.end(file.content);
          } catch (error) {
            next(error);
          }
        });
      },
    },
  };
}
