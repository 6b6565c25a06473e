import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { checkContent } from '../src/handbook/check.ts';
import type { Handbook } from '../src/handbook/model.ts';
import type { Problem } from '../src/handbook/problem.ts';
import type { ContentFile } from '../src/handbook/read.ts';

export { report } from './report.ts';

/** The files of a content folder, relative to it, with `/`. A folder that does not exist is one without files. */
export function contentFilesIn(folder: string): string[] {
  const root = join(folder, sep);
  const entries = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).split(sep).join('/'));
}

/** The files of a content folder with their bytes. */
export const readContentFiles = (folder: string): ContentFile[] =>
  contentFilesIn(folder).map((path) => ({ path, bytes: readFileSync(join(folder, path)) }));

/**
 * Reads and checks a content folder.
 * Gives the handbook, fit to publish if there are no problems, and all problems with their lines.
 */
export function loadContent(folder: string): { handbook: Handbook; problems: Problem[] } {
  return checkContent(readContentFiles(folder));
}
