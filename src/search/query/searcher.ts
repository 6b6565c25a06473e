import type { Catalogue } from '../shared/catalogue.ts';
import { entryToken, type Field, phraseOf } from '../shared/index-tokens.ts';
import { parentsOf } from '../shared/page-packing.ts';
import type { Kind } from '../shared/record.ts';
import { wordsOf } from '../shared/tokenizer.ts';
import type { Vocabulary } from './lexicon.ts';
import { numberVariants } from './number-variants.ts';
import { readCitation } from './parse-citation.ts';
import { type Part, type Understood, understand } from './parse-query.ts';
import { type PairEvidence, type PartEvidence, scoresOf } from './score.ts';

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
  /** A word of the query stands nowhere as a whole: it may be a slip. */
  unfamiliar: boolean;
  understood: Understood;
}

/** Of what a query says, a record must answer so much to be shown as related. */
const leastCoverage = 0.15;
/** Related records far behind the best are left out. */
const leastOfBest = 0.4;
const mostRelated = 30;

/** A row before the page that it stands on, when it answers as well. */
const kindOrder: Record<Kind, number> = { task: 0, measure: 1, target: 2, document: 3, unit: 4 };

const nothing: Pick<Found, 'stood' | 'missing' | 'unfamiliar'> & { synonym: number[]; related: number[] } = {
  synonym: [],
  related: [],
  stood: [],
  missing: [],
  unfamiliar: false,
};

export class Searcher {
  readonly #index: TokenIndex;
  readonly #catalogue: Catalogue;
  readonly #vocabulary: Vocabulary;
  readonly #parents: readonly number[];
  readonly #cache = new Map<string, Promise<ReadonlySet<number>>>();

  constructor(index: TokenIndex, catalogue: Catalogue, vocabulary: Vocabulary) {
    this.#index = index;
    this.#catalogue = catalogue;
    this.#vocabulary = vocabulary;
    this.#parents = parentsOf(catalogue.stored.index);
  }

  /** Finds records for a query; the unit itself and what names it, where it asks for a unit's duties. Throws if the index cannot be read. */
  async search(raw: string): Promise<Found> {
    const understood = understand(raw, this.#vocabulary);
    const citation = readCitation(raw, this.#catalogue);
    const named = this.#unitsNamed(understood);
    const exact = await this.#exact(understood);
    const cited = citation?.records ?? [];
    // What a unit has to do is what names it.
    if (understood.unitAsked && !understood.quoted && exact.length + cited.length === 0)
      return this.search(understood.unitAsked);

    const certain = citation?.certain === true || exact.length === 0 ? cited : [];
    const first = [...certain, ...named.records, ...exact, ...cited];
    const alone = understood.quoted || citation?.certain === true;
    const rest = alone ? nothing : await this.#inexact(understood, named.sounded, first.length === 0);

    const hits = new Map<number, Match>();
    const layers: [Match, number[]][] = [
      ['exact', first],
      ['synonym', rest.synonym],
      ['related', rest.related],
    ];
    for (const [match, records] of layers) for (const record of records) if (!hits.has(record)) hits.set(record, match);
    return {
      hits: [...hits].map(([record, match]) => ({ record, match })),
      stood: rest.stood,
      missing: rest.missing,
      unfamiliar: rest.unfamiliar,
      understood,
    };
  }

  /** True if words stand in any record, its readers' words included if wanted. */
  async holds(text: string, fields: readonly Field[] = ['words']): Promise<boolean> {
    const units = wordsOf(text);
    const found = await Promise.all(fields.map((field) => this.#find(units, field)));
    return found.some(({ size }) => size > 0);
  }

  #find(units: readonly string[], field: Field): Promise<ReadonlySet<number>> {
    const phrase = phraseOf(units, field);
    return this.#once(phrase, () => (field === 'vocabulary' ? this.#called(units, phrase) : this.#index.find(phrase)));
  }

  /** Records that readers' words call so, their own or those of the thesaurus for what they say. */
  async #called(units: readonly string[], phrase: string): Promise<number[]> {
    const entries = this.#vocabulary.entriesWith(units).map(entryToken);
    const found = await Promise.all([
      this.#index.find(phrase),
      ...entries.map((entry) => this.#once(entry, () => this.#index.find(entry))),
    ]);
    return found.flatMap((records) => [...records]);
  }

  #once(key: string, look: () => Promise<readonly number[]>): Promise<ReadonlySet<number>> {
    let found = this.#cache.get(key);
    if (!found) {
      found = look().then((records) => new Set(records));
      // A failed look-up must be tried again, not remembered.
      found.catch(() => this.#cache.delete(key));
      this.#cache.set(key, found);
    }
    return found;
  }

  /** Records that hold every one of some rows of units. */
  async #all(rows: readonly string[][], field: Field = 'words'): Promise<number[]> {
    const sets = await Promise.all(rows.map((row) => this.#find(row, field)));
    const [smallest, ...others] = sets.sort((a, b) => a.size - b.size);
    return [...(smallest ?? [])].filter((record) => others.every((set) => set.has(record)));
  }

  /** The units whose name, or sound, the whole query is. */
  #unitsNamed({ pieces }: Understood): { records: number[]; sounded?: string } {
    const whole = pieces.flat();
    const named = this.#vocabulary.lookUp(whole)?.named ?? [];
    if (named.length > 0) return { records: named };
    const letters = whole.every((unit) => /^[a-z]+$/u.test(unit)) ? whole.join('') : '';
    const sound = this.#vocabulary.bySound(letters);
    return sound ? { records: sound.records, sounded: sound.name } : { records: [] };
  }

  /** Records that hold the words as they were typed, best first. */
  async #exact({ pieces, matter, quoted }: Understood): Promise<number[]> {
    if (pieces.length === 0) return [];
    const joined = quoted && pieces.length > 1 ? [] : await this.#all([pieces.flat()]);
    const apart = pieces.length > 1 ? await this.#all(pieces) : [];
    let rows = pieces;
    let found = [...new Set([...joined, ...apart])];
    if (found.length === 0 && !quoted && matter.length > 0) {
      rows = matter;
      found = await this.#all(matter);
    }
    const inTitle = new Set(await this.#all(rows, 'title'));
    const together = new Set(joined);
    const { kinds } = this.#catalogue.records;
    const rank = (record: number) => {
      const kind = kinds[record] ?? 'document';
      const scattered = together.size > 0 && !together.has(record) ? 10 : 0;
      return scattered + (kind === 'measure' && inTitle.has(record) ? -1 : kindOrder[kind]);
    };
    // A common word stands in tens of thousands of records: each is ranked once.
    const byRank = Map.groupBy(
      found.sort((a, b) => a - b),
      rank,
    );
    return [...byRank].sort(([a], [b]) => a - b).flatMap(([, records]) => records);
  }

  /** Records that say the same in other words, and, if wanted, records that answer a part of the query. */
  async #inexact(understood: Understood, sounded: string | undefined, wantRelated: boolean): Promise<typeof nothing> {
    const { parts, matter, pieces } = understood;
    const { records } = this.#catalogue;
    const whole = pieces.flat();
    if (whole.length === 0) return nothing;
    const asked: Part[] = sounded
      ? [
          {
            text: whole.join(''),
            units: whole,
            means: [{ text: sounded, units: wordsOf(sounded) }],
            weight: 1,
            sure: true,
          },
        ]
      : wantRelated || parts.some(({ means }) => means.length > 0)
        ? parts
        : [];
    const pairs = wantRelated ? matter.flatMap((row) => row.slice(1).map((unit, at) => [row[at] ?? '', unit])) : [];
    const [partsFound, pairEvidence, called, rewritten] = await Promise.all([
      Promise.all(asked.map((part) => this.#partEvidence(part))),
      Promise.all(pairs.map((pair) => this.#pairEvidence(pair))),
      this.#find(whole, 'vocabulary'),
      this.#rewritten(pieces),
    ]);
    const partEvidence = partsFound.flat();
    const { score, coverage, missing } = scoresOf(partEvidence, pairEvidence, records.kinds, this.#parents);

    const better = (a: number, b: number) =>
      (score[b] ?? 0) - (score[a] ?? 0) ||
      kindOrder[records.kinds[a] ?? 'unit'] - kindOrder[records.kinds[b] ?? 'unit'] ||
      a - b;
    const stood = [
      ...rewritten.map(({ text }) => ({ word: whole.join(''), means: [text] })),
      ...partEvidence
        .map(({ text, means }) => ({
          word: text,
          means: means.filter((one) => one.records.size > 0).map((one) => one.text),
        }))
        .filter(({ means }) => means.length > 0),
    ];
    const all = records.kinds.map((_, record) => record);
    // The characters of a word that stands nowhere say less than the word.
    const isWhole = partEvidence.length === partsFound.length;
    const answered =
      isWhole && (stood.length > 0 || asked.length === 1)
        ? all.filter((record) => (coverage[record] ?? 0) > 1 - 1e-9)
        : [];
    const written = new Set(rewritten.flatMap(({ records }) => [...records]));
    const related = wantRelated ? all.filter((record) => (coverage[record] ?? 0) >= leastCoverage).sort(better) : [];
    const top = score[related[0] ?? 0] ?? 0;
    return {
      synonym: [...new Set([...[...written].sort(better), ...[...called].sort(better), ...answered.sort(better)])],
      related: related.filter((record) => (score[record] ?? 0) >= top * leastOfBest).slice(0, mostRelated),
      stood,
      missing,
      unfamiliar: missing.length > 0 || !isWhole,
    };
  }

  /** What is known of a part; of its pieces, where nothing is known of the whole. */
  async #partEvidence(part: Part): Promise<PartEvidence[]> {
    const own = await this.#wholeEvidence(part);
    const known = [own.words, own.title, own.vocabulary, ...own.means.map(({ records }) => records)];
    if (part.sure || part.units.length === 1 || known.some((records) => records.size > 0)) return [own];
    const length = part.units.length > 2 ? 2 : 1;
    const pieces = part.units.slice(length - 1).map((_, at) => part.units.slice(at, at + length));
    return Promise.all(
      pieces.map((units) =>
        this.#wholeEvidence({ ...part, text: units.join(''), units, weight: length === 2 ? 0.5 : 0.3 }),
      ),
    );
  }

  async #wholeEvidence({ text, units, means, weight }: Part): Promise<PartEvidence> {
    const [words, title, vocabulary, ...others] = await Promise.all([
      this.#find(units, 'words'),
      this.#find(units, 'title'),
      this.#find(units, 'vocabulary'),
      ...means.map((one) => this.#find(one.units, 'words')),
    ]);
    const stood = means.map((one, at) => ({ text: one.text, records: others[at] ?? new Set<number>() }));
    return { text, weight, words, title, vocabulary, means: stood };
  }

  async #pairEvidence(pair: readonly string[]): Promise<PairEvidence> {
    const [words, vocabulary] = await Promise.all([this.#find(pair, 'words'), this.#find(pair, 'vocabulary')]);
    return { words, vocabulary };
  }

  /** Records that hold the query with its numbers written another way. */
  async #rewritten(pieces: readonly string[][]): Promise<{ text: string; records: ReadonlySet<number> }[]> {
    const variants = numberVariants(pieces.flat());
    const found = await Promise.all(
      variants.map(async (units) => ({ text: units.join(''), records: await this.#find(units, 'words') })),
    );
    return found.filter(({ records }) => records.size > 0);
  }
}
