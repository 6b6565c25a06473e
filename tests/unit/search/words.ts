import { dictionaryOf } from '../../../src/search/build/dictionary.ts';
import { Dictionary } from '../../../src/search/query/dictionary.ts';
import { type DictionaryFile, encodeWords, wordKinds } from '../../../src/search/shared/dictionary.ts';
import { handbook, records } from './collection.ts';

/** The dictionary of the made-up county. */
export const parts = dictionaryOf(handbook, records);
export const dictionary = new Dictionary(parts.dictionary, parts.further);

/** A dictionary of these words alone, which lead nowhere if no other is said, with the sounds of all common characters. */
export function dictionaryOfWords(
  words: readonly string[],
  lead: number = wordKinds.official,
  given: Partial<DictionaryFile> = {},
): Dictionary {
  const sorted = [...words].sort();
  return new Dictionary({
    ...parts.dictionary,
    units: [],
    needs: [],
    measures: [],
    meanings: [],
    words: encodeWords(sorted),
    leads: sorted.map(() => lead),
    ...given,
  });
}
