import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { archivePath } from '../../src/handbook/urls.ts';
import { filesIn } from './files.ts';

/** The same in each build; ZIP cannot say that a file has no time. */
const time = new Date(1980, 0, 1);

/** Writes the whole site as one ZIP, to be unpacked where a web server without a network serves it below the same base. */
export function writeArchive(folder: string): void {
  const files: Zippable = {};
  for (const file of filesIn(folder)) files[file] = readFileSync(join(folder, file));
  writeFileSync(join(folder, archivePath), zipSync(files, { mtime: time, level: 6 }));
}
