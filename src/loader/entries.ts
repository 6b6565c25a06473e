import type { Correction } from '../schema/correction.ts';
import type { ElsewhereMatter } from '../schema/elsewhere.ts';
import type { MeasureData } from '../schema/measure.ts';
import type { PlanData } from '../schema/plan.ts';
import type { AnswerData } from '../schema/questions.ts';
import type { Redirect } from '../schema/redirects.ts';
import type { Site } from '../schema/site.ts';
import type { Thesaurus } from '../schema/thesaurus.ts';
import type { TopicData } from '../schema/topic.ts';
import type { UnitData } from '../schema/unit.ts';
import type { Block } from './body.ts';

/** A valid file with frontmatter. */
export interface Entry<Data> {
  /** File, relative to the content folder. */
  file: string;
  data: Data;
  blocks: readonly Block[];
}

/** One plan's folder. */
export interface PlanEntries {
  id: string;
  plan: Entry<PlanData>;
  /** By the numbers of their files. */
  measures: readonly Entry<MeasureData>[];
  /** What readers ask, by the number of the measure that answers. */
  questions: ReadonlyMap<number, readonly AnswerData[]>;
  corrections: readonly Correction[];
  /** Whether the document as received is kept in the form with which the check compares the content. */
  hasSource: boolean;
}

/** The content that is joined, valid file by file. */
export interface Entries {
  units: readonly { id: string; data: UnitData }[];
  topics: readonly { id: string; data: TopicData }[];
  thesaurus: Thesaurus;
  elsewhere: readonly ElsewhereMatter[];
  redirects: readonly Redirect[];
  plans: readonly PlanEntries[];
  /** Undefined where the file is missing or not valid. */
  site: Site | undefined;
  /** The office's own mark as SVG; undefined where it has none. */
  logo: string | undefined;
}
