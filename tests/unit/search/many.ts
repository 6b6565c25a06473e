import type { Catalogue, Stored } from '../../../src/search/shared/catalogue.ts';
import type { SearchRecord } from '../../../src/search/shared/record.ts';
import { records } from './handbook.ts';

/** A row of numbers that looks random and is the same each time. */
function* chance(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Records made of the handbook's own clauses in new orders, as many as a large collection would have. */
export function manyRecords(count: number): SearchRecord[] {
  const random = chance(2025);
  const clauses = records.flatMap(({ words }) => words).flatMap((text) => text.split(/(?<=[，。；])/u));
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random.next().value * from.length)] as T;
  return Array.from({ length: count }, (_, number) => {
    const text = Array.from({ length: 4 }, () => pick(clauses)).join('');
    const title = `${pick(clauses).slice(0, 8)}${number}号`;
    return {
      display: { kind: 'task', path: `many/${number}/`, label: String(number), title, text },
      titles: [title],
      words: [text],
      vocabulary: [],
      facets: { plan: [], environment: [], topic: [], unit: [], innovation: false },
      number,
    };
  });
}

/** A catalogue of such records, without words of its own. */
export const plainCatalogue = (all: readonly SearchRecord[], stored: Stored): Catalogue => ({
  records: {
    kinds: all.map(({ display }) => display.kind),
    numbers: all.map(({ number }) => number ?? 0),
    innovations: all.map(() => 0),
    facets: {
      plan: all.map(() => []),
      environment: all.map(() => []),
      topic: all.map(() => []),
      unit: all.map(() => []),
    },
  },
  facets: { plan: [], environment: [], topic: [], unit: [] },
  documents: [],
  lexicon: { thesaurus: [], units: [], simplified: '' },
  stored,
});
