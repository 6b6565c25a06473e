import { isDeepStrictEqual } from 'node:util';
import { diffArrays } from 'diff';
import { identityOf } from './names.ts';
import { isObject, type Json } from './schema-at.ts';

/** How much of two items is equal: the part of their fields, 0 below a half; values have none. */
function likeness(one: Json, other: Json): number {
  if (!isObject(one) || !isObject(other)) return 0;
  const fields = Object.keys({ ...one, ...other });
  const equal = fields.filter((field) => isDeepStrictEqual(one[field], other[field])).length / fields.length;
  return equal < 0.5 ? 0 : equal;
}

/**
 * For each item of a changed list the index of the item that it was; undefined for a new one. Equal items are the same, in order or
 * moved; then those of one name; then those of which most is equal; then those in the same place.
 */
export function align(before: readonly Json[], after: readonly Json[]): (number | undefined)[] {
  const was: (number | undefined)[] = after.map(() => undefined);
  let [here, there] = [0, 0];
  for (const { added, removed, count } of diffArrays([...before], [...after], { comparator: isDeepStrictEqual })) {
    if (!added && !removed) for (let step = 0; step < count; step += 1) was[here + step] = there + step;
    if (!removed) here += count;
    if (!added) there += count;
  }
  const free = new Set([...before.keys()].filter((index) => !was.includes(index)));
  const pair = (score: (one: Json, other: Json, at: number, index: number) => number) => {
    for (const [at, item] of after.entries()) {
      if (was[at] !== undefined) continue;
      const best = [...free]
        .map((index) => ({ index, score: score(before[index], item, at, index) }))
        .filter((one) => one.score > 0)
        .sort((a, b) => b.score - a.score)[0];
      if (!best) continue;
      was[at] = best.index;
      free.delete(best.index);
    }
  };
  const isSame = (one: Json, other: Json) => identityOf(one) !== undefined && identityOf(one) === identityOf(other);
  pair((one, other) => Number(isDeepStrictEqual(one, other)));
  pair((one, other) => Number(isSame(one, other)));
  pair(likeness);
  // Texts and numbers in a list are items by themselves: another text is another item.
  if (before.length === after.length)
    pair((one, other, at, index) => Number(isObject(one) && isObject(other) && at === index));
  return was;
}
