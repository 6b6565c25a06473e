import { isHan } from '../shared/tokenizer.ts';

/** A term of the ranking, its tokens joined by a blank, and how often each of its holders holds it. */
interface CountedTerm {
  text: string;
  counts: readonly number[];
}

/** So many Han characters, those that begin most, are grouped: more take more to name than they save. */
const mostGrouped = 700;

/** How often characters are neighbours, for each of a pair. */
function neighboursIn(terms: readonly CountedTerm[]): Map<string, Map<string, number>> {
  const neighbours = new Map<string, Map<string, number>>();
  for (const { text, counts } of terms) {
    const [first = '', second] = text.split(' ');
    if (second === undefined || first === second) continue;
    const times = counts.reduce((sum, count) => sum + count, 0);
    for (const [one, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const beside = neighbours.get(one) ?? new Map<string, number>();
      beside.set(other, (beside.get(other) ?? 0) + times);
      neighbours.set(one, beside);
    }
  }
  return neighbours;
}

/**
 * Puts common Han characters into so many groups, those together that are often neighbours, so that what a question asks for is in few
 * of them, and all groups weigh about the same. Each group begins with the character that begins most of what is left, and takes the
 * one that stands most beside those that it has, for its own weight.
 */
export function groupsOf(terms: readonly CountedTerm[], groups: number): string[] {
  if (groups === 1) return [''];
  const weights = new Map<string, number>();
  for (const { text, counts } of terms) {
    const [first = ''] = text.split(' ');
    // A term takes about as much as two of its holders.
    weights.set(first, (weights.get(first) ?? 0) + 2 + counts.length);
  }
  const weight = (sign: string) => weights.get(sign) ?? 0;
  const neighbours = neighboursIn(terms);
  const grouped = [...weights.keys()].filter(isHan).sort((one, other) => weight(other) - weight(one));
  const left = new Set(grouped.slice(0, mostGrouped));
  const most = [...left].reduce((sum, sign) => sum + weight(sign), 0) / groups;
  return Array.from({ length: groups }, (_, group) => {
    const beside = new Map<string, number>();
    let [signs, sum] = ['', 0];
    while (left.size > 0 && (sum < most || group === groups - 1)) {
      let [best = ''] = left;
      let bestScore = 0;
      for (const [sign, times] of beside) {
        const score = times / Math.sqrt(weight(sign));
        if (score > bestScore) [best, bestScore] = [sign, score];
      }
      left.delete(best);
      beside.delete(best);
      signs += best;
      sum += weight(best);
      for (const [sign, times] of neighbours.get(best) ?? [])
        if (left.has(sign)) beside.set(sign, (beside.get(sign) ?? 0) + times);
    }
    return signs;
  });
}
