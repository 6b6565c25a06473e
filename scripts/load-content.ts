import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { checkContent } from '../src/handbook/check.ts';
import type { Handbook } from '../src/handbook/model.ts';
import type { Problem } from '../src/handbook/problem.ts';

/**
 * Reads and checks a content folder.
 * Gives the handbook, fit to publish if there are no problems, and all problems with their lines.
 * Throws if the folder cannot be read.
 */
export async function loadContent(folder: string): Promise<{ handbook: Handbook; problems: Problem[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const file = join(entry.parentPath, entry.name);
        const path = file.slice(join(folder, sep).length).split(sep).join('/');
        return { path, bytes: new Uint8Array(await readFile(file)) };
      }),
  );
  return checkContent(files);
}
