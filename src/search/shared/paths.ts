import type { Stored } from './catalogue.ts';

/** Where the index lies, relative to the site's base. */
export const indexFolder = 'search/index/';

/** The file that holds a record's text, relative to the index. */
export const textFile = ({ folder, size }: Stored['texts'], record: number): string =>
  `${folder}/${Math.floor(record / size)}.json`;
