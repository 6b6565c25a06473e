import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import type { Handbook } from '../model/types.ts';
import { searchPath } from '../routes/paths.ts';
import { searchIndexFiles } from '../search/build/index-files.ts';
import type { CatalogueFile } from '../search/shared/catalogue.ts';
import { catalogueFile, indexFolder } from '../search/shared/index-layout.ts';
import type { Content } from './content.ts';
import { filesIn } from './site-files.ts';

/** In development the dictionary, which changes with the content, keeps this name. */
const dictionaryInDevelopment = `${indexFolder}dictionary.json`;

/** Gives the pages the name of the dictionary, which holds the hash of its content. */
function dictionaryModule(name: () => Promise<string>): Plugin {
  const id = 'virtual:dictionary';
  const resolved = `\0${id}`;
  return {
    name: 'dictionary-module',
    resolveId: (asked) => (asked === id ? resolved : undefined),
    load: async (asked) => (asked === resolved ? `export default ${JSON.stringify(await name())};` : undefined),
  };
}

/**
 * Writes into the catalogue which worker belongs to it, so that the code of one edition never reads the index of another, and lets the
 * search page ask for both before its scripts run.
 * @throws If the site has not one worker of search, or its page no icon.
 */
async function nameWorker(dir: URL, base: string): Promise<void> {
  const workers = filesIn(fileURLToPath(dir)).filter((file) => /^_astro\/worker-[^/]+\.js$/u.test(file));
  const [worker] = workers;
  if (!worker || workers.length > 1) throw new Error(`搜索的程序应有一个，实有 ${workers.length} 个。`);
  const file = new URL(indexFolder + catalogueFile, dir);
  const catalogue: CatalogueFile = JSON.parse(await readFile(file, 'utf8'));
  catalogue.worker = worker.slice(worker.lastIndexOf('/') + 1);
  await writeFile(file, JSON.stringify(catalogue));

  const page = new URL(`${searchPath}index.html`, dir);
  const html = await readFile(page, 'utf8');
  const icon = '<link rel="icon"';
  if (!html.includes(icon)) throw new Error('搜索页没有图标，不知道在哪里写上要预先加载的文件。');
  // Scripts, and what they import at once, which a browser would ask for one after another.
  const scripts = [...html.matchAll(/<script type="module" src="([^"]+)"/gu)].map(([, address = '']) => address);
  const imported = scripts.map(async (address) => {
    const script = await readFile(new URL(address.slice(base.length), dir), 'utf8');
    return [...script.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/gu)].map(([, name]) => `${base}_astro/${name}`);
  });
  const modules = new Set([...scripts, ...(await Promise.all(imported)).flat()]);
  const links = [
    ...Array.from(modules, (address) => `<link rel="modulepreload" href="${address}">`),
    `<link rel="preload" href="${base}${worker}" as="script">`,
    `<link rel="preload" href="${base}${indexFolder}${catalogueFile}" as="fetch" crossorigin>`,
  ];
  await writeFile(page, html.replace(icon, links.join('') + icon));
}

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
      'astro:config:setup': ({ updateConfig, command }) => {
        const nameOfDictionary = async () =>
          command === 'dev' ? dictionaryInDevelopment : (await current()).dictionary;
        // A worker that is a module needs Firefox 114.
        updateConfig({ vite: { plugins: [dictionaryModule(nameOfDictionary)], worker: { format: 'iife' } } });
      },
      // Pagefind works in a process of its own while the pages are made; its failure is thrown where the index is written.
      'astro:build:start': () => void current().catch(() => {}),
      'astro:build:done': async ({ dir, logger }) => {
        const { files, records } = await current();
        for (const { path, content } of files) {
          const file = new URL(path, dir);
          await mkdir(new URL('.', file), { recursive: true });
          await writeFile(file, content);
        }
        await nameWorker(dir, content.handbook.site.base);
        logger.info(`可搜索 ${records} 条`);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(async (request, response, next) => {
          const path = request.url?.replace(/\?.*/u, '').slice(server.config.base.length);
          if (!path?.startsWith(indexFolder)) return next();
          try {
            const { files, dictionary } = await current();
            const asked = path === dictionaryInDevelopment ? dictionary : path;
            const file = files.find((one) => one.path === asked);
            if (!file) return next();
            response.setHeader('content-type', 'application/octet-stream');
            response.end(file.content);
          } catch (error) {
            next(error);
          }
        });
      },
    },
  };
}
