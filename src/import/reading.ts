import type { DocumentParts } from './document-parts.ts';
import type { FoundRecord } from './document-record.ts';
import type { Draft } from './draft.ts';
import type { Finding } from './finding.ts';
import type { Outline } from './outline.ts';
import type { ReadMeasure } from './read-measures.ts';
import type { PrintedList } from './task-list.ts';

/** All that was read of a document, before it is written down in one of the forms that content has. */
export interface Reading {
  text: string;
  record: FoundRecord;
  outline: Outline;
  measures: ReadMeasure[];
  list: PrintedList;
  annex: Pick<DocumentParts, 'title' | 'above'>;
  /** Names of units that are known. */
  known: ReadonlySet<string>;
  /** What was reported so far. */
  findings: Finding[];
}

/** A reading in one of the forms of content, with what is to be reported of the writing. */
export interface Written extends Draft {
  findings: Finding[];
}
