import type { Thesaurus } from '../../schema/thesaurus.ts';
import {
  type CodedTable,
  codeBits,
  codeOf,
  encodePart,
  joined,
  mostStored,
  type Postings,
  partsBy,
  type RankingLayout,
  termFrequencies,
} from '../shared/ranking-terms.ts';
import { isRanked, type SearchRecord } from '../shared/record.ts';
import { tokenTexts } from '../shared/tokenizer.ts';
import { groupsOf } from './token-groups.ts';

/** A single token that more of the ranked records hold, as a share of them, tells nothing. */
const mostHolders = 0.5;
/** In bytes: about what one part holds. The smaller, the less a question loads, in more requests. */
const partSize = 3500;
/** Of so many terms that are not held, one is taken for another of its part: it moves a rank. */
const oneFalseTermIn = 256;
/** The bits of a term's code at least: of a small collection they cost nothing, and by a false term of it much is found. */
const leastTermBits = 16;
/** Of so many words that are no entry, one would be taken for an entry, and its owner for an answer. */
const oneFalseEntryIn = 30_000;

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

/** Of two keys with one code the first is kept. */
function codedTable<Row>(keys: ReadonlyMap<string, Row>, bits: number): CodedTable<Row> {
  return { bits, rows: new Map([...keys].reverse().map(([key, row]) => [codeOf(key, bits), row])) };
}

/** Readers' words: the inverted index by which records are ranked, and the vocabulary, in parts by the first token. */
export function rankingParts(
  records: readonly SearchRecord[],
  thesaurus: Thesaurus,
): { layout: RankingLayout; parts: Uint8Array[] } {
  const ranked = records.filter(isRanked);
  // Of two terms with one code the one that fewer hold would be found in all that hold the other.
  const telling = [...termsOf(ranked, thesaurus)]
    .filter(
      ([text, term]) => (isPair(text) || term.holders.length <= mostHolders * ranked.length) && !isChance(text, term),
    )
    .sort(([, one], [, other]) => other.holders.length - one.holders.length);
  const entries = entriesOf(records);
  const size = { records: records.length, ranked: ranked.length };
  const encode = (common: string[]) => {
    const layout = { ...size, common };
    const partOf = partsBy(common);
    const byPart = common.map(() => ({ terms: new Map<string, Postings>(), entries: new Map<string, number[]>() }));
    for (const [text, term] of telling) byPart[partOf(term.first)]?.terms.set(text, storedOf(term));
    for (const [text, { first, owners }] of entries) byPart[partOf(first)]?.entries.set(text, owners);
    const parts = byPart.map(({ terms, entries }) => {
      const bits = Math.max(leastTermBits, codeBits(terms.size, oneFalseTermIn));
      const coded = {
        terms: codedTable(terms, bits),
        entries: codedTable(entries, codeBits(entries.size, oneFalseEntryIn)),
      };
      return encodePart(coded, layout);
    });
    return { layout, parts };
  };
  const [whole] = encode(['']).parts;
  const parts = Math.max(1, Math.ceil((whole?.length ?? 0) / partSize));
  return encode(
    groupsOf(
      telling.map(([text, { counts }]) => ({ text, counts })),
      parts,
    ),
  );
}
