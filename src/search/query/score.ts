import type { RecordKind } from '../shared/record.ts';

type Records = ReadonlySet<number>;

/** Where a word of a query was found. */
export interface WordEvidence {
  text: string;
  /** How much of a word it is: 1 for a whole one. */
  weight: number;
  words: Records;
  title: Records;
  vocabulary: Records;
  /** The documents' words for it, and where those were found. */
  means: { text: string; records: Records }[];
}

/** Where two neighbouring characters of a query were found. */
export interface PairEvidence {
  words: Records;
  vocabulary: Records;
}

/** How what is found is weighed; a test holds each default. Strengths are relative to a word found in a record's own words. */
export interface RankingOptions {
  /** Strength of a word in a title. */
  titleStrength: number;
  /** Strength of a word in the editor's words for the record. */
  vocabularyStrength: number;
  /** Strength of the documents' word that the thesaurus gives for a reader's word. */
  meaningStrength: number;
  /** Strength, for a task, of a word in the editor's words for its measure. */
  inheritedStrength: number;
  /** Weight of a pair of characters against a word. Pairs find words that were cut otherwise than here. */
  pairWeight: number;
  /** Weight of a single character, which is half a word. */
  singleWeight: number;
  /** Weight of two characters out of a word that is found nowhere as a whole. */
  fragmentWeight: number;
  /** Factor of a record's score by its kind: questions are about measures and tasks. */
  kindFactor: Readonly<Record<RecordKind, number>>;
  /** The share of the query, from 0 to 1, that a related record must answer. */
  leastCoverage: number;
  /** The score that a related record must have, as a share of the best one's. */
  leastOfBest: number;
  /** The most related records that are shown. */
  maxRelated: number;
}

export const defaultRanking: Readonly<RankingOptions> = {
  titleStrength: 1.15,
  vocabularyStrength: 1.1,
  meaningStrength: 0.9,
  inheritedStrength: 0.6,
  pairWeight: 0.25,
  singleWeight: 0.3,
  fragmentWeight: 0.5,
  kindFactor: { measure: 1, task: 1, target: 0.9, document: 0.8, unit: 0.7 },
  leastCoverage: 0.15,
  leastOfBest: 0.4,
  maxRelated: 30,
};

/** Inverse document frequency: rare words say more than common ones. */
const rarity = (holders: number, all: number) => Math.log(1 + all / (holders + 0.5));

export interface Scores {
  /** By record. */
  score: Float64Array;
  /** The share of the query, weighed by word, that each record answers with its own words or the editor's; from 0 to 1. */
  coverage: Float64Array;
  /** Words that no record answers. */
  missing: string[];
}

/** Scores all records for what was found of a query. Kinds are by record; the tasks of a measure follow it. */
export function scoresOf(
  words: readonly WordEvidence[],
  pairs: readonly PairEvidence[],
  kinds: readonly RecordKind[],
  options: RankingOptions,
): Scores {
  const size = kinds.length;
  const score = new Float64Array(size);
  const coverage = new Float64Array(size);
  const missing: string[] = [];
  let measure = 0;
  const measures = kinds.map((kind, record) => {
    if (kind === 'measure') measure = record;
    return measure;
  });
  const inherits = (record: number, vocabulary: Records) =>
    kinds[record] === 'task' && vocabulary.has(measures[record] ?? record);

  let total = 0;
  for (const { text, weight, words: inWords, title, vocabulary, means } of words) {
    const best = new Float64Array(size);
    const raise = (records: Records, strength: number) => {
      for (const record of records) best[record] = Math.max(best[record] ?? 0, strength);
    };
    raise(inWords, 1);
    raise(title, options.titleStrength);
    raise(vocabulary, options.vocabularyStrength);
    for (const { records } of means) raise(records, options.meaningStrength);
    const holders = best.reduce((count, value) => count + (value > 0 ? 1 : 0), 0);
    if (holders === 0) missing.push(text);
    const wordWeight = weight * rarity(holders, size);
    total += wordWeight;
    for (let record = 0; record < size; record++) {
      const value = best[record] ?? 0;
      if (value > 0) coverage[record] = (coverage[record] ?? 0) + wordWeight;
      const strength = Math.max(value, inherits(record, vocabulary) ? options.inheritedStrength : 0);
      score[record] = (score[record] ?? 0) + wordWeight * strength;
    }
  }
  for (const pair of pairs) {
    const holders = new Set([...pair.words, ...pair.vocabulary]);
    const weight = options.pairWeight * rarity(holders.size, size);
    for (let record = 0; record < size; record++)
      if (holders.has(record)) score[record] = (score[record] ?? 0) + weight;
      else if (inherits(record, pair.vocabulary))
        score[record] = (score[record] ?? 0) + weight * options.inheritedStrength;
  }
  for (let record = 0; record < size; record++) {
    if (total > 0) coverage[record] = (coverage[record] ?? 0) / total;
    score[record] = (score[record] ?? 0) * options.kindFactor[kinds[record] ?? 'document'];
  }
  return { score, coverage, missing };
}
