import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { checkContent } from '../src/handbook/check.ts';
import type { Handbook } from '../src/handbook/model.ts';
import type { Problem } from '../src/handbook/problem.ts';
import type { ContentFile } from '../src/handbook/read.ts';

export { report } from './report.ts';

/** The files of a content folder. A folder that does not exist is one without files. */
export function readContentFiles(folder: string): ContentFile[] {
  const root = join(folder, sep);
  const entries = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: file.slice(root.length).split(sep).join('/'), bytes: readFileSync(file) }));
}

/**
 * Reads and checks a content folder.
 * Gives the handbook, fit to publish if there are no problems, and all problems with their lines.
 */
export function loadContent(folder: string): { handbook: Handbook; problems: Problem[] } {
  return checkContent(readContentFiles(folder));
}
