import { decodeSet, encodeSet } from './bit-codes.ts';
import type { TermFilter } from './catalogue.ts';
import { codeBits, codeOf } from './ranking-terms.ts';

/** Of so many terms that are not held, one is taken for one that is, and a chunk loaded for it. A phrase has several. */
const oneFalseIn = 4;

/** The filter of some terms. */
export function termFilter(terms: ReadonlySet<string>): TermFilter {
  const bits = codeBits(terms.size, oneFalseIn);
  return {
    bits,
    codes: encodeSet(
      Array.from(terms, (term) => codeOf(term, bits)),
      2 ** bits,
    ),
  };
}

/** Whether a term may be held; false only for one that is not. @throws If the filter is something else. */
export function filterOf({ bits, codes }: TermFilter): (term: string) => boolean {
  const held = decodeSet(codes, 2 ** bits);
  return (term) => held.has(codeOf(term, bits));
}
