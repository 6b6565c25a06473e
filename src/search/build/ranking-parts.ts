import type { Thesaurus } from '../../schema/thesaurus.ts';
import {
  codeBits,
  codeOf,
  encodePart,
  joined,
  type Postings,
  partOf,
  type RankingLayout,
  termFrequencies,
} from '../shared/ranking-terms.ts';
import { isRanked, type SearchRecord } from '../shared/record.ts';
import { tokenTexts } from '../shared/tokenizer.ts';

/** A single token that more of the ranked records hold, as a share of them, tells nothing. */
const mostHolders = 0.5;
/** A term is stored for so many records, those that hold it most often, of which the newest plans are first: more are never shown. */
const mostStored = 30;
/** In bytes: about what one part holds. The smaller, the less a question loads, in more requests. */
const partSize = 6000;
/** Of so many terms that are not held, one is taken for another: it moves a rank. */
const oneFalseTermIn = 16;
/** A small collection has its terms in one part, and would take one in so many words that it does not hold for an answer. */
const leastTermBits = 18;
/** Of so many words that are no entry, one would be taken for an entry, and its owner for an answer. */
const oneFalseEntryIn = 1000;

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

interface Term extends Omit<Postings, 'all'> {
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

const isPair = (text: string) => text.includes(' ');

/** Two neighbours that stand in so many places, all in sentences, are seldom a word; they are most of all terms, and rank no query better. */
const chancePlaces = 2;
const isChance = (text: string, { counts, isOfWord }: Term) =>
  isPair(text) && !isOfWord && counts.reduce((sum, count) => sum + count, 0) <= chancePlaces;

/** The postings of a term that are stored. */
function storedOf({ holders, counts }: Term): Postings {
  const most = [...holders.keys()].sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b).slice(0, mostStored);
  const stored = most.sort((a, b) => a - b);
  const pick = (from: readonly number[]) => stored.map((at) => from[at] ?? 0);
  return { holders: pick(holders), counts: pick(counts), all: holders.length };
}

/** The entries of the vocabulary, and the records whose own they are. */
function entriesOf(records: readonly SearchRecord[]): Map<string, { first: string; owners: number[] }> {
  const entries = new Map<string, { first: string; owners: number[] }>();
  for (const [record, { vocabulary }] of records.entries())
    for (const tokens of vocabulary.map(tokenTexts)) {
      const entry = entries.get(joined(tokens)) ?? { first: tokens[0] ?? '', owners: [] };
      if (entry.owners.at(-1) !== record) entry.owners.push(record);
      entries.set(joined(tokens), entry);
    }
  return entries;
}

/** Readers' words: the inverted index by which records are ranked, and the vocabulary, in parts by the first token. */
export function rankingParts(
  records: readonly SearchRecord[],
  thesaurus: Thesaurus,
): { layout: RankingLayout; parts: Uint8Array[] } {
  const ranked = records.filter(isRanked);
  const telling = [...termsOf(ranked, thesaurus)].filter(
    ([text, term]) => (isPair(text) || term.holders.length <= mostHolders * ranked.length) && !isChance(text, term),
  );
  const entries = entriesOf(records);
  const layout = {
    records: records.length,
    ranked: ranked.length,
    bits: Math.max(leastTermBits, codeBits(telling.length, oneFalseTermIn)),
    entryBits: codeBits(entries.size, oneFalseEntryIn),
  };
  const encode = (count: number) => {
    const byPart = Array.from({ length: count }, () => ({
      terms: new Map<number, Postings>(),
      entries: new Map<number, number[]>(),
    }));
    for (const [text, term] of telling) {
      const terms = byPart[partOf(term.first, count)]?.terms;
      const code = codeOf(text, layout.bits);
      // Of two terms with one code the one that fewer hold would be found in all that hold the other.
      if ((terms?.get(code)?.all ?? 0) < term.holders.length) terms?.set(code, storedOf(term));
    }
    for (const [text, { first, owners }] of entries)
      byPart[partOf(first, count)]?.entries.set(codeOf(text, layout.entryBits), owners);
    return byPart.map((part) => encodePart(part, layout));
  };
  const [whole] = encode(1);
  return { layout, parts: encode(Math.max(1, Math.ceil((whole?.length ?? 0) / partSize))) };
}
