import type { Choices, Filters } from '../query/facets.ts';
import type { Stretch } from '../query/highlight.ts';
import type { Match } from '../query/searcher.ts';
import type { Display } from '../shared/record.ts';

export interface Question {
  text: string;
  filters: Filters;
  /** In the order of the documents, rather than best first. */
  inDocumentOrder: boolean;
  /** How many results the reader asked to see; the answer may hold fewer at first. */
  pages: number;
}

/** One row of the answer, its texts cut at what matched. */
export interface Row extends Omit<Display, 'title' | 'text' | 'units'> {
  match: Match;
  title: Stretch[];
  excerpt: Stretch[];
  units: Stretch[];
}

export interface Answer {
  total: number;
  rows: Row[];
  choices: Choices;
  /** Readers' words and what stood for them. */
  stood: { word: string; means: string[] }[];
  /** Words of the query that nothing was found for. */
  missing: string[];
  /** A word stands nowhere as a whole, and may be a slip. */
  unfamiliar: boolean;
  /** The query was too long, and was cut to so many signs. */
  cutTo?: number;
}

export type ToWorker = { id: number; question: Question };
/** After an answer that is not exact, queries that the reader may have meant to type may follow. */
export type FromWorker =
  | { id: number; answer: Answer }
  | { id: number; meant: string[] }
  | { id: number; failure: string };
