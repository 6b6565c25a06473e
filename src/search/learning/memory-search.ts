import type { Handbook } from '../../model/types.ts';
import type { Thesaurus } from '../../schema/thesaurus.ts';
import { catalogueOf } from '../build/catalogue.ts';
import { rankingParts } from '../build/ranking-parts.ts';
import { recordsOf } from '../build/records.ts';
import { Lexicon } from '../query/lexicon.ts';
import { Ranking, type RankingOptions } from '../query/ranking.ts';
import { type InvertedIndex, Searcher } from '../query/searcher.ts';
import type { Catalogue, MatterText } from '../shared/catalogue.ts';
import { recordTerms } from '../shared/index-terms.ts';
import { decodePart } from '../shared/ranking-terms.ts';
import type { SearchRecord } from '../shared/record.ts';

/** An inverted index in memory, which answers as the one that the browser reads. */
export function memoryIndex(all: readonly SearchRecord[]): InvertedIndex {
  const rows = all.map((record) => ` ${recordTerms(record).join(' ')} `);
  const holders = new Map<string, number[]>();
  for (const [position, row] of rows.entries())
    for (const term of new Set(row.trim().split(' '))) holders.set(term, [...(holders.get(term) ?? []), position]);
  return {
    mayHold: () => true,
    async find(phrase) {
      const [first = ''] = phrase.split(' ');
      return new Map(
        (holders.get(first) ?? []).flatMap((position) => {
          const [before, after] = rows[position]?.split(` ${phrase} `, 2) ?? [];
          return after === undefined ? [] : [[position, before?.split(' ').filter(Boolean).length ?? 0] as const];
        }),
      );
    },
  };
}

/** The ranking of records in memory. */
export function memoryRanking(
  all: readonly SearchRecord[],
  thesaurus: Thesaurus = [],
  options: Partial<RankingOptions> = {},
): Ranking {
  const { layout, parts } = rankingParts(all, thesaurus);
  const decoded = parts.map((part) => decodePart(part, layout));
  const none = { bits: 1, rows: new Map() };
  const read = async (part: number) => decoded[part] ?? { terms: none, entries: none };
  const kinds = all.map(({ display }) => display.kind);
  return new Ranking({ layout, read }, kinds, options);
}

/** Of a catalogue of which no file is read. */
export const unread: Pick<Catalogue, 'textFolder' | 'ranking' | 'chunks'> = {
  textFolder: 'texts',
  ranking: { records: 0, ranked: 0, common: [], files: [] },
  chunks: { firsts: [], files: [], terms: { bits: 1, codes: '' } },
};

/** Search over a handbook, with all that it needs in memory. */
export interface MemorySearch {
  records: SearchRecord[];
  catalogue: Catalogue;
  lexicon: Lexicon;
  searcher: Searcher;
  /** What is said of the matters that the handbook does not hold. */
  matters: readonly MatterText[];
}

export function memorySearch(handbook: Handbook): MemorySearch {
  const records = recordsOf(handbook);
  const catalogue = catalogueOf(handbook, records, unread);
  const lexicon = new Lexicon(catalogue.lexicon);
  const ranking = memoryRanking(records, handbook.thesaurus);
  const searcher = new Searcher(memoryIndex(records), catalogue, lexicon, ranking);
  return { records, catalogue, lexicon, searcher, matters: handbook.elsewhere };
}
