import type { TokenIndex } from '../../../src/search/query/search.ts';
import type { SearchRecord } from '../../../src/search/record.ts';
import { tokensOf } from '../../../src/search/tokens.ts';

/** An inverted index in memory with the same answers as the one that the browser reads. */
export function indexOf(records: readonly SearchRecord[]): TokenIndex {
  const rows = records.map(
    ({ titles, words, vocabulary }) =>
      ` ${[
        ...tokensOf([...titles, ...words], 'words'),
        ...tokensOf(titles, 'title'),
        ...tokensOf(vocabulary, 'vocabulary'),
      ].join(' ')} `,
  );
  return {
    async find(phrase) {
      return rows.flatMap((row, position) => (row.includes(` ${phrase} `) ? [position] : []));
    },
  };
}
