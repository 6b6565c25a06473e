/**
 * Where records lie in the inverted index. A page of it holds a record and those that belong to it: they share most of their
 * words, so that the index is smaller with them together, and so is its list of pages, which comes with each first question.
 * Those that belong to a record lie before it, each in so many places; itself, which has the most words, fills the last.
 */
export interface Layout {
  /** Of each page, how many records it has: one and those that belong to it, which come next in the order of records. */
  pages: number[];
  /** How many places a record has that is not the last of its page. */
  room: number;
}

/** The records of each page, as they lie there. */
export function recordsByPage({ pages }: Pick<Layout, 'pages'>): number[][] {
  let next = 0;
  return pages.map((size) => {
    const own = next;
    next += size;
    return [...Array.from({ length: size - 1 }, (_, at) => own + 1 + at), own];
  });
}

/** The record that each record belongs to; itself where it belongs to none. */
export function parentsOf(layout: Pick<Layout, 'pages'>): number[] {
  const parents: number[] = [];
  for (const page of recordsByPage(layout)) for (const record of page) parents[record] = page.at(-1) ?? record;
  return parents;
}
