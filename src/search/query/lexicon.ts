import type { LexiconData } from '../shared/catalogue.ts';
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

const tokenBorder = '\u0000';
const tokenKey = (tokens: readonly string[]) => tokens.join(tokenBorder);

/** The words that readers use, by which a query is understood. */
export class Lexicon {
  readonly #entries = new Map<string, LexiconEntry>();
  readonly #pinyin = new Map<string, number[]>();
  readonly #simplified = new Map<string, string>();
  /** The length of the longest entry, in tokens. */
  readonly #longest: number;

  constructor({ thesaurus, units, simplified }: LexiconData) {
    const signs = [...simplified];
    for (let at = 0; at < signs.length; at += 2) this.#simplified.set(signs[at] ?? '', signs[at + 1] ?? '');
    for (const { words, means } of thesaurus) for (const word of words) this.#add(word, means);
    // A unit comes before one of which readers use its name.
    for (const { record, names } of units) for (const name of names) this.#add(name, names, record);
    for (const { record, names, calls, pinyin } of units) {
      for (const call of calls) this.#add(call, names, record);
      for (const sound of pinyin) this.#pinyin.set(sound, [...(this.#pinyin.get(sound) ?? []), record]);
    }
    this.#longest = Math.max(0, ...[...this.#entries.keys()].map((key) => key.split(tokenBorder).length));
  }

  #add(word: string, means: readonly string[], unit?: number) {
    const key = tokenKey(tokenTexts(word));
    const entry = this.#entries.get(key) ?? { means: [], units: [] };
    for (const text of means) {
      const tokens = tokenTexts(text);
      if (tokenKey(tokens) !== key && !entry.means.some((one) => one.text === text)) entry.means.push({ text, tokens });
    }
    if (unit !== undefined) entry.units.push(unit);
    this.#entries.set(key, entry);
  }

  /** The token in the characters that the content uses. */
  simplify(token: string): string {
    return this.#simplified.get(token) ?? token;
  }

  lookUp(tokens: readonly string[]): LexiconEntry | undefined {
    return this.#entries.get(tokenKey(tokens));
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
