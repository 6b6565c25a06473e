import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { archiveNote, archiveNoteName } from '../exports/archive-note.ts';
import { type Part, zip } from '../exports/zip.ts';
import { archivePath } from '../routes/paths.ts';
import type { Site } from '../schema/site.ts';
import type { Content } from './content.ts';
import { filesIn, isText } from './site-files.ts';

/** The note and the files of the site, read one by one, as a large site does not fit in memory. */
function* partsOf(folder: string, files: readonly string[], site: Site): Generator<Part> {
  yield { name: archiveNoteName, bytes: new TextEncoder().encode(archiveNote(site)) };
  for (const name of files) yield { name, bytes: readFileSync(join(folder, name)), isPacked: !isText(name) };
}

/** Packs the built site into one ZIP, to be unpacked below the same base where a web server has no network. */
export const archive = (content: Content): AstroIntegration => ({
  name: 'archive',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const folder = fileURLToPath(dir);
      // Listed before the archive is among them.
      const parts = partsOf(folder, filesIn(folder), content.handbook.site);
      const file = openSync(join(folder, archivePath), 'w');
      zip(parts, (chunk) => writeSync(file, chunk));
      closeSync(file);
    },
  },
});
