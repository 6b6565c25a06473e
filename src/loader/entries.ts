import type { Correction } from '../schema/correction.ts';
import type { MeasureData } from '../schema/measure.ts';
import type { PlanData } from '../schema/plan.ts';
import type { Site } from '../schema/site.ts';
import type { Thesaurus } from '../schema/thesaurus.ts';
import type { TopicData } from '../schema/topic.ts';
import type { UnitData } from '../schema/unit.ts';

/** A file with frontmatter: valid data, and the body still as written. */
export interface Entry<Data> {
  /** File, relative to the content folder. */
  file: string;
  data: Data;
  body: string;
  /** The line of the file on which the body begins, from 1. */
  bodyLine: number;
}

/** One plan's folder. */
export interface PlanEntries {
  id: string;
  plan: Entry<PlanData>;
  measures: Entry<MeasureData>[];
  corrections: Correction[];
  /** The document as received, where the check is to hold the content against it. */
  source?: string;
  /** The document as received was looked for and is kept in no form at all. */
  unsourced?: true;
}

/** All content as read and valid file by file, not yet joined. */
export interface Entries {
  site: Site;
  units: { id: string; data: UnitData }[];
  topics: { id: string; data: TopicData }[];
  thesaurus: Thesaurus;
  plans: PlanEntries[];
  /**
   * Files that have faults of their own, with the text that can be made out.
   * What they might hold is not missed elsewhere: one fault is told once.
   */
  faulty?: ReadonlyMap<string, string>;
}
