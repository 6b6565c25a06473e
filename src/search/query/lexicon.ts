import type { LexiconData } from '../shared/catalogue.ts';
import { meaningsIn } from '../shared/coded-thesaurus.ts';
import { joined } from '../shared/ranking-terms.ts';
import { isHan, tokenTexts } from '../shared/tokenizer.ts';

/** A word of the documents that says the same as a reader's word. */
export interface Meaning {
  text: string;
  tokens: string[];
}

/** What the lexicon knows of a reader's word. */
export interface LexiconEntry {
  means: Meaning[];
  /** The records of the units that the word names. */
  units: number[];
}

/** Words for others than some tokens, each once. */
const meaningsFor = (tokens: readonly string[], texts: readonly string[]): Meaning[] =>
  [...new Set(texts)]
    .map((text) => ({ text, tokens: tokenTexts(text) }))
    .filter((meaning) => joined(meaning.tokens) !== joined(tokens));

/** The words that readers use, by which a query is understood. */
export class Lexicon {
  /** The names of units, and what readers call them. */
  readonly #entries = new Map<string, LexiconEntry>();
  readonly #meaningsOf: (tokens: readonly string[]) => string[] | undefined;
  readonly #pinyin = new Map<string, number[]>();
  readonly #simplified = new Map<string, string>();
  /** The length of the longest entry, in tokens. */
  #longest: number;

  constructor({ thesaurus, units, simplified }: LexiconData) {
    const signs = [...simplified];
    for (let at = 0; at < signs.length; at += 2) this.#simplified.set(signs[at] ?? '', signs[at + 1] ?? '');
    this.#meaningsOf = meaningsIn(thesaurus);
    this.#longest = thesaurus.longest;
    // A unit comes before one that had its name, or of which readers use it.
    for (const { record, names } of units) for (const name of names.slice(0, 1)) this.#add(name, names, record);
    for (const { record, names } of units) for (const name of names.slice(1)) this.#add(name, names, record);
    for (const { record, names, calls, pinyin } of units) {
      for (const call of calls) this.#add(call, names, record);
      for (const sound of pinyin) this.#pinyin.set(sound, [...(this.#pinyin.get(sound) ?? []), record]);
    }
  }

  #add(word: string, names: readonly string[], unit: number) {
    const tokens = tokenTexts(word);
    const entry = this.#entries.get(joined(tokens)) ?? { means: [], units: [] };
    entry.means = meaningsFor(tokens, [...entry.means.map(({ text }) => text), ...names]);
    entry.units.push(unit);
    this.#longest = Math.max(this.#longest, tokens.length);
    this.#entries.set(joined(tokens), entry);
  }

  /** The token in the characters that the content uses. */
  simplify(token: string): string {
    return this.#simplified.get(token) ?? token;
  }

  lookUp(tokens: readonly string[]): LexiconEntry | undefined {
    const named = this.#entries.get(joined(tokens));
    const meanings = this.#meaningsOf(tokens);
    if (!meanings) return named;
    const { means = [], units = [] } = named ?? {};
    return { means: meaningsFor(tokens, [...meanings, ...means.map(({ text }) => text)]), units };
  }

  /** The longest entry that begins at a token; a single Han character is none. */
  longestAt(tokens: readonly string[], start: number): { length: number; entry: LexiconEntry } | undefined {
    const shortest = isHan(tokens[start] ?? '') ? 2 : 1;
    for (let length = Math.min(this.#longest, tokens.length - start); length >= shortest; length--) {
      const entry = this.lookUp(tokens.slice(start, start + length));
      if (entry) return { length, entry };
    }
    return undefined;
  }

  /** The units whose name sounds so, in letters without blanks, whole or by initials. */
  unitsBySound(letters: string): number[] {
    return this.#pinyin.get(letters) ?? [];
  }
}
