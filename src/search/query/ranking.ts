import {
  joined,
  type Postings,
  partsBy,
  type RankingLayout,
  type RankingPart,
  type RankingTerm,
  rankingTermsOf,
  rowOf,
} from '../shared/ranking-terms.ts';
import { type RecordKind, rankedKinds } from '../shared/record.ts';

/** How records are ranked for a query; a test holds each default. */
export interface RankingOptions {
  /** How slowly a term that stands in a record again and again adds to its score: k1 of BM25. */
  saturation: number;
  /** Weight of a single Han character, which is half a word. */
  singleWeight: number;
  /** The share of a measure's score that its tasks have, and of its best task's that a measure has. */
  shared: number;
  /** The score below which a record has nothing to do with the query; 1 is that of a term which one record alone holds once. */
  leastScore: number;
  /** The score below which the best record is not likely what was asked for. */
  likelyScore: number;
  /** The score that a related record must have, as a share of the best one's. */
  leastOfBest: number;
  /** The most related records that are shown. */
  maxRelated: number;
}

const defaultRanking: Readonly<RankingOptions> = {
  saturation: 1.2,
  singleWeight: 0.5,
  shared: 0.5,
  leastScore: 0.85,
  likelyScore: 3.8,
  leastOfBest: 0.4,
  maxRelated: 30,
};

/** Where the ranking is read. */
export interface RankingParts {
  layout: RankingLayout;
  /** @throws If the part cannot be read. */
  read(part: number): Promise<RankingPart>;
}

/** Inverse document frequency: rare terms say more than common ones. From 0 to 1, so that scores mean the same in a larger collection. */
const rarity = (holders: number, all: number) => Math.log((all + 1) / (holders + 0.5)) / Math.log((all + 1) / 1.5);

/**
 * Ranks records by how likely a query is about them: BM25 over characters and pairs of characters. The length of a record does
 * not count (b = 0), as what makes one long are the words by which readers find it.
 * @see Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009
 */
export class Ranking {
  readonly #parts: RankingParts;
  readonly #partOf: (first: string) => number;
  readonly #kinds: readonly RecordKind[];
  readonly #options: RankingOptions;
  /** The records that are ranked. */
  readonly #ranked: number[];

  /** Of records of these kinds, in which the tasks of a measure follow it. */
  constructor(parts: RankingParts, kinds: readonly RecordKind[], options: Partial<RankingOptions> = {}) {
    this.#parts = parts;
    this.#partOf = partsBy(parts.layout.common);
    this.#kinds = kinds;
    this.#options = { ...defaultRanking, ...options };
    this.#ranked = [...kinds.keys()].filter((record) => rankedKinds.has(kinds[record] ?? 'unit'));
  }

  /** The score of every record. @throws If a part cannot be read. */
  async scores(tokens: readonly string[]): Promise<Float64Array> {
    return this.#withNeighbours(await this.#ownScores(tokens));
  }

  /** Loads at once what the scores of these tokens take, which else is found out step by step; failures are reported there. */
  prepare(tokens: readonly string[]): void {
    this.scores(tokens).catch(() => undefined);
  }

  /** The records that scores tell to be related, best first, and whether one of them is likely what was asked for. */
  related(scores: Float64Array): { records: number[]; isLikely: boolean } {
    const { leastScore, likelyScore, leastOfBest, maxRelated } = this.#options;
    const score = (record: number) => scores[record] ?? 0;
    const best = this.#ranked.reduce((most, record) => Math.max(most, score(record)), 0);
    const least = Math.max(leastScore, leastOfBest * best);
    const related = this.#ranked.filter((record) => score(record) >= least);
    const records = related.sort((a, b) => score(b) - score(a) || a - b).slice(0, maxRelated);
    return { records, isLikely: best >= likelyScore };
  }

  /** The records of whose vocabulary a row of tokens is an entry as a whole. @throws If a part cannot be read. */
  async owners(tokens: readonly string[]): Promise<readonly number[]> {
    const { entries } = await this.#parts.read(this.#partOf(tokens[0] ?? ''));
    return rowOf(entries, joined(tokens)) ?? [];
  }

  /** The ranked records that hold every pair of some neighbouring tokens. @throws If a part cannot be read. */
  async holders(tokens: readonly string[]): Promise<number[]> {
    const terms = rankingTermsOf(tokens);
    const pairs = terms.filter(({ text, first }) => text !== first);
    const found = await Promise.all((pairs.length > 0 ? pairs : terms).map((term) => this.#postingsOf(term)));
    const [fewest, ...others] = found.map((postings) => postings?.holders ?? []).sort((a, b) => a.length - b.length);
    const held = (fewest ?? []).filter((holder) => others.every((holders) => holders.includes(holder)));
    return held.map((holder) => this.#ranked[holder] ?? 0);
  }

  async #postingsOf({ text, first }: RankingTerm): Promise<Postings | undefined> {
    return rowOf((await this.#parts.read(this.#partOf(first))).terms, text);
  }

  async #ownScores(tokens: readonly string[]): Promise<Float64Array> {
    const { layout } = this.#parts;
    const { saturation, singleWeight } = this.#options;
    // A term that is repeated counts once: 一件一件 does not mean 一件 twice as much.
    const asked = new Map(rankingTermsOf(tokens).map((term) => [term.text, term]));
    const score = new Float64Array(this.#kinds.length);
    const add = async (term: RankingTerm) => {
      const { isSingle } = term;
      const found = await this.#postingsOf(term);
      const weight = (isSingle ? singleWeight : 1) * rarity(found?.all ?? 0, layout.ranked);
      for (const [at, holder] of found?.holders.entries() ?? []) {
        const record = this.#ranked[holder] ?? 0;
        const count = found?.counts[at] ?? 0;
        score[record] = (score[record] ?? 0) + (weight * count * (saturation + 1)) / (count + saturation);
      }
    };
    await Promise.all([...asked.values()].map(add));
    return score;
  }

  #withNeighbours(own: Float64Array): Float64Array {
    const { shared } = this.#options;
    const all = own.slice();
    const bestTask = new Map<number, number>();
    let measure = 0;
    for (const [record, kind] of this.#kinds.entries()) {
      if (kind === 'measure') measure = record;
      if (kind !== 'task') continue;
      all[record] = (own[record] ?? 0) + shared * (own[measure] ?? 0);
      bestTask.set(measure, Math.max(bestTask.get(measure) ?? 0, own[record] ?? 0));
    }
    for (const [record, score] of bestTask) all[record] = (own[record] ?? 0) + shared * score;
    return all;
  }
}
