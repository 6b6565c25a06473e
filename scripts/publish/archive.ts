import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipped } from '../../src/handbook/archive.ts';
import { archivePath } from '../../src/handbook/urls.ts';
import { isText } from './compress.ts';

/** Writes the files of a site as one ZIP, to be unpacked where a web server without a network serves it below the same base. */
export function writeArchive(folder: string, files: readonly string[]): void {
  const parts = files.map((name) => ({ name, bytes: readFileSync(join(folder, name)), isPacked: !isText(name) }));
  writeFileSync(join(folder, archivePath), zipped(parts));
}
