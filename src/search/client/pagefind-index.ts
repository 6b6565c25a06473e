import type { InvertedIndex } from '../query/searcher.ts';
import type { Catalogue } from '../shared/catalogue.ts';
import { recordStarts, recordsPerPage } from '../shared/index-layout.ts';
import { keeping } from '../shared/keeping.ts';
import { positionsIn, termsIn } from '../shared/pagefind-format.ts';
import { filterOf } from '../shared/term-filter.ts';
import { loadFile } from './failure.ts';

/**
 * The inverted index of a catalogue below an address. A look-up loads the chunks that may hold its terms.
 * @throws At a look-up, if a chunk does not arrive; the next one asks for it again.
 */
export function indexBelow(
  base: string,
  { records, chunks }: Pick<Catalogue, 'records' | 'chunks'>,
  cache?: RequestCache,
): InvertedIndex {
  const isHeld = filterOf(chunks.terms);
  const starts = recordStarts(records.termCounts);
  const pageStarts = starts.filter((_, record) => record % recordsPerPage === 0);
  const load = keeping((file: string) => loadFile(base + file, termsIn, cache));

  /** The file of the only chunk that may hold a term. */
  const fileOf = (term: string): string | undefined => {
    let at = 0;
    while ((chunks.firsts[at] ?? '\uffff') <= term) at++;
    return chunks.files[at - 1];
  };
  const positionsOf = keeping(async (term: string) => {
    const file = fileOf(term);
    const pages = file === undefined ? undefined : (await load(file)).get(term);
    return new Set(positionsIn(pages ?? [], pageStarts));
  });
  const mayHold = (phrase: string) => phrase.split(' ').every(isHeld);
  return {
    mayHold,
    async find(phrase) {
      // Words of readers that no record holds load nothing.
      if (!mayHold(phrase)) return new Map();
      const terms = phrase.split(' ');
      const [first = new Set<number>(), ...others] = await Promise.all(terms.map(positionsOf));
      const found = new Map<number, number>();
      let record = 0;
      for (const position of first) {
        if (!others.every((positions, at) => positions.has(position + at + 1))) continue;
        while ((starts[record + 1] ?? Number.POSITIVE_INFINITY) <= position) record++;
        if (!found.has(record)) found.set(record, position - (starts[record] ?? 0));
      }
      return found;
    },
  };
}
