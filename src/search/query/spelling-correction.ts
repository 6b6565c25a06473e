import type { Sounds } from './suggest.ts';

/** A term is told apart from another by one wrong character only where it has so many. */
const longEnough = 3;
/** So many are worth looking up. */
const mostTried = 8;

/** Finds what a reader may have meant to type, among the words of the documents. */
export class Slips {
  readonly #soundsOf = new Map<string, Set<string>>();
  readonly #terms: string[][];

  constructor(terms: readonly string[], sounds: Sounds) {
    this.#terms = terms.map((term) => [...term]).filter(({ length }) => length > 1);
    for (const [sound, characters] of Object.entries(sounds))
      for (const character of characters)
        this.#soundsOf.set(character, (this.#soundsOf.get(character) ?? new Set()).add(sound));
  }

  #soundAlike(one: string, other: string): boolean {
    const sounds = this.#soundsOf.get(other);
    return [...(this.#soundsOf.get(one) ?? [])].some((sound) => sounds?.has(sound) === true);
  }

  /** How far a stretch of a query is from a term: 0 to 1 for a slip, undefined for another word. */
  #distance(written: readonly string[], term: readonly string[]): number | undefined {
    const wrong = term.map((_, at) => at).filter((at) => written[at] !== term[at]);
    const alike = wrong.filter((at) => this.#soundAlike(written[at] ?? '', term[at] ?? ''));
    if (wrong.length === 0) return undefined;
    if (alike.length === wrong.length && wrong.length * 2 <= term.length) return wrong.length / (term.length + 1);
    return wrong.length === 1 && term.length > longEnough ? 0.9 : undefined;
  }

  /** Stretches of a query that may be slips of a term or a part of it, with the query as it would be, nearest first. */
  mend(query: string): { written: string; mended: string }[] {
    const signs = [...query];
    const found: { written: string; mended: string; distance: number }[] = [];
    const compare = (at: number, meant: readonly string[]) => {
      const stretch = signs.slice(at, at + meant.length);
      const distance = this.#distance(stretch, meant);
      if (distance === undefined) return;
      const mended = [...signs.slice(0, at), ...meant, ...signs.slice(at + meant.length)].join('');
      // A longer term explains more of the query.
      found.push({ written: stretch.join(''), mended, distance: distance - meant.length / 100 });
    };
    for (const term of this.#terms) {
      for (let at = 0; at + term.length <= signs.length; at++) compare(at, term);
      if (signs.length > longEnough)
        for (let at = 0; at + signs.length < term.length + 1 && signs.length < term.length; at++)
          compare(0, term.slice(at, at + signs.length));
    }
    return found.sort((a, b) => a.distance - b.distance).slice(0, mostTried);
  }
}
