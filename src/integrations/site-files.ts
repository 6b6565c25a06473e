import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Every file below a folder, relative to it, with `/`, sorted by path. */
export function filesIn(folder: string): string[] {
  const root = join(folder, sep);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).split(sep).join('/'))
    .sort();
}

/** Whether a file is text; pictures, documents and the chunks of the search index are compressed already. */
export const isText = (file: string): boolean => /\.(?:html|css|js|svg|json|csv|xml|txt|md)$/u.test(file);
