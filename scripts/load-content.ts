import { type Dirent, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Checked, checkContent } from '../src/handbook/check.ts';
import type { ContentFile } from '../src/handbook/read.ts';

export { report } from './report.ts';

/**
 * The files of a content folder, relative to it, with `/`. A folder that does not exist is one without files.
 * A folder inside that cannot be opened comes as its own name with `/` at the end.
 */
export function contentFilesIn(folder: string, inside = ''): string[] {
  const entries = entriesOf(join(folder, inside));
  if (entries === undefined) return [inside];
  return entries.flatMap((entry) => {
    const path = `${inside}${entry.name}`;
    if (entry.isDirectory()) return contentFilesIn(folder, `${path}/`);
    return entry.isFile() ? [path] : [];
  });
}

function entriesOf(folder: string): Dirent[] | undefined {
  if (!existsSync(folder)) return [];
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
}

/** The files of a content folder with their bytes; those that another program holds or that may not be read as `closed`. */
export const readContentFiles = (folder: string): ContentFile[] =>
  contentFilesIn(folder).map((path) => {
    try {
      return { path, bytes: readFileSync(join(folder, path)) };
    } catch {
      return { path, bytes: new Uint8Array(), closed: true };
    }
  });

/** Reads and checks a content folder. */
export const loadContent = (folder: string): Checked => checkContent(readContentFiles(folder));
