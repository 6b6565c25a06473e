import { distance, closest as nearest } from 'fastest-levenshtein';

/** A sentence that offers the known name nearest to a wrong one, for an editor who mistyped it. */
export function didYouMean(name: string, known: readonly string[]): string {
  return known.length > 0 ? `最接近的是“${nearest(name, known)}”` : '目前一个也没有';
}

/** Whether a wrong name is a slip of the fingers for a right one. */
export const isMistyped = (name: string, meant: string): boolean => distance(name, meant) <= 2;
