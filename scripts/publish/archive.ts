import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Part, zip } from '../../src/exports/zip.ts';
import { archivePath } from '../../src/routes/paths.ts';
import { deflatedBy, isText } from './compress.ts';

/**
 * Writes the files of a site, compressed for the server before, as one ZIP, to be unpacked where a web server without a network
 * serves it below the same base.
 */
export function writeArchive(folder: string, files: readonly string[]): void {
  const part = (name: string): Part => {
    const file = join(folder, name);
    const deflated = deflatedBy(file);
    return { name, bytes: readFileSync(file), isPacked: !isText(name), ...(deflated && { deflated }) };
  };
  const archive = openSync(join(folder, archivePath), 'w');
  // One file after the other, as a large site would not have room in memory.
  zip(Iterator.from(files).map(part), (chunk) => writeSync(archive, chunk));
  closeSync(archive);
}
