import type { SearchRecord } from './record.ts';
import { isHan, tokenTexts } from './tokenizer.ts';

/*
 * What Pagefind indexes are not the texts but index terms: runs of letters and digits, separated by blanks, one for each pair of
 * neighbouring tokens and one for each single token. Terms at successive positions match exactly where their tokens are
 * neighbours in a text, however the text is divided into words.
 *
 * Pagefind folds case and accents: a term has none, and no character beyond the basic plane, so that terms are in the order of
 * their bytes in UTF-8, which is that of the chunks. The letters ı, ĸ and ŋ occur in no term but as signs between tokens.
 */
const end = 'ı';
const point = 'ĸ';
const singleSign = 'ŋ';

/** A token in letters and digits; no token's code is a prefix of another's. */
function encode(token: string): string {
  if (token.length === 1 && isHan(token)) return token;
  if (/^[a-z\d.]+$/u.test(token)) return token.replaceAll('.', point) + end;
  return `${end}${[...token].map((sign) => sign.codePointAt(0)?.toString(36)).join(end)}${end}`;
}

/** Takes a position and is never found, as Pagefind indexes no punctuation. Ends each text, so that no phrase matches across the end. */
export const separator = '-';

/** The index terms of texts that do not touch one another. */
export function indexTerms(texts: readonly string[]): string[] {
  const rows = texts.map((text) => tokenTexts(text).map(encode));
  const pairs = rows.flatMap((row) => [...row.slice(1).map((code, at) => row[at] + code), separator]);
  const singles = [...new Set(rows.flat())].map((code) => singleSign + code);
  return [...pairs, ...singles];
}

/** All terms by which a record is found, those of its title first. */
export const recordTerms = ({ titles, words }: SearchRecord): string[] => [...indexTerms(titles), ...indexTerms(words)];

/** The phrase of index terms, separated by blanks, that stands where tokens are neighbours. Takes one token at least. */
export function phraseOf(tokens: readonly string[]): string {
  const codes = tokens.map(encode);
  const [first = '', ...others] = codes;
  const terms = others.length > 0 ? others.map((code, at) => codes[at] + code) : [singleSign + first];
  return terms.join(' ');
}
