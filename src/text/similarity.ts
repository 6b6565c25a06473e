/** A text as its pairs of neighbouring letters, each with how often it stands there; punctuation and blanks do not count. */
export interface Bigrams {
  counts: ReadonlyMap<string, number>;
  total: number;
}

export function bigramsOf(text: string): Bigrams {
  const letters = [...text.replace(/[\p{P}\p{S}\s]/gu, '')];
  const counts = new Map<string, number>();
  for (const [index, letter] of letters.slice(0, -1).entries()) {
    const pair = letter + letters[index + 1];
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { counts, total: Math.max(letters.length - 1, 0) };
}

/** How many of its pairs one text shares with another. */
function shared(one: Bigrams, other: Bigrams): number {
  const [few, many] = one.counts.size < other.counts.size ? [one, other] : [other, one];
  let count = 0;
  for (const [pair, times] of few.counts) count += Math.min(times, many.counts.get(pair) ?? 0);
  return count;
}

/** How alike two texts are, from 0 to 1: twice the pairs that they share among all pairs of both (Dice's coefficient). */
export function diceCoefficient(one: Bigrams, other: Bigrams): number {
  const total = one.total + other.total;
  return total === 0 ? 0 : (2 * shared(one, other)) / total;
}

/** How much of a text is in another, from 0 to 1: the pairs that it shares among its own. */
export const containment = (text: Bigrams, whole: Bigrams): number =>
  text.total === 0 ? 0 : shared(text, whole) / text.total;
