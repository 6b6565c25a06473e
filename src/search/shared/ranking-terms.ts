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

/** Tells which part holds the terms with a first token: that of a common character is named, that of others is by their hash. */
export function partsBy(common: readonly string[]): (first: string) => number {
  const named = new Map(common.flatMap((signs, part) => [...signs].map((sign) => [sign, part] as const)));
  return (first) => named.get(first) ?? hashOf(first) % common.length;
}

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
  /** For each part the common Han characters whose terms it holds. */
  common: string[];
}

/** Ranked records that hold a term, counted from 0 among the ranked ones, ascending, and how often. */
export interface Postings {
  holders: number[];
  counts: number[];
  /** How many records hold it; where only some are stored, about that many. */
  all: number;
}

/**
 * Of a term so many records are stored, those that hold it most often, of which the newest plans are first: some more than are shown, as
 * other terms decide which of them those are.
 */
export const mostStored = 48;

/** Rows by the codes of their keys, of so many bits. */
export interface CodedTable<Row> {
  bits: number;
  rows: ReadonlyMap<number, Row>;
}

/** The row of a key; rarely that of another one. */
export const rowOf = <Row>({ bits, rows }: CodedTable<Row>, key: string): Row | undefined =>
  rows.get(codeOf(key, bits));

/** What a file of readers' words holds. */
export interface RankingPart {
  /** The ranked records that hold a term. */
  terms: CodedTable<Postings>;
  /** The records, counted among all, of whose vocabulary a row of tokens is an entry as a whole. */
  entries: CodedTable<readonly number[]>;
}

/** Low bits of the bits of a code, of the size of a table, of the number of holders, of repetitions, and of how often the stored holders are doubled. */
const low = { bits: 4, size: 10, holders: 1, repetitions: 0, doubled: 2 };
/** How many records hold a term of which only some are stored is told in so many steps for each doubling. */
const stepsOfDoubling = 4;

/** A table as the bits of its codes, its size, its codes, and for each the number of holders, less one, and the holders. */
function writeTable(writer: BitWriter, { bits, rows }: CodedTable<readonly number[]>, limit: number) {
  const sorted = [...rows].sort(([one], [other]) => one - other);
  writer.rice(bits, low.bits);
  writer.rice(sorted.length, low.size);
  writer.ascending(
    sorted.map(([code]) => code),
    2 ** bits,
  );
  for (const [, holders] of sorted) {
    writer.rice(holders.length - 1, low.holders);
    writer.ascending(holders, limit);
  }
}

function readTable(reader: BitReader, limit: number): CodedTable<number[]> {
  const bits = reader.rice(low.bits);
  const codes = reader.ascending(reader.rice(low.size), 2 ** bits);
  const rows = codes.map((code) => [code, reader.ascending(reader.rice(low.holders) + 1, limit)] as const);
  return { bits, rows: new Map(rows) };
}

/**
 * A part as bytes: its two tables, then for each term, in the order of the table, how often each holds it, less one, and, where only
 * some are stored, how often their number must be doubled to give that of all, rounded.
 */
export function encodePart({ terms, entries }: RankingPart, layout: RankingLayout): Uint8Array {
  const writer = new BitWriter();
  const holders = new Map([...terms.rows].map(([code, term]) => [code, term.holders]));
  writeTable(writer, { bits: terms.bits, rows: holders }, layout.ranked);
  writeTable(writer, entries, layout.records);
  for (const [, { holders, counts, all }] of [...terms.rows].sort(([one], [other]) => one - other)) {
    for (const count of counts) writer.rice(count - 1, low.repetitions);
    if (holders.length === mostStored)
      writer.rice(Math.round(stepsOfDoubling * Math.log2(all / mostStored)), low.doubled);
  }
  return writer.bytes;
}

/** Reads what `encodePart` wrote. @throws RangeError If the bytes are something else. */
export function decodePart(bytes: Uint8Array, layout: RankingLayout): RankingPart {
  const reader = new BitReader(bytes);
  const table = readTable(reader, layout.ranked);
  const entries = readTable(reader, layout.records);
  const postingsOf = (holders: number[]): Postings => ({
    holders,
    counts: holders.map(() => reader.rice(low.repetitions) + 1),
    all:
      holders.length === mostStored
        ? Math.round(mostStored * 2 ** (reader.rice(low.doubled) / stepsOfDoubling))
        : holders.length,
  });
  const rows = new Map([...table.rows].map(([code, holders]) => [code, postingsOf(holders)]));
  reader.end();
  return { terms: { bits: table.bits, rows }, entries };
}
