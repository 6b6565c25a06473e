import { spellings, wordKinds } from '../shared/dictionary.ts';
import { isHan } from '../shared/tokenizer.ts';
import type { Dictionary } from './dictionary.ts';
import type { Searcher } from './searcher.ts';
import { findSlips, type Slip, type SlipKind, type Typed } from './slips.ts';
import { questionWordsIn } from './stop-words.ts';

/** How corrections are ranked and offered; a test holds each default. */
export interface CorrectionOptions {
  /** Cost of each character that a correction leaves in no known word. */
  unexplained: number;
  /** What each character of the word takes off: the longer it is, the less it is chance. */
  perCharacter: number;
  /** What a word takes off that names something or leads somewhere. */
  leading: number;
  /** What each doubling of the records that hold the word takes off. */
  perDoubling: number;
  /** A word of two characters is meant for one that sounds otherwise only if so many records say it. */
  leastHolders: number;
  /** The characters of the shortest part of an answered query that is taken for a slip. */
  leastWithin: number;
  /** By how much a correction must be likelier than the next to be sure. */
  sureMargin: number;
  /** The most corrections, likeliest first, that are looked up. */
  maxTried: number;
  maxOffered: number;
}

const defaultCorrection: Readonly<CorrectionOptions> = {
  unexplained: 0.25,
  perCharacter: 0.02,
  leading: 0.15,
  perDoubling: 0.05,
  leastHolders: 2,
  leastWithin: 3,
  sureMargin: 0.1,
  maxTried: 12,
  maxOffered: 2,
};

/** Of a longer query the beginning is looked at, in characters. */
const maxSigns = 60;
/** The characters of the longest known word that is looked for. */
const longestKnown = 8;
/** In characters: a shorter word sounds like ordinary ones that the dictionary does not hold. */
const sureSound = 4;
/** Kinds that leave hardly a doubt where the whole query is one word. */
const sureKinds: ReadonlySet<SlipKind> = new Set(['sound', 'letters', 'initials']);
/** The letters of initials that leave hardly a doubt. */
const sureInitials = 4;
/** Single characters that join words, and numerals: seldom part of a word that is mistyped. */
export const functionWords = new Set(
  '着过得地哪想要能会是有在去来给被把让跟和与及或也都还就个些又再对从到没不一二三四五六七八九十几多少',
);

/** What a reader may have meant. */
export interface Correction {
  /** The part of the query, as typed, and the word that it may be a slip of. */
  from: string;
  to: string;
  /** The query as it would be. */
  query: string;
  isSure: boolean;
}

interface Candidate {
  slip: Slip;
  /** It stands in ordinary words, wholly or in part, or may. */
  isOrdinary: boolean;
  /** The lower, the likelier. */
  rank: number;
}

/** Finds what a reader may have meant to type, by the dictionary. */
export class SpellingCorrection {
  readonly #dictionary: Dictionary;
  readonly #simplify: (sign: string) => string;
  readonly #options: CorrectionOptions;
  /** Some browsers of the floor know no words. */
  readonly #segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;

  /** `simplify` takes a character to the one that the content uses. */
  constructor(dictionary: Dictionary, simplify = (sign: string) => sign, options: Partial<CorrectionOptions> = {}) {
    this.#dictionary = dictionary;
    this.#simplify = simplify;
    this.#options = { ...defaultCorrection, ...options };
  }

  /** The ordinary words of some characters, as far as the browser knows words. */
  #ordinary(signs: readonly string[]): number[] {
    const text = signs.join('');
    const words = this.#segmenter ? [...this.#segmenter.segment(text)].map(({ segment }) => [...segment]) : [];
    return words.flatMap((word, at) => word.map(() => (word.length > 1 && word.every(isHan) ? at : -1)));
  }

  #read(query: readonly string[]): Typed {
    const signs = query.map((sign) => this.#simplify(sign.normalize('NFKC').toLowerCase()));
    const asking = questionWordsIn(signs.join(''));
    const isKnown = signs.map((sign, at) => asking.has(at) || functionWords.has(sign));
    if (isKnown.every(Boolean)) return { signs: [], isKnown: [], ordinary: [] };
    for (const start of signs.keys())
      for (let end = Math.min(signs.length, start + longestKnown); end >= start + 2; end--)
        if (this.#dictionary.has(signs.slice(start, end).join(''))) {
          isKnown.fill(true, start, end);
          break;
        }
    return { signs, isKnown, ordinary: this.#ordinary(signs) };
  }

  /** Parts of a query that may be slips, likeliest first. */
  #candidates(query: readonly string[]): Candidate[] {
    const { unexplained, perCharacter, leading } = this.#options;
    const typed = this.#read(query);
    const isOrdinary = (start: number, end: number) =>
      !this.#segmenter || typed.ordinary.slice(start, end).some((word) => word >= 0);
    const best = new Map<string, Candidate>();
    for (const slip of findSlips(typed, this.#dictionary)) {
      const { start, end, word, cost } = slip;
      const left = typed.isKnown.filter((known, at) => !known && (at < start || at >= end)).length;
      const lead = word.lead === wordKinds.common ? 0 : leading;
      const rank = cost + unexplained * left - perCharacter * word.letters.length - lead;
      const key = `${start} ${end} ${word.letters}`;
      if (rank < (best.get(key)?.rank ?? Number.POSITIVE_INFINITY))
        best.set(key, { slip, rank, isOrdinary: isOrdinary(start, end) });
    }
    return [...best.values()].sort((one, other) => one.rank - other.rank);
  }

  /** A candidate as the index knows its word; undefined where the documents say what was written. */
  async #lookUp({ slip, rank, isOrdinary }: Candidate, written: string, searcher: Searcher) {
    const { word, kind } = slip;
    const [found, holders] = await Promise.all([searcher.countOf(written), searcher.countOf(word.text)]);
    const isShort = word.letters.length === 2;
    const isUnit = this.#dictionary.file.units.some((unit) => spellings(unit).includes(word.text));
    const isSaid = holders >= this.#options.leastHolders;
    if (found > 0 || (kind === 'other' && isShort && !isSaid)) return undefined;
    const isOther = [...word.letters].every((sign, at) => sign !== written[at]);
    // Another office may sound like one of the handbook.
    const isDoubtful = isOrdinary || isOther || isUnit || (isShort && !isSaid);
    const isPlainSound = written.length >= sureSound || !isDoubtful;
    const isPlain = kind === 'initials' ? written.length >= sureInitials : kind !== 'sound' || isPlainSound;
    return { slip, isPlain, rank: rank - this.#options.perDoubling * Math.log2(1 + holders) };
  }

  /** Whether a slip is worth an offer though the query is answered. */
  #mayBeMeantThough({ kind, start, end }: Slip, length: number): boolean {
    return sureKinds.has(kind) && (end - start === length || end - start >= this.#options.leastWithin);
  }

  /**
   * What a reader may have meant, likeliest first: words of the dictionary for what the documents say nowhere. Of a query that is
   * answered as it is, only what sounds alike is taken for a slip.
   */
  async didYouMean(raw: string, searcher: Searcher, isAnswered = false): Promise<Correction[]> {
    const { maxTried, maxOffered, sureMargin } = this.#options;
    const query = [...raw.trim()];
    const read = query.slice(0, maxSigns);
    const written = ({ start, end }: Slip) => query.slice(start, end).join('');
    const tried = await Promise.all(
      this.#candidates(read)
        .filter(({ slip }) => !isAnswered || this.#mayBeMeantThough(slip, query.length))
        .slice(0, maxTried)
        .map((candidate) => this.#lookUp(candidate, written(candidate.slip), searcher)),
    );
    const meant = tried.flatMap((one) => one ?? []).sort((one, other) => one.rank - other.rank);
    const corrections = new Map<string, Correction>();
    for (const [at, { slip, rank, isPlain }] of meant.entries()) {
      if (corrections.size === maxOffered) break;
      const { start, end, word, kind } = slip;
      const corrected = [...query.slice(0, start), word.text, ...query.slice(end)].join('');
      const isWhole = start === 0 && end === query.length;
      const next = meant[at + 1]?.rank ?? Number.POSITIVE_INFINITY;
      const isSure = at === 0 && isWhole && isPlain && sureKinds.has(kind) && next - rank >= sureMargin;
      if (!corrections.has(corrected))
        corrections.set(corrected, { from: written(slip), to: word.text, query: corrected, isSure });
    }
    return [...corrections.values()];
  }
}
