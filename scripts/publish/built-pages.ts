import { filesIn } from './files.ts';

/** A page of the built site that a reader can be led to; the page for missing addresses is none. */
export interface BuiltPage {
  /** Relative to the base: `units/`. */
  path: string;
  /** Relative to the site's folder. */
  file: string;
}

/** Every page of a built site, in the order of their paths. */
export const builtPages = (folder: string): BuiltPage[] =>
  filesIn(folder)
    .filter((file) => /(?:^|\/)index\.html$/u.test(file))
    .map((file) => ({ path: file.slice(0, -'index.html'.length), file }));
