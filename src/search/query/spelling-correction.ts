import type { Sounds, Suggestions } from '../shared/catalogue.ts';
import type { Searcher } from './searcher.ts';

// What counts as a misspelling; a test holds each.
/** From so many characters on, a term with one wrong character that sounds otherwise is still the same term. */
const minLengthForOtherSound = 4;
/** The distance, from 0 to 1, of such a term; of one whose wrong characters sound alike it is below 0.5. */
const otherSoundDistance = 0.9;
/** The most corrections, nearest first, that are looked up in the index. */
const maxTried = 8;
/** The most corrections that are offered. */
const maxOffered = 2;

/** Finds what a reader may have meant to type, among the words of the documents. */
export class SpellingCorrection {
  readonly #soundsOf = new Map<string, Set<string>>();
  readonly #terms: string[][];

  constructor({ units, measures, needs, terms }: Suggestions, sounds: Sounds) {
    const names = [...units, ...measures, ...needs].map(({ name }) => name);
    this.#terms = [...names, ...terms].map((term) => [...term]).filter(({ length }) => length > 1);
    for (const [sound, characters] of Object.entries(sounds))
      for (const character of characters)
        this.#soundsOf.set(character, (this.#soundsOf.get(character) ?? new Set()).add(sound));
  }

  #soundAlike(one: string, other: string): boolean {
    const sounds = this.#soundsOf.get(other);
    return [...(this.#soundsOf.get(one) ?? [])].some((sound) => sounds?.has(sound) === true);
  }

  /** How far a part of a query is from a term of the same length: 0 to 1 for a misspelling, undefined for another word. */
  #distance(written: readonly string[], term: readonly string[]): number | undefined {
    const wrong = term.map((_, at) => at).filter((at) => written[at] !== term[at]);
    if (wrong.length === 0) return undefined;
    const alike = wrong.every((at) => this.#soundAlike(written[at] ?? '', term[at] ?? ''));
    if (alike && wrong.length * 2 <= term.length) return wrong.length / (term.length + 1);
    return wrong.length === 1 && term.length >= minLengthForOtherSound ? otherSoundDistance : undefined;
  }

  /** Parts of a query that may misspell a term or a part of one, and the query as it would be; nearest first. */
  corrections(query: string): { written: string; corrected: string }[] {
    const signs = [...query];
    const found: { written: string; corrected: string; distance: number }[] = [];
    const compare = (at: number, meant: readonly string[]) => {
      const part = signs.slice(at, at + meant.length);
      const distance = this.#distance(part, meant);
      if (distance === undefined) return;
      const corrected = [...signs.slice(0, at), ...meant, ...signs.slice(at + meant.length)].join('');
      // Of two as near, the longer term explains more of the query.
      found.push({ written: part.join(''), corrected, distance: distance - meant.length / 100 });
    };
    for (const term of this.#terms) {
      for (let at = 0; at + term.length <= signs.length; at++) compare(at, term);
      if (signs.length >= minLengthForOtherSound)
        for (let at = 0; at + signs.length <= term.length && signs.length < term.length; at++)
          compare(0, term.slice(at, at + signs.length));
    }
    return found.sort((a, b) => a.distance - b.distance).slice(0, maxTried);
  }

  /** The queries that a reader may have meant: those of which what was written is found nowhere, and what is meant is. */
  async didYouMean(query: string, searcher: Searcher): Promise<string[]> {
    const meant = new Set<string>();
    for (const { written, corrected } of this.corrections(query.trim())) {
      if (meant.size === maxOffered) break;
      if (await searcher.holds(written, ['words', 'vocabulary'])) continue;
      if (await searcher.holds(corrected)) meant.add(corrected);
    }
    return [...meant];
  }
}
