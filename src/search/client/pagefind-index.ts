import type { InvertedIndex } from '../query/searcher.ts';
import { recordStarts, recordsPerPage } from '../shared/index-layout.ts';
import { failureOf, load, SearchFailure } from './failure.ts';

/** What is used of Pagefind's script, with the hook that the build adds to it. */
export interface PagefindModule {
  Pagefind: new (options: {
    basePath: string;
  }) => {
    init(language: string, options: { load_wasm: boolean }): Promise<void>;
    search(term: string | null): Promise<{ results: { id: string; words: number[] }[] }>;
  };
  setFetch(own: (address: string) => Promise<Response>): void;
}

/** Where the inverted index lies, and how it is read. */
export interface IndexPlace {
  /** The address of its folder. */
  base: string;
  /** What Pagefind asks for first; it is in the catalogue, whose edition the other files then have. */
  entry: unknown;
  /** Whether copies that are stored may be used. */
  cache?: RequestCache;
}

/** Pagefind's files are compressed, or begin with its name. */
const signatures = [[0x1f, 0x8b], Array.from('pagefind_dcd', (sign) => sign.charCodeAt(0))];

/** Loads a file of Pagefind's. @throws SearchFailure If it does not arrive, or is something else. */
async function loadPart(address: string, cache?: RequestCache): Promise<Response> {
  const bytes = new Uint8Array(await (await load(address, cache)).arrayBuffer());
  if (!signatures.some((signature) => signature.every((byte, at) => bytes[at] === byte)))
    throw new SearchFailure('server', `${address} is no part of an index`);
  return new Response(bytes);
}

/**
 * Opens an inverted index whose records have so many terms each.
 * @throws Now or at a look-up, if a file of it does not arrive; the index must then be opened anew.
 */
export async function openIndex(
  { Pagefind, setFetch }: PagefindModule,
  { base, entry, cache }: IndexPlace,
  termCounts: readonly number[],
): Promise<InvertedIndex> {
  let failure: SearchFailure | undefined;
  setFetch(async (address) => {
    if (address.includes('pagefind-entry.json')) return new Response(JSON.stringify(entry));
    return loadPart(address, cache).catch((error) => {
      failure ??= failureOf(error);
      throw error;
    });
  });
  /** Pagefind words failures anew; and where its files arrived, one of them is damaged. */
  const reported = (error: unknown): never => {
    throw failure ?? new SearchFailure('server', `index below ${base}: ${error}`);
  };
  const instance = new Pagefind({ basePath: base });
  await instance.init('unknown', { load_wasm: true }).catch(reported);
  const search = async (term: string | null) => (await instance.search(term).catch(reported)).results;

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
