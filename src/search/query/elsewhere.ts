import type { ElsewhereData } from '../shared/catalogue.ts';
import { joined } from '../shared/ranking-terms.ts';
import { tokenTexts } from '../shared/tokenizer.ts';

/** Punctuation, across which no words are neighbours. */
const border = '，';

/** Tells which matters a query is about that the handbook does not hold, by their positions. */
export class Elsewhere {
  /** The matter of each word; undefined for a word of the handbook. */
  readonly #words = new Map<string, number | undefined>();
  /** The length of the longest word, in tokens. */
  readonly #longest: number;

  constructor({ words, held }: ElsewhereData) {
    const add = (word: string, matter: number | undefined) => {
      const tokens = tokenTexts(word);
      this.#words.set(joined(tokens), matter);
      return tokens.length;
    };
    const lengths = [
      ...words.flatMap((ofMatter, matter) => ofMatter.map((word) => add(word, matter))),
      ...held.map((word) => add(word, undefined)),
    ];
    this.#longest = Math.max(0, ...lengths);
  }

  /**
   * The matters of which the pieces of a query hold a word, in the order of the query, and all other tokens with a border where a word
   * was. Of words that overlap, the handbook's among them, the first and longest counts.
   */
  find(pieces: readonly string[][]): { matters: number[]; others: string[] } {
    const matters = new Set<number>();
    const others: string[] = [];
    for (const piece of pieces) {
      for (let at = 0; at < piece.length; ) {
        const length = this.#longestAt(piece, at);
        const matter = this.#words.get(joined(piece.slice(at, at + length)));
        const next = at + Math.max(1, length);
        if (matter !== undefined) matters.add(matter);
        others.push(...(matter === undefined ? piece.slice(at, next) : [border]));
        at = next;
      }
      others.push(border);
    }
    return { matters: [...matters], others };
  }

  /** The length, in tokens, of the longest word that begins at a token; 0 where none does. */
  #longestAt(piece: readonly string[], at: number): number {
    let length = Math.min(this.#longest, piece.length - at);
    while (length > 0 && !this.#words.has(joined(piece.slice(at, at + length)))) length--;
    return length;
  }
}
