import { tokenize } from '../shared/tokenizer.ts';

/** A part of a text, and whether it is a word that matched, belongs to the sentence that answers, or stands for what is cut off. */
export interface HighlightPart {
  text: string;
  mark?: 'word' | 'sentence' | 'cut';
}

/** Offsets in a text, in UTF-16 code units; the end is exclusive. */
export type MatchRange = [start: number, end: number];

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

/** A text cut at the ranges of words, in order, and at that of a sentence, which words may stand in; joined, the parts are the text. */
export function highlightParts(text: string, words: readonly MatchRange[], sentence?: MatchRange): HighlightPart[] {
  const [from, to] = sentence ?? [0, 0];
  const cuts = [...new Set([0, text.length, from, to, ...words.flat()])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, at): HighlightPart => {
    const start = cuts[at] ?? 0;
    const part = { text: text.slice(start, end) };
    if (words.some(([first, last]) => first <= start && end <= last)) return { ...part, mark: 'word' };
    return from <= start && end <= to ? { ...part, mark: 'sentence' } : part;
  });
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

/** In UTF-16 code units: what an excerpt shows before the first match. */
const contextBefore = 24;
const ellipsis: HighlightPart = { text: '……', mark: 'cut' };

/** A number with its unit, and a word of Latin letters: a part of it would say something else. */
const unbroken = /[\dA-Za-z.]+[%％万亿]*\p{Script=Han}?/gu;

/** A place to cut a text at, no later than the given one, that is not within what must not be broken. */
function cutBefore(text: string, offset: number): number {
  const broken = [...text.matchAll(unbroken)].find(
    ({ index, 0: { length } }) => index < offset && offset < index + length,
  );
  return broken?.index ?? offset;
}

/** The start of the stretch of a length that holds most of the ranges, at the beginning of a clause if one is near. */
function bestStart(text: string, ranges: readonly MatchRange[], length: number): number {
  const matchedFrom = (start: number) =>
    ranges
      .filter(([from, to]) => from >= start && to <= start + length)
      .reduce((sum, [from, to]) => sum + to - from, 0);
  let best = 0;
  for (const [from] of ranges) {
    const start = Math.max(0, from - contextBefore);
    if (matchedFrom(start) > matchedFrom(best)) best = start;
  }
  const start = Math.min(best, Math.max(0, text.length - length));
  const clause = text.slice(start, start + contextBefore).search(/[，。；\n]/u);
  return start > 0 && clause >= 0 ? start + clause + 1 : start;
}

/**
 * The part of a text, of a length in UTF-16 code units at most, that holds most of the words, or else the beginning of the sentence
 * that answers.
 */
export function excerptOf(
  text: string,
  words: readonly MatchRange[],
  { length, sentence }: { length: number; sentence?: MatchRange | undefined },
): HighlightPart[] {
  if (text.length <= length) return highlightParts(text, words, sentence);
  const [first, last] = sentence ?? [0, text.length];
  const inside = words.filter(([from, to]) => from >= first && to <= last);
  const isWhole = sentence !== undefined && (last - first <= length || inside.length === 0);
  const best =
    first +
    bestStart(
      text.slice(first),
      inside.map(([from, to]) => [from - first, to - first]),
      length,
    );
  const start = isWhole ? first : cutBefore(text, best);
  const room = cutBefore(text, Math.min(text.length, start + length));
  const end = room > start ? room : start + length;
  const within = ([from, to]: MatchRange): MatchRange => [Math.max(from, start) - start, Math.min(to, end) - start];
  const shown = words.filter(([from, to]) => to > start && from < end).map(within);
  return [
    ...(start > 0 ? [ellipsis] : []),
    ...highlightParts(text.slice(start, end), shown, sentence && within(sentence)),
    ...(end < text.length ? [ellipsis] : []),
  ];
}
