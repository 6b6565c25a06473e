/** A text as its pairs of neighbouring letters, each with how often it stands there; marks and blanks do not count. */
export type Pairs = { counts: ReadonlyMap<string, number>; total: number };

export function pairsOf(text: string): Pairs {
  const letters = [...text.replace(/[\p{P}\p{S}\s]/gu, '')];
  const counts = new Map<string, number>();
  for (const [index, letter] of letters.slice(0, -1).entries()) {
    const pair = letter + letters[index + 1];
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { counts, total: Math.max(letters.length - 1, 0) };
}

/** How alike two texts are, from 0 to 1: twice the pairs that they share among all pairs of both (Dice's coefficient). */
export function likeness(one: Pairs, other: Pairs): number {
  const total = one.total + other.total;
  if (total === 0) return 0;
  const [few, many] = one.counts.size < other.counts.size ? [one, other] : [other, one];
  let shared = 0;
  for (const [pair, count] of few.counts) shared += Math.min(count, many.counts.get(pair) ?? 0);
  return (2 * shared) / total;
}
