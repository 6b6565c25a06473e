/*
 * How search is stored. Below `indexFolder` lie
 * - `catalogue.json`: what the browser knows of all records, the lexicon, and the names of the files below, which hold the hash
 *   of their content; loaded with the first question;
 * - `*.pf_meta`, `wasm.*`, `index/*`: Pagefind's inverted index of the terms of `index-terms.ts`; of `index/*` a question loads
 *   the chunks that hold its terms;
 * - `ranking-<hash>.bin`: the parts of the inverted index by which records are ranked; of these a question loads those that hold its
 *   characters, if no record holds its words;
 * - `texts-<hash>/0.json` …: what results show, some records a file; loaded for the results that are shown;
 * - `elsewhere-<hash>.json`: what is said of the matters that the handbook does not hold; loaded for a question about one;
 * - `dictionary-<hash>.json`, `words-<hash>.json`: the first part of the dictionary, which a page knows by name and loads when a
 *   reader types; and its further words, loaded when nothing was found and a word may be mistyped.
 *
 * Pagefind is made for web pages and gives each an entry in a list that every first question loads. Measures, tasks and targets
 * are short and share most of their words; therefore one page of the index holds the terms of many records one after another,
 * and a position in it tells the record.
 */
export const indexFolder = 'search/index/';
export const catalogueFile = 'catalogue.json';

/** The larger the pages, the less memory Pagefind takes to write them. */
export const recordsPerPage = 160;

/** A result's neighbours are often results as well, and their texts compress together. */
export const recordsPerTextFile = 64;

/** The position of each record's first term, counted through all pages. */
export function recordStarts(termCounts: readonly number[]): number[] {
  let next = 0;
  return termCounts.map((count) => {
    next += count;
    return next - count;
  });
}

/** The file that holds a record's texts, in the folder of texts. */
export const textFile = (folder: string, record: number): string =>
  `${folder}/${Math.floor(record / recordsPerTextFile)}.json`;
