const quotation = /“([^“”]+)”/gu;

/** Words that a text sets in “ ”, with their place in it in UTF-16 code units, quotation marks left out. */
export interface Quotation {
  term: string;
  start: number;
  end: number;
}

/** Where quoted words stand in a text. */
export const quotedAt = (text: string): Quotation[] =>
  [...text.matchAll(quotation)].map(({ index, 1: term = '' }) => ({
    term,
    start: index + 1,
    end: index + 1 + term.length,
  }));

/** The words in quotation marks, in order, each as often as it stands there. */
export const quotedIn = (text: string): string[] => quotedAt(text).map(({ term }) => term);

/** A text cut after each full stop; together the pieces are the text. */
export const sentencesOf = (text: string): string[] => text.match(/[^。]*。|[^。]+$/gu) ?? [];
