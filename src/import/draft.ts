import type { z } from 'zod';
import type { CorrectionInput } from '../schema/correction.ts';
import type { measureSchema } from '../schema/measure.ts';
import type { PlanData } from '../schema/plan.ts';

/** A block of the plan's own text; `measures` is the place where the measures stand. */
export type DraftBlock =
  | { type: 'heading'; depth: number; text: string }
  | { type: 'paragraph'; text: string }
  | { type: 'measures' };

/** The data of a measure; what the document does not say is left out, for the check to ask for. */
export type DraftMeasureData = Omit<z.input<typeof measureSchema>, 'units' | 'tasks'> & {
  units?: string | undefined;
  /** Left out where the document has no list. */
  tasks?: { number: number; innovation?: true; text: string; units?: string }[];
};

export interface DraftMeasure {
  data: DraftMeasureData;
  paragraphs: string[];
}

/** The record of a document, as far as it was found. */
export type DraftRecord = Partial<Omit<PlanData, 'annex'>> & {
  annex?: Partial<NonNullable<PlanData['annex']>> & { columns: string[] };
};

/** The draft of a plan's folder. */
export interface Draft {
  record: DraftRecord;
  blocks: DraftBlock[];
  measures: DraftMeasure[];
  corrections: CorrectionInput[];
}
