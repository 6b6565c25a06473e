import { loadHandbook } from '../../../src/checks/check-content.ts';
import { catalogueOf, layoutOf } from '../../../src/search/build/catalogue.ts';
import { recordsOf } from '../../../src/search/build/records.ts';
import { Vocabulary } from '../../../src/search/query/lexicon.ts';
import { Searcher } from '../../../src/search/query/searcher.ts';
import { indexOf } from './token-index.ts';

export const handbook = loadHandbook('content');
export const records = recordsOf(handbook);
export const catalogue = catalogueOf(handbook, records, {
  index: layoutOf(records),
  texts: { folder: 'texts', size: 8 },
});
export const vocabulary = new Vocabulary(catalogue.lexicon);
export const searcher = new Searcher(indexOf(records), catalogue, vocabulary);

/** The number of the measure on whose page a record stands; undefined for a record that stands elsewhere. */
export function measureOf(record: number): number | undefined {
  const { display, parent = record } = records[record] ?? {};
  return display?.kind === 'measure' || display?.kind === 'task' ? records[parent]?.number : undefined;
}
