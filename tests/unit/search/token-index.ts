import type { TokenIndex } from '../../../src/search/query/search.ts';
import type { SearchRecord } from '../../../src/search/record.ts';
import { recordTokens } from '../../../src/search/tokens.ts';

/** An inverted index in memory with the same answers as the one that the browser reads. */
export function indexOf(records: readonly SearchRecord[]): TokenIndex {
  const rows = records.map((record) => ` ${recordTokens(record).join(' ')} `);
  return {
    async find(phrase) {
      return rows.flatMap((row, position) => (row.includes(` ${phrase} `) ? [position] : []));
    },
  };
}
