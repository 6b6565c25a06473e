/**
 * Where records lie in the inverted index. A page of it holds many records, as records share most of their words: the index is
 * much smaller than with a page for each, and so is its list of pages, which comes with each first question.
 */
export interface Layout {
  /** Of each record that belongs to none, in order, how many records belong to it, which come next. */
  belonging: number[];
  /** How many records that belong to none are in a page, with those that belong to them. */
  together: number;
  /** How many places in its page a record has that belongs to another, and one that belongs to none. */
  room: { belonging: number; own: number };
}

/** A record, and the first of its places in its page. */
export interface Laid {
  record: number;
  start: number;
}

/** The records of each page in their order. */
export function laidByPage({ belonging, together, room }: Layout): Laid[][] {
  const pages: Laid[][] = [];
  let record = 0;
  let start = 0;
  for (const [at, count] of belonging.entries()) {
    if (at % together === 0) {
      pages.push([]);
      start = 0;
    }
    for (let one = 0; one <= count; one++) {
      pages.at(-1)?.push({ record, start });
      record += 1;
      start += one === 0 ? room.own : room.belonging;
    }
  }
  return pages;
}

/** The record that each record belongs to; itself where it belongs to none. */
export const parentsOf = ({ belonging }: Layout): number[] => {
  const parents: number[] = [];
  for (const count of belonging) parents.push(...Array<number>(count + 1).fill(parents.length));
  return parents;
};
