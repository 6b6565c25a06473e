import type { Block } from '../loader/body.ts';
import type { Certainty, Correction } from '../schema/correction.ts';
import type { MeasureData } from '../schema/measure.ts';
import type { PlanData } from '../schema/plan.ts';
import type { Site } from '../schema/site.ts';
import type { LimitData, TargetData } from '../schema/target.ts';
import type { Thesaurus } from '../schema/thesaurus.ts';
import type { TopicData } from '../schema/topic.ts';
import type { Role, UnitData } from '../schema/unit.ts';

/** The whole content, joined and checked; frozen, so that every page sees the same. */
export interface Handbook {
  site: Site;
  /** In the order in which the documents first name them. */
  units: Unit[];
  topics: Topic[];
  /** Newest first. */
  plans: Plan[];
  thesaurus: Thesaurus;
}

export interface Unit extends UnitData {
  id: string;
}

export interface Topic extends TopicData {
  id: string;
}

/** A published document: its record, text, measures and annexed list, if it has one. */
export interface Plan extends PlanData {
  id: string;
  /** Its place among the plans of the handbook, the newest first, from 0. */
  order: number;
  blocks: Block[];
  environments: Environment[];
  measures: Measure[];
  /** All rows of the list, in its order; none where there is no list. */
  tasks: Task[];
  targets: Target[];
  limits: Limit[];
  corrections: Correction[];
}

export interface Environment {
  /** From 1, in document order. */
  number: number;
  /** As printed. */
  title: string;
  short: string;
  measures: Measure[];
}

/** A unit that a provision names, under the name printed there. */
export interface Responsibility {
  unit: Unit;
  /** As printed: an alias may stand here. */
  name: string;
  /** The item of the cell that holds the name, as printed: `甲等乙` names two. */
  item: string;
  /** Only what the cell says; the order of names gives no role. */
  role: Role;
}

/** A part of a document that names who answers for it. */
export type Provision = Measure | Task;

/** What a measure and a task have in common: official words and the units that answer for them. */
interface ProvisionBase {
  plan: Plan;
  number: number;
  /** Official wording. */
  text: string;
  /** The units as printed. */
  unitsText: string;
  /** The same, resolved, in printed order. */
  units: Responsibility[];
  topics: Topic[];
  /** Whom the text names as those it is for, in its own words. */
  whom: string[];
  targets: Target[];
  limits: Limit[];
  /** The editor's remarks on the reading of this text. */
  notes: Note[];
  /** What of another plan the editor says that it continues: `<plan>/<number>`. */
  continues?: string | undefined;
}

export interface Measure extends ProvisionBase {
  kind: 'measure';
  title: string;
  /** The title in the list, where it differs. */
  listTitle?: string | undefined;
  environment: Environment;
  tasks: Task[];
  searchTerms: string[];
  /** The provisions of upper plans that it carries out, as the editor gives them; a link where their text is there. */
  carriesOut: MeasureData['carriesOut'];
  /** The measure in everyday words: the editor's, no part of the document. */
  plain?: string | undefined;
}

export interface Task extends ProvisionBase {
  kind: 'task';
  measure: Measure;
  /** 自主创新举措. */
  innovation: boolean;
}

export interface Target extends Omit<TargetData, 'task'> {
  kind: 'target';
  measure: Measure;
  /** What promises it: a row of the list, or where the plan has no list the measure. */
  provision: Provision;
}

/** A number that bounds something and is no target; its `kind` says how. */
export interface Limit extends Omit<LimitData, 'task'> {
  measure: Measure;
  /** What sets it: a row of the list, or where the plan has no list the measure. */
  provision: Provision;
}

/** An editor's remark on one reading of the transcription. */
export interface Note {
  /** The correction's id. */
  id: string;
  kind: Correction['kind'];
  /** The words in question as they stand in the text; absent where the remark is on a whole cell. */
  reading?: string;
  suggestion?: string;
  /** One sentence, in Chinese. */
  remark: string;
  basis: string;
  certainty: Certainty;
}
