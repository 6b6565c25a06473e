import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { archivePath } from '../../src/handbook/urls.ts';
import { isText } from './compress.ts';

/** The same in each build; ZIP cannot say that a file has no time. */
const time = new Date(1980, 0, 1);

/** Writes the files of a site as one ZIP, to be unpacked where a web server without a network serves it below the same base. */
export function writeArchive(folder: string, files: readonly string[]): void {
  const archive: Zippable = {};
  for (const file of files) archive[file] = [readFileSync(join(folder, file)), { level: isText(file) ? 6 : 0 }];
  writeFileSync(join(folder, archivePath), zipSync(archive, { mtime: time }));
}
