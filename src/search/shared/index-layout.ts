/*
 * How search is stored. Below `indexFolder` lie
 * - `catalogue.json`: what the browser knows of all records, the lexicon, and `Stored` below; loaded with the first question;
 * - `pagefind.js`, `pagefind-entry.json`, `*.pf_meta`, `wasm.*`, `index/*`: Pagefind's inverted index of the terms of
 *   `index-terms.ts`; of `index/*` a question loads the chunks that hold its terms;
 * - `texts-<hash>/0.json` …: what results show, some records a file; loaded for the results that are shown;
 * - `suggestions.json` and `sounds.json`: loaded when a reader types, and when a word may be misspelt.
 *
 * Pagefind is made for web pages and gives each an entry in a list that every first question loads. Measures, tasks and targets
 * are short and share most of their words; therefore one page of the index holds the records of many measures, and a position
 * in it tells the record: each record begins at a fixed position, and the rest of its slot up to the next record is filled
 * with separators. A group is a record with the child records that follow it, as a measure with its tasks and targets.
 */
export const indexFolder = 'search/index/';

/** Where records lie in the pages of the inverted index. */
export interface IndexLayout {
  /** Of each group, in order, the number of its child records. */
  childCounts: number[];
  groupsPerPage: number;
  /** Positions that a record of a kind takes: as many as the longest one has terms. */
  slots: { parent: number; child: number };
}

/** What the files hold, by which the browser reads them. */
export interface Stored {
  index: IndexLayout;
  /** Files of `recordsPerFile` records each, in a folder named by their content. */
  texts: { folder: string; recordsPerFile: number };
}

/** Added for each page before it, so that a position in any page is one number. Above the positions that Pagefind counts in a page. */
export const pageSpan = 2 ** 24;

/** The number of pages of the index. */
export const pageCount = ({ childCounts, groupsPerPage }: IndexLayout): number =>
  Math.ceil(childCounts.length / groupsPerPage);

/** The first position of each record in the index; ascending. */
export function recordStarts({ childCounts, groupsPerPage, slots }: IndexLayout): number[] {
  const starts: number[] = [];
  let next = 0;
  for (const [group, children] of childCounts.entries()) {
    if (group % groupsPerPage === 0) next = (group / groupsPerPage) * pageSpan;
    starts.push(next);
    next += slots.parent;
    for (let child = 0; child < children; child++, next += slots.child) starts.push(next);
  }
  return starts;
}

/** The parent of each record; a record without one is its own. */
export const recordParents = ({ childCounts }: IndexLayout): number[] => {
  const parents: number[] = [];
  for (const children of childCounts) parents.push(...Array<number>(children + 1).fill(parents.length));
  return parents;
};

/** The file that holds a record's texts, relative to the index. */
export const textFile = ({ folder, recordsPerFile }: Stored['texts'], record: number): string =>
  `${folder}/${Math.floor(record / recordsPerFile)}.json`;
