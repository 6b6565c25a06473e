import type { InvertedIndex } from '../query/searcher.ts';
import { recordStarts, recordsPerPage } from '../shared/index-layout.ts';

/** What is used of Pagefind's script, with the hook that the build adds to it. */
interface PagefindModule {
  createInstance(options: { basePath: string }): {
    search(term: string | null): Promise<{ results: { id: string; words: number[] }[] }>;
  };
  setFetch(own: typeof fetch): void;
}

/**
 * Opens the inverted index below an address, whose records have so many terms each.
 * @throws Now or at a look-up, if a file of it does not arrive; the index must then be opened anew.
 */
export async function openIndex(base: string, termCounts: readonly number[]): Promise<InvertedIndex> {
  const pagefind = (await import(/* @vite-ignore */ `${base}pagefind.js`)) as PagefindModule;
  let fail: (error: unknown) => void = () => undefined;
  const failure = new Promise<never>((_, reject) => {
    fail = reject;
  });
  // Reported by the look-up that waits for it.
  failure.catch(() => undefined);
  pagefind.setFetch(async (...request) => {
    try {
      const response = await fetch(...request);
      if (!response.ok) throw new Error(`${response.status} ${response.url}`);
      return response;
    } catch (error) {
      fail(error);
      throw error;
    }
  });
  const instance = pagefind.createInstance({ basePath: base });
  const search = async (term: string | null) => (await Promise.race([instance.search(term), failure])).results;

  const starts = recordStarts(termCounts);
  // Without a term Pagefind gives every page, in the order in which they were written.
  const pageStarts = new Map((await search(null)).map(({ id }, page) => [id, starts[page * recordsPerPage] ?? 0]));

  const found = new Map<string, Promise<ReadonlySet<number>>>();
  /** All positions of a term, ascending. Asked for a phrase, Pagefind gives the first one in each page only. */
  const positionsOf = (term: string) => {
    let positions = found.get(term);
    if (!positions) {
      positions = search(term).then((results) => {
        const all = results.flatMap(({ id, words }) => words.map((word) => (pageStarts.get(id) ?? 0) + word));
        return new Set(all.sort((a, b) => a - b));
      });
      found.set(term, positions);
    }
    return positions;
  };
  return {
    async find(phrase) {
      const [first = new Set<number>(), ...others] = await Promise.all(phrase.split(' ').map(positionsOf));
      const records: number[] = [];
      let record = 0;
      for (const position of first) {
        if (!others.every((positions, at) => positions.has(position + at + 1))) continue;
        while ((starts[record + 1] ?? Number.POSITIVE_INFINITY) <= position) record++;
        if (records.at(-1) !== record) records.push(record);
      }
      return records;
    },
  };
}
