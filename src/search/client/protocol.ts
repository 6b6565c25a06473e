import type { Choices, Filters } from '../query/facets.ts';
import type { HighlightPart } from '../query/highlight.ts';
import type { Match, SearchResult, Substitution } from '../query/searcher.ts';
import type { Correction } from '../query/spelling-correction.ts';
import type { MatterText } from '../shared/catalogue.ts';
import type { Display } from '../shared/record.ts';
import type { FailureKind } from './failure.ts';

export interface Question {
  text: string;
  filters: Filters;
  /** In the order of the documents, rather than best first. */
  inDocumentOrder: boolean;
  /** How often the reader asked for more results, counted from 1. */
  pages: number;
  /** How much of a text a row shows, in UTF-16 code units; the whole where it is not said. */
  excerptLength?: number;
  /** The id of the reader's own unit, if one is kept on the device. */
  ownUnit?: string;
  /** The reader insists on the words as typed. */
  asTyped?: boolean;
}

/** A result, its texts cut at what matched. */
export interface ResultRow extends Omit<Display, 'title' | 'text' | 'units' | 'answers'> {
  match: Match;
  /** Which of several questions it answers. */
  question?: string;
  title: HighlightPart[];
  excerpt: HighlightPart[];
  units: HighlightPart[];
  /** The whole of what is marked as the sentence that answers; absent where words are what answers. */
  sentence?: string;
  /** The words of the query that stand in the row as others, and which. */
  substitutions: Substitution[];
  /** The editor has these very words for it, in its vocabulary or in the thesaurus. */
  isOwner?: true;
  /** It is the reader's own unit, whose duties were asked for. */
  isOwn?: boolean;
}

export interface Answer extends Pick<SearchResult, 'missing' | 'unfamiliar' | 'isLikely'> {
  /** Of all results, of which the rows are the first; 0 where nothing was asked. */
  total: number;
  rows: ResultRow[];
  choices: Choices;
  /** What the question is about and the handbook does not hold, with where it belongs; absent where there is none. */
  elsewhere?: MatterText[];
  /** Nothing was found as it was typed: what was read as which word. */
  corrected?: Pick<Correction, 'from' | 'to'>;
  /** The number of tokens to which a long query was cut. */
  cutTo?: number;
  /** Hardly more than one character was left to search for. */
  needsMoreWords?: boolean;
}

/**
 * A worker is given the catalogue once, undefined where it did not arrive and the worker is to ask for it. One that is started after a
 * failure is asked to use no stored copies.
 */
export type ToWorker = { id: number; question: Question; fresh?: boolean } | { catalogue: string | undefined };
/** Each question gets an answer or a failure, unless a newer one was asked. After an answer, corrections may follow. */
export type FromWorker =
  | { id: number; answer: Answer }
  | { id: number; corrections: string[] }
  | { id: number; failure: FailureKind; message: string };
