import type { Kind } from '../shared/record.ts';

type Records = ReadonlySet<number>;

/** Where one part of a query was found. */
export interface PartEvidence {
  text: string;
  weight: number;
  words: Records;
  title: Records;
  vocabulary: Records;
  /** What stood for it: the documents' words, or a number written another way. */
  means: { text: string; records: Records }[];
}

/** Where two neighbouring characters of a query were found. */
export interface PairEvidence {
  words: Records;
  vocabulary: Records;
}

/** How well a record answers a part of a query, by where the part was found. */
const strength = { title: 1.15, words: 1, vocabulary: 1.1, means: 0.9 };
/** A task is also meant by the readers' words for its measure, if less surely. */
const inherited = 0.6;
/** Pairs of characters count a little, so that words cut otherwise than here are found, too. */
const pairWeight = 0.25;

/** Questions are about measures and tasks; other kinds answer the reader who asks for them by name. */
const worth: Record<Kind, number> = { measure: 1, task: 1, target: 0.9, document: 0.8, unit: 0.7 };

/** Rare words say more than common ones. */
const rarity = (holders: number, all: number) => Math.log(1 + all / (holders + 0.5));

export interface Scores {
  /** By record. */
  score: Float64Array;
  /** How much of what the query says each record answers in its own words or its readers', from 0 to 1. */
  coverage: Float64Array;
  /** Parts that no record answers. */
  missing: string[];
}

/** Weighs what was found of a query, record by record, of which each has a kind and belongs to one, perhaps itself. */
export function scoresOf(
  parts: readonly PartEvidence[],
  pairs: readonly PairEvidence[],
  kinds: readonly Kind[],
  parents: readonly number[],
): Scores {
  const size = kinds.length;
  const score = new Float64Array(size);
  const coverage = new Float64Array(size);
  const missing: string[] = [];
  const raise = (values: Float64Array, records: Records, value: number) => {
    for (const record of records) values[record] = Math.max(values[record] ?? 0, value);
  };
  const inherits = (record: number, { vocabulary }: Pick<PairEvidence, 'vocabulary'>) =>
    kinds[record] === 'task' && vocabulary.has(parents[record] ?? record);

  let total = 0;
  for (const part of parts) {
    const best = new Float64Array(size);
    raise(best, part.words, strength.words);
    raise(best, part.title, strength.title);
    raise(best, part.vocabulary, strength.vocabulary);
    for (const { records } of part.means) raise(best, records, strength.means);
    const holders = best.reduce((count, value) => count + (value > 0 ? 1 : 0), 0);
    if (holders === 0) missing.push(part.text);
    const weight = part.weight * rarity(holders, size);
    total += weight;
    for (let record = 0; record < size; record++) {
      const value = best[record] ?? 0;
      if (value > 0) coverage[record] = (coverage[record] ?? 0) + weight;
      score[record] = (score[record] ?? 0) + weight * Math.max(value, inherits(record, part) ? inherited : 0);
    }
  }
  for (const pair of pairs) {
    const holders = new Set([...pair.words, ...pair.vocabulary]);
    const weight = pairWeight * rarity(holders.size, size);
    for (let record = 0; record < size; record++)
      if (holders.has(record)) score[record] = (score[record] ?? 0) + weight;
      else if (inherits(record, pair)) score[record] = (score[record] ?? 0) + weight * inherited;
  }
  for (let record = 0; record < size; record++) {
    if (total > 0) coverage[record] = (coverage[record] ?? 0) / total;
    score[record] = (score[record] ?? 0) * worth[kinds[record] ?? 'document'];
  }
  return { score, coverage, missing };
}
