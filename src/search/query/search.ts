import type { Catalogue } from '../catalogue.ts';
import type { Kind } from '../record.ts';
import { type Field, phraseOf } from '../tokens.ts';
import { readCitation } from './citation.ts';
import { numberVariants } from './numbers.ts';
import { type Part, type Understood, understand } from './understand.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The inverted index: the positions of the records that hold a row of tokens, in order. */
export interface TokenIndex {
  find(phrase: string): Promise<readonly number[]>;
}

/** Why a record was found. */
export type Match = 'exact' | 'synonym' | 'related';

export interface Hit {
  record: number;
  match: Match;
}

export interface Found {
  /** Best first. */
  hits: Hit[];
  /** Words that the editor's vocabulary stood in for, and by what. */
  stood: { word: string; means: string[] }[];
  /** Words of the query that no record holds in any way. */
  missing: string[];
  understood: Understood;
}

/** How well one record answers one part of a query, by where the part was found. */
const strength = { title: 1.15, words: 1, means: 0.9, vocabulary: 0.95, inherited: 0.6 };
/** Pairs of characters within a query count a little, so that words cut otherwise than here are found, too. */
const pairWeight = 0.35;
/** Of what a query says, a record must answer so much to be shown as related. */
const leastCoverage = 0.34;
/** Related records far behind the best are left out. */
const leastOfBest = 0.4;
const mostRelated = 30;

const kindOrder: Record<Kind, number> = { task: 0, measure: 1, target: 2, document: 3, unit: 4 };

export class Searcher {
  readonly #index: TokenIndex;
  readonly #catalogue: Catalogue;
  readonly #vocabulary: Vocabulary;
  readonly #cache = new Map<string, Promise<ReadonlySet<number>>>();

  constructor(index: TokenIndex, catalogue: Catalogue, vocabulary: Vocabulary) {
    this.#index = index;
    this.#catalogue = catalogue;
    this.#vocabulary = vocabulary;
  }

  #find(units: readonly string[], field: Field): Promise<ReadonlySet<number>> {
    const phrase = phraseOf(units, field);
    let found = this.#cache.get(phrase);
    if (!found) {
      found = this.#index.find(phrase).then((records) => new Set(records));
      // A failed look-up must be tried again, not remembered.
      found.catch(() => this.#cache.delete(phrase));
      this.#cache.set(phrase, found);
    }
    return found;
  }

  /** Finds records for a query. Throws if the index cannot be read. */
  async search(raw: string): Promise<Found> {
    const understood = understand(raw, this.#vocabulary);
    const citation = readCitation(raw, this.#catalogue);
    const named = this.#unitsNamed(understood);
    const exact = await this.#exact(understood);

    const first = [...(citation?.certain || exact.length === 0 ? (citation?.records ?? []) : []), ...named.records];
    const hits = new Map<number, Match>();
    const add = (records: readonly number[], match: Match) => {
      for (const record of records) if (!hits.has(record)) hits.set(record, match);
    };
    add(first, 'exact');
    add(exact, 'exact');
    add(citation?.records ?? [], 'exact');

    let others: Omit<Found, 'hits' | 'understood'> & { synonym: number[]; related: number[] } = {
      synonym: [],
      related: [],
      stood: [],
      missing: [],
    };
    if (!understood.quoted && !citation?.certain)
      others = await this.#inexact(understood, named.sounded, exact.length > 0);
    add(others.synonym, 'synonym');
    if (exact.length + first.length === 0) add(others.related, 'related');
    return {
      hits: [...hits].map(([record, match]) => ({ record, match })),
      stood: others.stood,
      missing: others.missing,
      understood,
    };
  }

  /** The units whose name, or sound, the whole query is. */
  #unitsNamed({ pieces }: Understood): { records: number[]; sounded?: string } {
    const whole = pieces.flat();
    const known = this.#vocabulary.lookUp(whole);
    if (known && known.named.length > 0) return { records: known.named };
    const sound = whole.every((unit) => /^[a-z]+$/u.test(unit)) ? this.#vocabulary.bySound(whole.join('')) : undefined;
    return sound ? { records: sound.records, sounded: sound.name } : { records: [] };
  }

  /** Records that hold the words as they were typed, best first. */
  async #exact({ pieces, matter, quoted }: Understood): Promise<number[]> {
    if (pieces.length === 0) return [];
    const whole = quoted && pieces.length > 1 ? [] : [...(await this.#find(pieces.flat(), 'words'))];
    const apart = pieces.length > 1 ? await this.#all(pieces) : [];
    let found = [...new Set([...whole, ...apart])];
    let rows = pieces;
    if (found.length === 0 && !quoted && matter.length > 0) {
      found = await this.#all(matter);
      rows = matter;
    }
    const inTitle = new Set(await this.#all(rows, 'title'));
    const joined = new Set(whole);
    const { kinds } = this.#catalogue.records;
    const rank = (record: number) => {
      const kind = kinds[record] ?? 'document';
      return (
        (joined.size > 0 && !joined.has(record) ? 10 : 0) +
        (inTitle.has(record) && kind === 'measure' ? -1 : kindOrder[kind])
      );
    };
    return found.sort((a, b) => rank(a) - rank(b) || a - b);
  }

  /** Records that hold every one of some rows of units. */
  async #all(rows: readonly string[][], field: Field = 'words'): Promise<number[]> {
    const sets = await Promise.all(rows.map((row) => this.#find(row, field)));
    const [smallest, ...others] = sets.sort((a, b) => a.size - b.size);
    return [...(smallest ?? [])].filter((record) => others.every((set) => set.has(record)));
  }

  /** Records that say the same in other words, and records that answer a part of the query. */
  async #inexact(understood: Understood, sounded: string | undefined, exactFound: boolean) {
    const { parts, matter, pieces } = understood;
    const size = this.#catalogue.records.kinds.length;
    const { parents, kinds } = this.#catalogue.records;
    const scores = new Float64Array(size);
    const covered = new Float64Array(size);
    const stood = new Map<string, Set<string>>();
    const missing: string[] = [];
    let total = 0;

    const all: Part[] = sounded
      ? [{ text: pieces.flat().join(''), units: [sounded], means: [{ text: sounded, units: [...sounded] }], weight: 1 }]
      : parts;
    for (const part of all) {
      const best = new Float64Array(size);
      const raise = (set: ReadonlySet<number>, value: number) => {
        for (const record of set) best[record] = Math.max(best[record] ?? 0, value);
      };
      const [words, title, vocabulary, means, variants] = await Promise.all([
        this.#find(part.units, 'words'),
        this.#find(part.units, 'title'),
        this.#find(part.units, 'vocabulary'),
        Promise.all(part.means.map(async ({ text, units }) => ({ text, set: await this.#find(units, 'words') }))),
        Promise.all(
          numberVariants(part.units).map(async (units) => ({
            text: units.join(''),
            set: await this.#find(units, 'words'),
          })),
        ),
      ]);
      raise(words, strength.words);
      raise(title, strength.title);
      raise(vocabulary, strength.vocabulary);
      for (const { text, set } of [...means, ...variants]) {
        raise(set, strength.means);
        if (set.size > 0) stood.set(part.text, (stood.get(part.text) ?? new Set()).add(text));
      }
      const holders = best.reduce((count, value) => count + (value > 0 ? 1 : 0), 0);
      const weight = part.weight * Math.log(1 + size / (holders + 0.5));
      total += weight;
      if (holders === 0) missing.push(part.text);
      for (let record = 0; record < size; record++) {
        const value = best[record] ?? 0;
        // A task is also meant by its measure's readers' words, if less surely.
        const inherited =
          kinds[record] === 'task' && vocabulary.has(parents[record] ?? record) ? strength.inherited : 0;
        scores[record] = (scores[record] ?? 0) + weight * Math.max(value, inherited);
        if (value > 0) covered[record] = (covered[record] ?? 0) + weight;
      }
    }

    const whole = Array.from({ length: size }, (_, record) => record).filter(
      (record) => total > 0 && (covered[record] ?? 0) >= total - 1e-9,
    );
    await this.#addPairs(matter, scores);
    const order = (a: number, b: number) =>
      (scores[b] ?? 0) - (scores[a] ?? 0) || kindOrder[kinds[a] ?? 'unit'] - kindOrder[kinds[b] ?? 'unit'] || a - b;
    const synonym = stood.size > 0 || all.length === 1 ? whole.sort(order) : [];
    const candidates = exactFound
      ? []
      : Array.from({ length: size }, (_, record) => record)
          .filter((record) => total > 0 && (covered[record] ?? 0) / total >= leastCoverage)
          .sort(order);
    const top = scores[candidates[0] ?? 0] ?? 0;
    return {
      synonym,
      related: candidates.filter((record) => (scores[record] ?? 0) >= top * leastOfBest).slice(0, mostRelated),
      stood: [...stood].map(([word, means]) => ({ word, means: [...means] })),
      missing,
    };
  }

  /** Adds what pairs of neighbouring characters say, wherever words end. */
  async #addPairs(matter: readonly string[][], scores: Float64Array) {
    const { parents, kinds } = this.#catalogue.records;
    const size = kinds.length;
    const pairs = matter.flatMap((row) => row.slice(1).map((unit, index) => [row[index] ?? '', unit]));
    for (const pair of pairs) {
      const [words, vocabulary] = await Promise.all([this.#find(pair, 'words'), this.#find(pair, 'vocabulary')]);
      const holders = new Set([...words, ...vocabulary]);
      const weight = pairWeight * Math.log(1 + size / (holders.size + 0.5));
      for (let record = 0; record < size; record++) {
        const parent = parents[record] ?? record;
        const value =
          words.has(record) || vocabulary.has(record)
            ? 1
            : vocabulary.has(parent) && kinds[record] === 'task'
              ? strength.inherited
              : 0;
        scores[record] = (scores[record] ?? 0) + weight * value;
      }
    }
  }
}
