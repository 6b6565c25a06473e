/**
 * Gives the longest run of items, not necessarily neighbours, whose numbers rise from first to last:
 * those that are in order if the fewest are taken to be out of it.
 */
export function longestIncreasingSubsequence<Item>(
  items: readonly Item[],
  numberOf: (item: Item) => number,
): Set<Item> {
  // For each item the length of the longest run that ends with it, and the item before it in that run.
  const runs: { length: number; before: number }[] = [];
  const lengthOf = (index: number) => runs[index]?.length ?? 0;
  for (const [at, item] of items.entries()) {
    let before = -1;
    for (const [index, earlier] of items.slice(0, at).entries())
      if (numberOf(earlier) < numberOf(item) && lengthOf(index) > lengthOf(before)) before = index;
    runs.push({ length: lengthOf(before) + 1, before });
  }
  let at = -1;
  for (const index of runs.keys()) if (lengthOf(index) > lengthOf(at)) at = index;

  const kept = new Set<Item>();
  for (; at >= 0; at = runs[at]?.before ?? -1) kept.add(items[at] as Item);
  return kept;
}
