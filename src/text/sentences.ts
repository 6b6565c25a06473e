/** The sentences of a text, each with the sign that ends it. */
export const sentencesOf = (text: string): string[] => text.match(/[^。！？；\n]+[。！？；]?/gu) ?? [];

/** The sentences of a text that begin with some words. */
export const sentencesBeginning = (words: string, text: string): string[] =>
  sentencesOf(text).filter((sentence) => sentence.startsWith(words));
