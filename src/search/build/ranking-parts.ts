import type { Thesaurus } from '../../schema/thesaurus.ts';
import {
  codeBits,
  codeOf,
  encodePart,
  type Postings,
  partOf,
  type RankingLayout,
  termFrequencies,
} from '../shared/ranking-terms.ts';
import { isRanked, type SearchRecord } from '../shared/record.ts';

/** A term that more of the ranked records hold, as a share of them, tells nothing. */
const mostHolders = 0.5;
/** In bytes: about what one part holds. */
const partSize = 12_000;

/** Sentences by which a record is ranked: official words and readers' questions. */
const sentencesOf = ({ titles, words, asked }: SearchRecord): string[] => [
  ...titles,
  ...words,
  ...(asked?.questions ?? []),
];

/** Words by which a record is ranked: the editor's, and the readers' words that the thesaurus has for its own. */
const wordsOf = ({ vocabulary, asked, thesaurusEntries = [] }: SearchRecord, thesaurus: Thesaurus): string[] => [
  ...vocabulary,
  ...(asked?.words ?? []),
  ...thesaurusEntries.flatMap((entry) => thesaurus[entry]?.words ?? []),
];

interface Term extends Postings {
  /** The token that it begins with. */
  first: string;
  /** It stands in a word of readers, and not only across two words of a sentence. */
  isOfWord: boolean;
}

/** Every term of the ranked records. */
function termsOf(ranked: readonly SearchRecord[], thesaurus: Thesaurus): Map<string, Term> {
  const terms = new Map<string, Term>();
  for (const [position, record] of ranked.entries()) {
    const words = wordsOf(record, thesaurus);
    const ofWords = termFrequencies(words);
    for (const [text, { count, first }] of termFrequencies([...sentencesOf(record), ...words])) {
      const term = terms.get(text) ?? { first, isOfWord: false, holders: [], counts: [] };
      term.holders.push(position);
      term.counts.push(count);
      term.isOfWord ||= ofWords.has(text);
      terms.set(text, term);
    }
  }
  return terms;
}

/** Two neighbours in one sentence alone are seldom a word; they are half of all terms, and rank no query better. */
const isChance = (text: string, { holders, counts, isOfWord }: Term) =>
  text.includes(' ') && holders.length === 1 && counts[0] === 1 && !isOfWord;

/** The inverted index by which records are ranked, in parts by the first token of a term. */
export function rankingParts(
  records: readonly SearchRecord[],
  thesaurus: Thesaurus,
): { layout: RankingLayout; parts: Uint8Array[] } {
  const ranked = records.filter(isRanked);
  const telling = [...termsOf(ranked, thesaurus)].filter(
    ([text, term]) => term.holders.length <= mostHolders * ranked.length && !isChance(text, term),
  );
  const layout = { ranked: ranked.length, bits: codeBits(telling.length) };
  const encode = (count: number) => {
    const byPart = Array.from({ length: count }, () => new Map<number, Postings>());
    for (const [text, { first, holders, counts }] of telling) {
      const part = byPart[partOf(first, count)];
      const code = codeOf(text, layout.bits);
      // Of two terms with one code the one that fewer hold would be found in all that hold the other.
      if ((part?.get(code)?.holders.length ?? 0) < holders.length) part?.set(code, { holders, counts });
    }
    return byPart.map((part) => encodePart(part, layout));
  };
  const [whole] = encode(1);
  return { layout, parts: encode(Math.max(1, Math.ceil((whole?.length ?? 0) / partSize))) };
}
