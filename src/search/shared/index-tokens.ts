import type { SearchRecord } from './record.ts';
import { wordsOf } from './tokenizer.ts';

/*
 * The index knows tokens that are blank-separated runs of letters and digits. Each pair of neighbouring units is one token, so
 * that a row of tokens is found exactly where the text is found, whatever its words; each single unit is one as well. No token
 * begins another, as the index finds what begins with a token along with it, and for a token that it has not one that begins it.
 * The letters ı, ĸ, ŋ, ŧ and ʋ occur in no text in this form and have no other case or accent that an index might fold.
 */
const end = 'ı';
const point = 'ĸ';
const alone = 'ŋ';

/** What a token is read from: the official words, the title among them, or the words that readers use. */
export const fields = { words: '', title: 'ŧ', vocabulary: 'ʋ' } as const;
export type Field = keyof typeof fields;

/** A unit in letters and digits; no unit's code begins another's. */
function encode(unit: string): string {
  if (/^\p{Script=Han}$/u.test(unit)) return unit;
  if (/^[\p{L}\d.]+$/u.test(unit)) return unit.replaceAll('.', point) + end;
  return `${end}${[...unit].map((sign) => sign.codePointAt(0)?.toString(36)).join(end)}${end}`;
}

/** Takes a place in the index and is not found, as signs are not; after each text, so that nothing is found across its end. */
export const gap = '-';

/** The tokens of texts that do not touch one another. */
export function tokensOf(texts: readonly string[], field: Field): string[] {
  const prefix = fields[field];
  const rows = texts.map((text) => wordsOf(text).map(encode));
  const pairs = rows.flatMap((row) => [...row.slice(1).map((unit, index) => prefix + row[index] + unit), gap]);
  const singles = [...new Set(rows.flat())].map((unit) => prefix + alone + unit);
  return [...pairs, ...singles];
}

/** Stands in each record for which an entry of the thesaurus has readers' words; no text begins so. */
export const entryToken = (position: number): string => `${fields.vocabulary}${fields.title}${position}${end}`;

/** All tokens by which a record is found. */
export const recordTokens = ({ titles, words, vocabulary, thesaurusEntries = [] }: SearchRecord): string[] => [
  ...tokensOf([...titles, ...words], 'words'),
  ...tokensOf(titles, 'title'),
  ...tokensOf(vocabulary, 'vocabulary'),
  ...thesaurusEntries.map(entryToken),
];

/** The row of tokens that stands where these units stand next to one another. */
export function phraseOf(units: readonly string[], field: Field): string {
  const codes = units.map(encode);
  const [first = '', ...others] = codes;
  const tokens = others.length > 0 ? others.map((code, index) => codes[index] + code) : [alone + first];
  return tokens.map((token) => fields[field] + token).join(' ');
}
