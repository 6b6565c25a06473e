import type { TokenIndex } from '../../../src/search/query/searcher.ts';
import { recordTokens } from '../../../src/search/shared/index-tokens.ts';
import type { SearchRecord } from '../../../src/search/shared/record.ts';

/** An inverted index in memory with the same answers as the one that the browser reads. */
export function indexOf(records: readonly SearchRecord[]): TokenIndex {
  const rows = records.map((record) => ` ${recordTokens(record).join(' ')} `);
  return {
    async find(phrase) {
      return rows.flatMap((row, position) => (row.includes(` ${phrase} `) ? [position] : []));
    },
  };
}
