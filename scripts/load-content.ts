import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { checkContent } from '../src/handbook/check.ts';
import type { Handbook } from '../src/handbook/model.ts';
import type { Problem } from '../src/handbook/problem.ts';

export { report } from './report.ts';

/**
 * Reads and checks a content folder.
 * Gives the handbook, fit to publish if there are no problems, and all problems with their lines.
 * Throws if the folder cannot be read.
 */
export function loadContent(folder: string): { handbook: Handbook; problems: Problem[] } {
  const root = join(folder, sep);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: file.slice(root.length).split(sep).join('/'), bytes: readFileSync(file) }));
  return checkContent(files);
}
