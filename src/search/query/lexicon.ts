import type { Lexicon } from '../shared/catalogue.ts';
import { isHan, wordsOf } from '../shared/tokenizer.ts';

/** A reader's word that the vocabulary knows, and what stands for it in the documents. */
export interface Known {
  /** Each as printed and as units. */
  means: { text: string; units: string[] }[];
  /** The records that the word names. */
  named: number[];
}

const border = '\u0000';
const keyOf = (units: readonly string[]) => units.join(border);
const bordered = (units: readonly string[]) => border + keyOf(units) + border;

/** The lexicon, ready to be asked. */
export class Vocabulary {
  readonly #known = new Map<string, Known>();
  readonly #pinyin = new Map<string, { records: number[]; name: string }>();
  readonly #simplified = new Map<string, string>();
  readonly #longest: number;
  /** The readers' words of each entry of the thesaurus, in one row of keys with a border before and after each. */
  readonly #entries: string[];

  constructor({ thesaurus, units, simplified }: Lexicon) {
    const signs = [...simplified];
    for (let at = 0; at < signs.length; at += 2) this.#simplified.set(signs[at] ?? '', signs[at + 1] ?? '');
    this.#entries = thesaurus.map(({ words }) => words.map((word) => bordered(wordsOf(word))).join(''));
    for (const { words, means } of thesaurus) for (const word of words) this.#add(word, means);
    for (const { record, names, calls, pinyin } of units) {
      for (const name of names) this.#add(name, names, record);
      for (const call of calls) this.#add(call, names, record);
      for (const sound of pinyin) {
        const entry = this.#pinyin.get(sound) ?? { records: [], name: names[0] ?? '' };
        entry.records.push(record);
        this.#pinyin.set(sound, entry);
      }
    }
    this.#longest = Math.max(0, ...[...this.#known.keys()].map((key) => key.split(border).length));
  }

  #add(word: string, means: readonly string[], record?: number) {
    const key = keyOf(wordsOf(word));
    const known = this.#known.get(key) ?? { means: [], named: [] };
    for (const text of means) {
      const units = wordsOf(text);
      if (keyOf(units) !== key && !known.means.some((one) => one.text === text)) known.means.push({ text, units });
    }
    if (record !== undefined) known.named.push(record);
    this.#known.set(key, known);
  }

  /** The same unit in the characters that the content uses. */
  simplify(unit: string): string {
    return this.#simplified.get(unit) ?? unit;
  }

  lookUp(units: readonly string[]): Known | undefined {
    return this.#known.get(keyOf(units));
  }

  /** The entries of the thesaurus, by position, of which any readers' word holds a row of units. */
  entriesWith(units: readonly string[]): number[] {
    const row = bordered(units);
    return this.#entries.flatMap((words, position) => (words.includes(row) ? [position] : []));
  }

  /** The units of government whose name sounds so, in letters without blanks, whole or by initials. */
  bySound(letters: string): { records: number[]; name: string } | undefined {
    return this.#pinyin.get(letters);
  }

  /** The longest known word that begins a row of units; a single character is none. */
  longestAt(units: readonly string[], start: number): { length: number; known: Known } | undefined {
    for (
      let length = Math.min(this.#longest, units.length - start);
      length > (isHan({ text: units[start] ?? '' }) ? 1 : 0);
      length--
    ) {
      const known = this.lookUp(units.slice(start, start + length));
      if (known) return { length, known };
    }
    return undefined;
  }
}
