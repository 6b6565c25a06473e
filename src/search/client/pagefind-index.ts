import { type Layout, laidByPage } from '../layout.ts';
import type { TokenIndex } from '../query/search.ts';

interface Instance {
  search(term: string | null): Promise<{ results: { id: string; words: number[] }[] }>;
}

interface PagefindModule {
  createInstance(options: { basePath: string }): Instance;
}

/** More than the places that a page of the index has, so that a place in all of it is one number. */
const pageSpan = 2 ** 24;

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
  const pages = laidByPage(layout);
  // Asked for nothing, it gives every page in the order in which they were written.
  const starts = new Map((await ask(null)).map(({ id }, page) => [id, page * pageSpan]));
  if (starts.size !== pages.length) throw new Error(`索引有 ${starts.size} 页，应有 ${pages.length} 页。`);

  const found = new Map<string, Promise<ReadonlySet<number>>>();
  /** All places of a token, in order of pages. Of a row of tokens Pagefind itself gives the first place in each page only. */
  const placesOf = (token: string) => {
    let places = found.get(token);
    if (!places) {
      places = ask(token).then(
        (results) => new Set(results.flatMap(({ id, words }) => words.map((word) => (starts.get(id) ?? 0) + word))),
      );
      found.set(token, places);
    }
    return places;
  };
  const recordAt = (place: number): number => {
    const laid = pages[Math.floor(place / pageSpan)];
    return laid?.findLast(({ start }) => start <= place % pageSpan)?.record ?? -1;
  };
  return {
    async find(phrase) {
      const [first = new Set<number>(), ...others] = await Promise.all(phrase.split(' ').map(placesOf));
      const rows = [...first].filter((place) => others.every((places, at) => places.has(place + at + 1)));
      return [...new Set(rows.map(recordAt))].sort((a, b) => a - b);
    },
  };
}
