import { checkContent } from '../../../src/checks/check-content.ts';
import type { IndexFile } from '../../../src/search/build/index-files.ts';
import { indexBelow } from '../../../src/search/client/pagefind-index.ts';
import { memoryIndex, memoryRanking, memorySearch, unread } from '../../../src/search/learning/memory-search.ts';
import { Lexicon } from '../../../src/search/query/lexicon.ts';
import type { RankingOptions } from '../../../src/search/query/ranking.ts';
import { type InvertedIndex, Searcher } from '../../../src/search/query/searcher.ts';
import type { Catalogue, LexiconData } from '../../../src/search/shared/catalogue.ts';
import { codedThesaurus } from '../../../src/search/shared/coded-thesaurus.ts';
import { catalogueFile } from '../../../src/search/shared/index-layout.ts';
import { indexTerms, recordTerms } from '../../../src/search/shared/index-terms.ts';
import type { RecordKind, SearchRecord } from '../../../src/search/shared/record.ts';
import { countyWithNext } from '../../fixtures/county.ts';

const checked = checkContent(Object.entries(countyWithNext).map(([path, bytes]) => ({ path, bytes })));
if (!checked.ok) throw new Error('the made-up county is faulty');
/** Two plans of a made-up county, through the real schema. */
export const { handbook } = checked;
export const { records, catalogue, lexicon, searcher } = memorySearch(handbook);

/** A made-up record; what is not given is blank. */
export const recordOf = (given: Partial<SearchRecord> & { kind?: RecordKind; text?: string }): SearchRecord => {
  const { kind = 'measure', text = '', ...rest } = given;
  return {
    display: { kind, path: '', label: '', title: '', text },
    titles: [],
    words: [text],
    vocabulary: [],
    facets: { plan: [], environment: [], topic: [], unit: [], innovation: false },
    ...rest,
  };
};

const noWords: LexiconData = { thesaurus: codedThesaurus([]), units: [], simplified: '' };

/** A catalogue of made-up records. */
export function plainCatalogue(all: readonly SearchRecord[], named = unread, words = noWords): Catalogue {
  const none = all.map(() => []);
  return {
    records: {
      kinds: all.map(({ display }) => display.kind),
      numbers: all.map(({ number }) => number ?? 0),
      innovations: all.map(() => 0),
      termCounts: all.map((record) => recordTerms(record).length),
      titleCounts: all.map(({ titles }) => indexTerms(titles).length),
      facets: { plan: none, environment: none, topic: none, unit: none },
    },
    facets: { plan: [], environment: [], topic: [], unit: [] },
    pages: [],
    unitPrefixes: [],
    documents: [],
    lexicon: words,
    elsewhere: { words: [], held: [] },
    ...named,
  };
}

/** Search in memory over made-up records. */
export const searcherOf = (all: readonly SearchRecord[], options: Partial<RankingOptions> = {}): Searcher =>
  new Searcher(memoryIndex(all), plainCatalogue(all), new Lexicon(noWords), memoryRanking(all, [], options));

/** Searches made-up records: the texts of what is found, best first, each with how it matched. */
export async function searchIn(
  all: readonly SearchRecord[],
  query: string,
  options: Partial<RankingOptions> = {},
): Promise<string[]> {
  const { hits } = await searcherOf(all, options).search(query);
  return hits.map(({ record, match }) => `${match} ${all[record]?.display.text}`);
}

/** A row of numbers from 0 to 1 that looks random and is the same each time. */
function* pseudoRandom(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Groups of a measure and up to three tasks, made of clauses in new orders; so many records at least. */
export function manyRecords(clauses: readonly string[], count: number): SearchRecord[] {
  const random = pseudoRandom(2025);
  const pick = (from: readonly string[]) => from[Math.floor(random.next().value * from.length)] ?? '';
  const text = () => Array.from({ length: 4 }, () => pick(clauses)).join('');
  const all: SearchRecord[] = [];
  while (all.length < count) {
    const at = all.length;
    all.push(recordOf({ text: text(), titles: [`${pick(clauses).slice(0, 8)}${at}号`] }));
    for (let task = at % 4; task > 0; task--) all.push(recordOf({ kind: 'task', text: text() }));
  }
  return all;
}

/** The clauses of texts, each with the sign that ends it. */
export const clausesOf = (all: readonly SearchRecord[]): string[] =>
  all.flatMap(({ words }) => words).flatMap((text) => text.split(/(?<=[，。；])/u));

/** Serves files of an index as `fetch` does; by address, without the query string. Anything else is missing. */
export const fetchFrom =
  (base: string, files: readonly IndexFile[]): typeof fetch =>
  async (address) => {
    const path = String(address).replace(/\?.*$/u, '').slice(base.length);
    const file = String(address).startsWith(base) ? files.find((one) => one.path === path) : undefined;
    return file ? new Response(file.content as BodyInit) : new Response(null, { status: 404 });
  };

/** The address of an index that is served by `fetchFrom`. */
export const indexBase = 'https://handbook.test/search/index/';

/** Opens the files of an index with the code that the browser runs. */
export function openFiles(files: readonly IndexFile[]): InvertedIndex {
  globalThis.fetch = fetchFrom(indexBase, files);
  return indexBelow(indexBase, JSON.parse(String(files.find(({ path }) => path === catalogueFile)?.content)));
}
