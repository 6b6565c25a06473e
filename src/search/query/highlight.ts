import { tokenize } from '../shared/tokenizer.ts';

/** A part of a text, and whether it matched. */
export interface HighlightPart {
  text: string;
  marked: boolean;
}

/** Offsets in a text, in UTF-16 code units; the end is exclusive. */
type MatchRange = [start: number, end: number];

/** The positions at which a phrase stands among tokens. */
const positionsOf = (tokens: readonly string[], phrase: readonly string[]): number[] =>
  phrase.length === 0
    ? []
    : tokens.flatMap((_, at) => (phrase.every((token, index) => tokens[at + index] === token) ? [at] : []));

/** Where phrases of tokens stand in a text whose tokens are read as given; in order, overlapping and touching ranges joined. */
export function matchRanges(text: string, phrases: readonly string[][], read = (token: string) => token): MatchRange[] {
  const tokens = tokenize(text);
  const texts = tokens.map((token) => read(token.text));
  const found = phrases.flatMap((phrase) =>
    positionsOf(texts, phrase).map(
      (at): MatchRange => [tokens[at]?.start ?? 0, tokens[at + phrase.length - 1]?.end ?? 0],
    ),
  );
  const joined: MatchRange[] = [];
  for (const [start, end] of found.sort((a, b) => a[0] - b[0])) {
    const last = joined[joined.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** A text cut at ranges, which must be in order; joined, the parts are the text. */
export function highlightParts(text: string, ranges: readonly MatchRange[]): HighlightPart[] {
  const parts: HighlightPart[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    if (start > at) parts.push({ text: text.slice(at, start), marked: false });
    parts.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), marked: false });
  return parts;
}

/** The length, in tokens, of the shortest stretch that holds all phrases; Infinity where one is missing. */
export function shortestSpan(tokens: readonly string[], [first = [], ...others]: readonly string[][]): number {
  const positions = others.map((phrase) => ({ phrase, at: positionsOf(tokens, phrase) }));
  const spans = positionsOf(tokens, first).map((start) => {
    let [from, to] = [start, start + first.length];
    for (const { phrase, at } of positions) {
      const distance = Math.min(...at.map((position) => Math.abs(position - start)));
      const nearest = at.find((position) => Math.abs(position - start) === distance);
      if (nearest === undefined) return Number.POSITIVE_INFINITY;
      [from, to] = [Math.min(from, nearest), Math.max(to, nearest + phrase.length)];
    }
    return to - from;
  });
  return Math.min(Number.POSITIVE_INFINITY, ...spans);
}

/** In UTF-16 code units: the length of an excerpt, and of what it shows before the first match. */
const excerptLength = 120;
const contextBefore = 24;

/** The part of a text that holds most of the ranges, from the beginning of a clause if one is near. */
export function excerptOf(text: string, ranges: readonly MatchRange[]): HighlightPart[] {
  if (text.length <= excerptLength) return highlightParts(text, ranges);
  const within = (start: number, end: number) => ranges.filter(([from, to]) => from >= start && to <= end);
  const matchedFrom = (start: number) =>
    within(start, start + excerptLength).reduce((sum, [from, to]) => sum + to - from, 0);
  let best = 0;
  for (const [from] of ranges) {
    const start = Math.max(0, from - contextBefore);
    if (matchedFrom(start) > matchedFrom(best)) best = start;
  }
  const clause = text.slice(best, best + contextBefore).search(/[，。；\n]/u);
  const start = best > 0 && clause >= 0 ? best + clause + 1 : best;
  const end = Math.min(text.length, start + excerptLength);
  const shown = within(start, end).map(([from, to]): MatchRange => [from - start, to - start]);
  const ellipsis = { text: '……', marked: false };
  return [
    ...(start > 0 ? [ellipsis] : []),
    ...highlightParts(text.slice(start, end), shown),
    ...(end < text.length ? [ellipsis] : []),
  ];
}
