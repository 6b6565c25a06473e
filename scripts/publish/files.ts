import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Every file below a folder, relative to it, with slashes, in order of name. */
export function filesIn(folder: string): string[] {
  const root = join(folder, sep);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).split(sep).join('/'))
    .sort();
}
