import type { TokenIndex } from '../query/searcher.ts';
import { type Layout, pageSpan, pagesOf, startsOf } from '../shared/page-packing.ts';

interface Instance {
  search(term: string | null): Promise<{ results: { id: string; words: number[] }[] }>;
}

interface PagefindModule {
  createInstance(options: { basePath: string }): Instance;
}

/**
 * Opens the inverted index below an address, in which records lie as the layout says.
 * Throws, now or at a look-up, if any file of it does not arrive: Pagefind itself would answer with fewer results.
 */
export async function openIndex(base: string, layout: Layout): Promise<TokenIndex> {
  let fail: (error: unknown) => void = () => undefined;
  const failure = new Promise<never>((_, reject) => {
    fail = reject;
  });
  // It is heard of where a look-up waits for it.
  failure.catch(() => undefined);
  const { fetch } = globalThis;
  globalThis.fetch = async (...request) => {
    try {
      const response = await fetch(...request);
      if (!response.ok) throw new Error(`${response.status} ${response.url}`);
      return response;
    } catch (error) {
      fail(error);
      throw error;
    }
  };
  const module = (await import(/* @vite-ignore */ `${base}pagefind.js`)) as PagefindModule;
  const instance = module.createInstance({ basePath: base });

  const ask = async (term: string | null) => {
    const { results } = await Promise.race([instance.search(term), failure]);
    return results;
  };
  // Asked for nothing, it gives every page in the order in which they were written.
  const pages = new Map((await ask(null)).map(({ id }, page) => [id, page * pageSpan]));
  if (pages.size !== pagesOf(layout)) throw new Error(`索引有 ${pages.size} 页，应有 ${pagesOf(layout)} 页。`);
  const starts = startsOf(layout);

  const found = new Map<string, Promise<ReadonlySet<number>>>();
  /** All places of a token, in order of pages. Of a row of tokens Pagefind itself gives the first place in each page only. */
  const placesOf = (token: string) => {
    let places = found.get(token);
    if (!places) {
      places = ask(token).then(
        (results) => new Set(results.flatMap(({ id, words }) => words.map((word) => (pages.get(id) ?? 0) + word))),
      );
      found.set(token, places);
    }
    return places;
  };
  /** The record whose start is the last that is not after a place. */
  const recordAt = (place: number): number => {
    let [record, after] = [0, starts.length];
    while (after - record > 1) {
      const middle = (record + after) >>> 1;
      if ((starts[middle] ?? 0) <= place) record = middle;
      else after = middle;
    }
    return record;
  };
  return {
    async find(phrase) {
      const [first = new Set<number>(), ...others] = await Promise.all(phrase.split(' ').map(placesOf));
      const rows = [...first].filter((place) => others.every((places, at) => places.has(place + at + 1)));
      return [...new Set(rows.map(recordAt))].sort((a, b) => a - b);
    },
  };
}
