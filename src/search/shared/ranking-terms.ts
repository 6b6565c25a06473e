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
    return [single, { text: `${token} ${next}`, first: token, isSingle: false }];
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

/** A term as a number of so many bits. Two terms may have the same; see `codeBits`. */
export const codeOf = (term: string, bits: number): number => hashOf(term) >>> (32 - bits);

const falseMatches = 16;
/** The bits of a code with which one term in `falseMatches` that no record holds is taken for another. */
export const codeBits = (terms: number): number =>
  Math.min(32, Math.ceil(Math.log2(Math.max(1, terms) * falseMatches)));

/** The layout of a ranking, by which its parts are read. */
export interface RankingLayout {
  /** How many records are ranked. */
  ranked: number;
  /** The bits of a term's code. */
  bits: number;
}

/** The ranked records that hold a term, counted from 0 among the ranked ones, ascending, and how often. */
export interface Postings {
  holders: number[];
  counts: number[];
}

/** Writes numbers of any number of bits, the highest bit first. */
class BitWriter {
  readonly #bytes: number[] = [];
  #room = 0;

  bit(bit: number): void {
    if (this.#room === 0) {
      this.#bytes.push(0);
      this.#room = 8;
    }
    this.#room--;
    this.#bytes[this.#bytes.length - 1] = (this.#bytes.at(-1) ?? 0) | (bit << this.#room);
  }

  /** A number from 0 as a Rice code: its high bits in unary, then so many low ones. */
  rice(value: number, low: number): void {
    for (let high = value >>> low; high > 0; high--) this.bit(1);
    this.bit(0);
    for (let at = low - 1; at >= 0; at--) this.bit((value >>> at) & 1);
  }

  get bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/** Reads what a `BitWriter` wrote. */
class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  #bit(): number {
    const byte = this.#bytes[this.#at >>> 3];
    if (byte === undefined) throw new RangeError('a part of the ranking ends too early');
    return (byte >>> (7 - (this.#at++ & 7))) & 1;
  }

  /** Whether nothing is left but the rest of a byte. */
  get isAtEnd(): boolean {
    return this.#bytes.length === Math.ceil(this.#at / 8);
  }

  rice(low: number): number {
    let value = 0;
    while (this.#bit() === 1) value++;
    for (let at = 0; at < low; at++) value = (value << 1) | this.#bit();
    return value;
  }
}

/** The low bits with which a Rice code of numbers that are spread evenly, so many below a limit, is shortest. */
const lowBits = (limit: number, numbers: number) => Math.max(0, Math.floor(Math.log2((Math.LN2 * limit) / numbers)));
/** Low bits of the numbers of terms, of holders and of repetitions. */
const bitsOf = { terms: 12, holders: 1, repetitions: 0 };

/**
 * A part as bytes: the number of terms, then for each, in the order of the codes, the difference to the code before, the number of
 * holders, their differences, and how often each holds it. All are numbers less one where they are at least one, as Rice codes.
 */
export function encodePart(terms: ReadonlyMap<number, Postings>, { ranked, bits }: RankingLayout): Uint8Array {
  const writer = new BitWriter();
  const gap = lowBits(2 ** bits, terms.size);
  writer.rice(terms.size, bitsOf.terms);
  let last = -1;
  for (const [code, { holders, counts }] of [...terms].sort(([one], [other]) => one - other)) {
    writer.rice(code - last - 1, gap);
    last = code;
    writer.rice(holders.length - 1, bitsOf.holders);
    let before = -1;
    for (const record of holders) {
      writer.rice(record - before - 1, lowBits(ranked, holders.length));
      before = record;
    }
    for (const count of counts) writer.rice(count - 1, bitsOf.repetitions);
  }
  return writer.bytes;
}

/** Reads what `encodePart` wrote. @throws If the bytes are something else. */
export function decodePart(bytes: Uint8Array, { ranked, bits }: RankingLayout): Map<number, Postings> {
  const reader = new BitReader(bytes);
  const terms = new Map<number, Postings>();
  const size = reader.rice(bitsOf.terms);
  const gap = lowBits(2 ** bits, size);
  let code = -1;
  for (let term = 0; term < size; term++) {
    code += reader.rice(gap) + 1;
    const count = reader.rice(bitsOf.holders) + 1;
    const low = lowBits(ranked, count);
    let record = -1;
    const holders = Array.from({ length: count }, () => {
      record += reader.rice(low) + 1;
      return record;
    });
    const counts = Array.from({ length: count }, () => reader.rice(bitsOf.repetitions) + 1);
    terms.set(code, { holders, counts });
  }
  if (!reader.isAtEnd) throw new RangeError('a part of the ranking ends too late');
  return terms;
}
