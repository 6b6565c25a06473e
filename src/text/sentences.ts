/** Where the sentences of a text stand, each with the sign that ends it; in UTF-16 code units, the end exclusive. */
export const sentenceRanges = (text: string): [start: number, end: number][] =>
  [...text.matchAll(/[^。！？；\n]+[。！？；]?/gu)].map(({ 0: sentence, index }) => [index, index + sentence.length]);

/** The sentences of a text, each with the sign that ends it. */
export const sentencesOf = (text: string): string[] =>
  sentenceRanges(text).map(([start, end]) => text.slice(start, end));

/** The sentences of a text that begin with some words. */
export const sentencesBeginning = (words: string, text: string): string[] =>
  sentencesOf(text).filter((sentence) => sentence.startsWith(words));
