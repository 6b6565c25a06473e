import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** A page of the built site that a reader can be led to; the page for missing addresses is none. */
export interface BuiltPage {
  /** Relative to the base: `units/`. */
  path: string;
  /** Relative to the site's folder. */
  file: string;
  html: string;
}

/** Every page of a built site, in the order of their paths. */
export function builtPages(folder: string): BuiltPage[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => /(?:^|\/)index\.html$/u.test(file))
    .map((file) => ({
      path: file.slice(0, -'index.html'.length),
      file,
      html: readFileSync(join(folder, file), 'utf8'),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
