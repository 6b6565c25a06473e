import { BitReader, BitWriter } from './bit-codes.ts';
import { isHan, isMeaningful, tokenTexts } from './tokenizer.ts';

/** A term by which records are ranked: a token, or two neighbours, `first` being the token that it begins with. */
export interface RankingTerm {
  text: string;
  first: string;
  /** True for one Han character, which is half a word. */
  isSingle: boolean;
}

/** The terms of neighbouring tokens: each token, and each pair of neighbours with no punctuation between them. */
export function rankingTermsOf(tokens: readonly string[]): RankingTerm[] {
  return tokens.flatMap((token, at) => {
    if (!isMeaningful(token)) return [];
    const next = tokens[at + 1];
    const single = { text: token, first: token, isSingle: isHan(token) };
    if (next === undefined || !isMeaningful(next)) return [single];
    return [single, { text: joined([token, next]), first: token, isSingle: false }];
  });
}

/** How often each term stands in some texts that do not touch one another, as far as it is counted. */
export function termFrequencies(texts: readonly string[]): Map<string, { count: number; first: string }> {
  const counts = new Map<string, { count: number; first: string }>();
  for (const text of texts)
    for (const { text: term, first } of rankingTermsOf(tokenTexts(text))) {
      const count = (counts.get(term)?.count ?? 0) + 1;
      counts.set(term, { count: Math.min(count, mostCounted), first });
    }
  return counts;
}

/** A term counts no more in a record that holds it more often; what it adds is little by then. */
const mostCounted = 7;

/** FNV-1a over UTF-16 code units, with its bits mixed. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) >>> 0;
}

/** The part of the file that holds the terms with a first token. */
export const partOf = (first: string, parts: number): number => hashOf(first) % parts;

/** Neighbouring tokens as one text. */
export const joined = (tokens: readonly string[]): string => tokens.join(' ');

/** A term as a number of so many bits. Two terms may have the same; see `codeBits`. */
export const codeOf = (term: string, bits: number): number => hashOf(term) >>> (32 - bits);

/** The bits of a code with which, of so many terms that are not held, one is taken for one of those that are. */
export const codeBits = (held: number, oneIn: number): number =>
  Math.min(32, Math.ceil(Math.log2(Math.max(1, held) * oneIn)));

/** By what the parts of a ranking are read. */
export interface RankingLayout {
  /** How many records there are, and how many of them are ranked. */
  records: number;
  ranked: number;
  /** The bits of the code of a term, and of an entry of the vocabulary. */
  bits: number;
  entryBits: number;
}

/** Ranked records that hold a term, counted from 0 among the ranked ones, ascending, and how often. */
export interface Postings {
  holders: number[];
  counts: number[];
  /** How many records hold it; where only some are stored, about that many. */
  all: number;
}

/** What a file of readers' words holds, by the codes of terms and entries. */
export interface RankingPart {
  /** The ranked records that hold a term. */
  terms: ReadonlyMap<number, Postings>;
  /** The records, counted among all, of whose vocabulary a row of tokens is an entry as a whole. */
  entries: ReadonlyMap<number, readonly number[]>;
}

/** Low bits of the size of a table, of the number of holders, of repetitions, and of how often the stored holders are doubled. */
const low = { size: 12, holders: 1, repetitions: 0, doubled: 0 };

/** A table as its size, its codes, and for each the number of holders, less one, and the holders. */
function writeTable(writer: BitWriter, rows: ReadonlyMap<number, readonly number[]>, codes: number, limit: number) {
  const sorted = [...rows].sort(([one], [other]) => one - other);
  writer.rice(sorted.length, low.size);
  writer.ascending(
    sorted.map(([code]) => code),
    codes,
  );
  for (const [, holders] of sorted) {
    writer.rice(holders.length - 1, low.holders);
    writer.ascending(holders, limit);
  }
}

function readTable(reader: BitReader, codes: number, limit: number): Map<number, number[]> {
  const rows = reader.ascending(reader.rice(low.size), codes);
  return new Map(rows.map((code) => [code, reader.ascending(reader.rice(low.holders) + 1, limit)]));
}

/**
 * A part as bytes: its two tables, then for each term, in the order of the table, how often the number of its holders must be doubled to
 * give that of all, rounded, and how often each holds it, less one.
 */
export function encodePart({ terms, entries }: RankingPart, layout: RankingLayout): Uint8Array {
  const writer = new BitWriter();
  const table = new Map([...terms].map(([code, { holders }]) => [code, holders]));
  writeTable(writer, table, 2 ** layout.bits, layout.ranked);
  writeTable(writer, entries, 2 ** layout.entryBits, layout.records);
  for (const [, { holders, counts, all }] of [...terms].sort(([one], [other]) => one - other)) {
    writer.rice(Math.round(Math.log2(all / holders.length)), low.doubled);
    for (const count of counts) writer.rice(count - 1, low.repetitions);
  }
  return writer.bytes;
}

/** Reads what `encodePart` wrote. @throws RangeError If the bytes are something else. */
export function decodePart(bytes: Uint8Array, layout: RankingLayout): RankingPart {
  const reader = new BitReader(bytes);
  const holders = readTable(reader, 2 ** layout.bits, layout.ranked);
  const entries = readTable(reader, 2 ** layout.entryBits, layout.records);
  const postingsOf = (some: number[]): Postings => ({
    holders: some,
    all: some.length * 2 ** reader.rice(low.doubled),
    counts: some.map(() => reader.rice(low.repetitions) + 1),
  });
  const terms = new Map([...holders].map(([code, some]) => [code, postingsOf(some)]));
  reader.end();
  return { terms, entries };
}
