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

/** More than the places that a page has, so that a place in the whole index is one number: its page so many times, and the place in it. */
export const pageSpan = 2 ** 24;

/** How many pages the index has. */
export const pagesOf = ({ belonging, together }: Layout): number => Math.ceil(belonging.length / together);

/** The first place of each record in the index; they rise. */
export function startsOf({ belonging, together, room }: Layout): number[] {
  const starts: number[] = [];
  let next = 0;
  for (const [own, count] of belonging.entries()) {
    if (own % together === 0) next = (own / together) * pageSpan;
    starts.push(next);
    next += room.own;
    for (let one = 0; one < count; one++) {
      starts.push(next);
      next += room.belonging;
    }
  }
  return starts;
}

/** The record that each record belongs to; itself where it belongs to none. */
export const parentsOf = ({ belonging }: Layout): number[] => {
  const parents: number[] = [];
  for (const count of belonging) parents.push(...Array<number>(count + 1).fill(parents.length));
  return parents;
};
