import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { zip } from '../exports/zip.ts';
import { archivePath } from '../routes/paths.ts';
import { filesIn, isText } from './site-files.ts';

/** Packs the built site into one ZIP, to be unpacked below the same base where a web server has no network. */
export const archive = (): AstroIntegration => ({
  name: 'archive',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const folder = fileURLToPath(dir);
      // Read one by one, as a large site does not fit in memory.
      const parts = Iterator.from(filesIn(folder)).map((name) => ({
        name,
        bytes: readFileSync(join(folder, name)),
        isPacked: !isText(name),
      }));
      const file = openSync(join(folder, archivePath), 'w');
      zip(parts, (chunk) => writeSync(file, chunk));
      closeSync(file);
    },
  },
});
