import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, zstdCompressSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { type CopyDescription, type KeptFile, packFiles } from '../browser/copy-format.ts';
import type { Handbook } from '../model/types.ts';
import { copyDescriptionPath, offlineWorkerPath } from '../routes/offline-paths.ts';
import { unitDutiesPath } from '../routes/paths.ts';
import { indexFolder } from '../search/shared/index-layout.ts';
import { offlinePages } from '../views/offline-pages.ts';
import { pathOf } from '../views/page-subject.ts';
import { buildTargets } from './browser-floor.ts';
import type { Content } from './content.ts';
import { filesIn } from './site-files.ts';

const source = 'src/browser/offline-worker.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** What pages load: scripts, sheets, pictures, the search index and the duties of units. */
const isLoaded = (file: string) =>
  (/\.(?:css|js|svg)$/u.test(file) && file !== 'sw.js') || file.startsWith(indexFolder) || file === unitDutiesPath;

/** The files of a built site that the copy holds. @throws if a page of it was not built. */
function keptFiles(folder: string, handbook: Handbook): KeptFile[] {
  const kept = (path: string, file: string) => ({
    path,
    type: types[extname(file)] ?? 'application/octet-stream',
    bytes: readFileSync(join(folder, file)),
  });
  return [
    ...offlinePages(handbook)
      .map(pathOf)
      .map((path) => kept(path, `${path}index.html`)),
    ...filesIn(folder)
      .filter(isLoaded)
      .map((file) => kept(file, file)),
  ];
}

/** Pages repeat each other far beyond what a window of the usual size sees. Level 12 of 22 takes a tenth of the time of 19. */
const compress = (bytes: Uint8Array) =>
  zstdCompressSync(bytes, {
    params: { [constants.ZSTD_c_compressionLevel]: 12, [constants.ZSTD_c_windowLog]: 24 },
  });

/** Bundles the worker as a classic script of one file, as browsers of the floor know no other. */
async function bundleWorker(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      target: buildTargets(),
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { input: source, output: { format: 'iife', entryFileNames: offlineWorkerPath } },
    },
  });
}

/** Makes the copy that readers may store for reading without a network: one file, its description, and the worker that answers from it. */
export function offlineCopy(content: Content): AstroIntegration {
  let assets = '';
  return {
    name: 'offline-copy',
    hooks: {
      'astro:config:done': ({ config }) => {
        assets = config.build.assets;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const files = keptFiles(folder, content.handbook);
        const packed = compress(packFiles(files));
        const edition = createHash('sha256').update(packed).digest('hex').slice(0, 12);
        const description: CopyDescription = {
          edition,
          file: `${assets}/handbook.${edition}.bin`,
          transferred: packed.length,
          stored: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
        };
        writeFileSync(join(folder, description.file), packed);
        writeFileSync(join(folder, copyDescriptionPath), JSON.stringify(description));
        await bundleWorker(folder);
        logger.info(`断网阅读 ${files.length} 个文件，${Math.ceil(packed.length / 1000)} kB`);
      },
    },
  };
}
