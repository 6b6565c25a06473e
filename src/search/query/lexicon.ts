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
const bordered = (tokens: readonly string[]) => tokenBorder + tokenKey(tokens) + tokenBorder;

/** The words that readers use, by which a query is understood. */
export class Lexicon {
  readonly #entries = new Map<string, LexiconEntry>();
  readonly #pinyin = new Map<string, number[]>();
  readonly #simplified = new Map<string, string>();
  /** The length of the longest entry, in tokens. */
  readonly #longest: number;
  /** Of each entry of the thesaurus, all its readers' words as one string of keys with a border before and after each. */
  readonly #thesaurusWords: string[];
  readonly #thesaurusEntries = new Map<string, number[]>();

  constructor({ thesaurus, units, simplified }: LexiconData) {
    const signs = [...simplified];
    for (let at = 0; at < signs.length; at += 2) this.#simplified.set(signs[at] ?? '', signs[at + 1] ?? '');
    this.#thesaurusWords = thesaurus.map(({ words }) => words.map((word) => bordered(tokenTexts(word))).join(''));
    for (const [position, { words, means }] of thesaurus.entries())
      for (const word of words) {
        this.#add(word, means);
        const key = tokenKey(tokenTexts(word));
        this.#thesaurusEntries.set(key, [...(this.#thesaurusEntries.get(key) ?? []), position]);
      }
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

  /** The entries of the thesaurus, by position, of which a reader's word holds these neighbouring tokens. */
  thesaurusEntriesWith(tokens: readonly string[]): number[] {
    const key = bordered(tokens);
    return this.#thesaurusWords.flatMap((words, position) => (words.includes(key) ? [position] : []));
  }

  /** The entries of the thesaurus, by position, of which these tokens are a reader's word. */
  thesaurusEntriesOf(tokens: readonly string[]): number[] {
    return this.#thesaurusEntries.get(tokenKey(tokens)) ?? [];
  }

  /** The units whose name sounds so, in letters without blanks, whole or by initials. */
  unitsBySound(letters: string): number[] {
    return this.#pinyin.get(letters) ?? [];
  }
}
