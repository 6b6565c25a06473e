import { unitsOf } from '../shared/tokenizer.ts';

/** A stretch of a text, and whether it matched. */
export interface Stretch {
  text: string;
  marked: boolean;
}

type Range = [start: number, end: number];

/** Where rows of units stand in a text; overlapping finds are one. */
export function rangesIn(text: string, rows: readonly string[][], read = (unit: string) => unit): Range[] {
  const units = unitsOf(text);
  const words = units.map((unit) => read(unit.text));
  const found: Range[] = [];
  for (let at = 0; at < units.length; at++)
    for (const row of rows)
      if (row.length > 0 && row.every((unit, index) => words[at + index] === unit))
        found.push([units[at]?.start ?? 0, units[at + row.length - 1]?.end ?? 0]);
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const merged: Range[] = [];
  for (const [start, end] of found) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** A text cut into stretches that matched and stretches that did not; together they are the text. */
export function stretchesOf(text: string, ranges: readonly Range[]): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    if (start > at) stretches.push({ text: text.slice(at, start), marked: false });
    stretches.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) stretches.push({ text: text.slice(at), marked: false });
  return stretches;
}

/** Where a row of units stands among the units of a text. */
const placesOf = (units: readonly string[], row: readonly string[]) =>
  units.flatMap((_, at) => (row.every((unit, index) => units[at + index] === unit) ? [at] : []));

/** In how short a stretch of a text all of some rows of units stand, counted in units; Infinity where one is missing. */
export function spanOf(units: readonly string[], [first = [], ...others]: readonly string[][]): number {
  const places = others.map((row) => ({ row, at: placesOf(units, row) }));
  const spans = placesOf(units, first).map((start) => {
    let [from, to] = [start, start + first.length];
    for (const { row, at } of places) {
      const nearest = at.toSorted((a, b) => Math.abs(a - start) - Math.abs(b - start))[0];
      if (nearest === undefined) return Number.POSITIVE_INFINITY;
      [from, to] = [Math.min(from, nearest), Math.max(to, nearest + row.length)];
    }
    return to - from;
  });
  return Math.min(Number.POSITIVE_INFINITY, ...spans);
}

/** How long an excerpt is, in characters; and how much of it stands before the first match. */
const excerptLength = 120;
const lead = 24;

/** The part of a text in which most matches stand, cut where a clause begins if one is near. */
export function excerptOf(text: string, ranges: readonly Range[]): Stretch[] {
  if (text.length <= excerptLength) return stretchesOf(text, ranges);
  const held = (start: number) =>
    ranges.filter(([from, to]) => from >= start && to <= start + excerptLength).reduce((sum, [a, b]) => sum + b - a, 0);
  let best = 0;
  for (const [from] of ranges) {
    const start = Math.max(0, from - lead);
    if (held(start) > held(best)) best = start;
  }
  const clause = text.slice(best, best + lead).search(/[，。；\n]/u);
  const start = best === 0 ? 0 : clause >= 0 ? best + clause + 1 : best;
  const end = Math.min(text.length, start + excerptLength);
  const inside = ranges
    .filter(([from, to]) => from >= start && to <= end)
    .map(([from, to]): Range => [from - start, to - start]);
  const stretches = stretchesOf(text.slice(start, end), inside);
  if (start > 0) stretches.unshift({ text: '……', marked: false });
  if (end < text.length) stretches.push({ text: '……', marked: false });
  return stretches;
}
