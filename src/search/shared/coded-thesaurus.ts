import { decodeSet, encodeSet } from './bit-codes.ts';
import type { CodedThesaurus } from './catalogue.ts';
import { codeBits, codeOf, joined } from './ranking-terms.ts';
import { tokenTexts } from './tokenizer.ts';

/** Of so many words that are in no entry, one would be taken for another; a query has some dozens of runs that may be one. */
const oneFalseIn = 100_000;

/** The entries of a thesaurus with their readers' words as codes. */
export function codedThesaurus(thesaurus: readonly { words: string[]; means: string[] }[]): CodedThesaurus {
  const words = thesaurus.flatMap((entry, at) => entry.words.map((word) => ({ tokens: tokenTexts(word), at })));
  const bits = codeBits(words.length, oneFalseIn);
  const entries = new Map(words.map(({ tokens, at }) => [codeOf(joined(tokens), bits), at]));
  return {
    bits,
    longest: Math.max(0, ...words.map(({ tokens }) => tokens.length)),
    codes: encodeSet(entries.keys(), 2 ** bits),
    entries: [...entries].sort(([one], [other]) => one - other).map(([, at]) => at),
    means: thesaurus.map(({ means }) => means),
  };
}

/** What a reader's word means; undefined for another. @throws If the thesaurus is something else. */
export function meaningsIn({
  bits,
  codes,
  entries,
  means,
}: CodedThesaurus): (tokens: readonly string[]) => string[] | undefined {
  const positions = new Map([...decodeSet(codes, 2 ** bits)].map((code, at) => [code, entries[at] ?? 0]));
  return (tokens) => means[positions.get(codeOf(joined(tokens), bits)) ?? -1];
}
