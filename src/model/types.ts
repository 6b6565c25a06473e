import type { Block } from '../loader/body.ts';
import type { Certainty, Correction } from '../schema/correction.ts';
import type { ElsewhereMatter } from '../schema/elsewhere.ts';
import type { MeasureData } from '../schema/measure.ts';
import type { ChannelData, Ending, PlanData, Status } from '../schema/plan.ts';
import type { TaskProgress } from '../schema/progress.ts';
import type { Redirect } from '../schema/redirects.ts';
import type { Site } from '../schema/site.ts';
import type { LimitData, TargetData } from '../schema/target.ts';
import type { Thesaurus } from '../schema/thesaurus.ts';
import type { TopicData } from '../schema/topic.ts';
import type { Role, SuccessorData, UnitData } from '../schema/unit.ts';

/** The whole content, joined and frozen. */
export interface Handbook {
  site: Site;
  /** The office's own mark as SVG, shown as it is; undefined where the handbook's own stands for it. */
  logo: string | undefined;
  /** In the order of their first mention in the documents. */
  units: Unit[];
  topics: Topic[];
  /** Newest first. */
  plans: Plan[];
  thesaurus: Thesaurus;
  /** What the handbook does not hold, and where it belongs. */
  elsewhere: readonly ElsewhereMatter[];
  /** Where pages went that are no more at an address. */
  redirects: readonly Redirect[];
}

export interface Unit extends UnitData {
  id: string;
  /** What a reform made of it. */
  succession?: Succession;
  /** The units of which it was made, each with its succession. */
  predecessors: readonly Unit[];
}

/** A reform of a unit, with the units that it made. */
export interface Succession extends Pick<SuccessorData, 'kind' | 'on' | 'basis' | 'source'> {
  into: readonly Unit[];
  /** False until its day. */
  isPast: boolean;
}

export interface Topic extends TopicData {
  id: string;
}

/** A published document: its record, text, measures and, if it has one, its annexed list. */
export interface Plan extends Omit<PlanData, 'environments' | 'channels'> {
  id: string;
  /** How it is cited in short: its number, or without one its title, with its short title where another has the same. */
  cited: string;
  /** Whether its text was compared with the document as received. */
  compared: boolean;
  /** What holds on the day for which the handbook was joined. */
  status: Status;
  /** The status that is recorded for a later day. */
  coming?: Ending;
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
  /** Ways to be heard, advised or served that the document names. */
  channels: Channel[];
}

/** A hotline, platform or centre that a document names. */
export interface Channel extends Pick<ChannelData, 'name' | 'purpose'> {
  /** Where it is named. */
  provision: Provision;
  /** What it serves; absent where it serves all. */
  topics?: Topic[];
}

export interface Environment {
  /** From 1, in document order. */
  number: number;
  /** As printed. */
  title: string;
  short: string;
  measures: Measure[];
  /** The place in the plan's blocks of its heading, where the body prints it. */
  heading?: number;
  /** The units that its heading names. */
  mentions: UnitMention[];
}

/** A place where the text of a document names units. */
export interface UnitMention {
  /** As printed, with its brackets. */
  words: string;
  /** Within the measure's text, on the measure's heading, or on that of its environment. */
  place: 'text' | 'heading' | 'environment';
  units: Responsibility[];
  /** The stretch of the measure's text that they answer for, in UTF-16 code units. */
  start: number;
  end: number;
}

/** A piece of a printed paragraph. `start` is the place of a text in `Measure.text`, `mention` that of the words of units among `Measure.mentions`. */
export type PrintedStretch =
  | { kind: 'label' | 'title'; text: string }
  | { kind: 'text'; text: string; start: number }
  | { kind: 'units'; text: string; mention: number };

/** A paragraph or table of a measure, cut into its pieces; the first row of a table is its head. */
export type MeasureBlock =
  | { kind: 'paragraph'; stretches: PrintedStretch[] }
  | { kind: 'table'; rows: PrintedStretch[][][] };

/** A unit that a provision names, under the name printed there. */
export interface Responsibility {
  unit: Unit;
  /** As printed, which may be an alias. */
  name: string;
  /** The item of the cell that holds the name, as printed: `甲等乙` holds two. */
  item: string;
  /** As the cell states it; the order of names gives no role, but by the rule of the document. */
  role: Role;
  /** The role follows from the plan's rule on who leads, in these words of the document. */
  byRule?: string;
  /** It stands first among several of which the document gives none a role. */
  isFirst?: true;
}

/** What readers ask, as the editor foresees it, and which words answer; for search alone. */
export interface ReaderQuestions {
  /** The sentence of the provision that answers; absent where the provision as a whole does. */
  sentence?: string;
  questions: readonly string[];
  /** What readers call it. */
  words: readonly string[];
}

/** A numbered part of a document that names its responsible units. */
export type Provision = Measure | Task;

/** What measures and tasks have in common. */
interface ProvisionBase {
  plan: Plan;
  number: number;
  /** How it is called in its document: `措施9`, `第三条`, `（四）`, `第37项`. */
  reference: string;
  /** Official wording. */
  text: string;
  /** The cell or bracket of responsible units, as printed; empty where there is none. */
  unitsText: string;
  /** The units in it, in printed order. */
  units: Responsibility[];
  topics: Topic[];
  /** The audience that the text names, in its own words. */
  whom: string[];
  targets: Target[];
  limits: Limit[];
  asked: ReaderQuestions[];
  /** The editor's remarks on the reading of this text. */
  notes: Note[];
  /** It in plain language, by the editor; no part of the document. */
  plain?: string | undefined;
  /** The provision of another plan that it continues, by the editor: `<plan>/<number>`. */
  continues?: string | undefined;
}

export interface Measure extends ProvisionBase {
  kind: 'measure';
  /** As printed; where the document has none, the editor's or the first words of its text. */
  title: string;
  /** Whose words the title is: the document's, the editor's, or the beginning of the text. */
  titled: 'printed' | 'editor' | 'opening';
  /** What stands before the title in lists: the number as printed, empty where there is none. */
  mark: string;
  /** The measure as its document prints it; absent in a plan whose form follows from its numbering. */
  printed?: MeasureBlock[];
  /** Where the document names its units, in its order. */
  mentions: UnitMention[];
  /** The title in the list, where it differs. */
  listTitle?: string | undefined;
  /** Absent where the document has no chapters. */
  environment: Environment | undefined;
  tasks: Task[];
  searchTerms: string[];
  /** The measures of upper plans that it carries out, by the editor. */
  carriesOut: MeasureData['carriesOut'];
}

export interface Task extends ProvisionBase {
  kind: 'task';
  measure: Measure;
  /** Its number as the list prints it; empty where the cell is blank. */
  label: string;
  /** The lines printed above its row. */
  above: string[];
  /** The cells of its row that name units, by column; absent in a list whose columns follow from their order. */
  unitCells?: { column: string; words: string; units: Responsibility[] }[];
  /** The other cells of its row by the heads of their columns. */
  cells: Readonly<Record<string, string>>;
  /** 自主创新举措. */
  innovation: boolean;
  /** What offices published of it, the earliest first; no part of the document. */
  progress: TaskProgress[];
}

export interface Target extends Omit<TargetData, 'task'> {
  kind: 'target';
  measure: Measure;
  /** Where it is stated: a task, or in a plan without a list the measure. */
  provision: Provision;
}

/** A number that bounds something and is no target; its `kind` says how. */
export interface Limit extends Omit<LimitData, 'task'> {
  measure: Measure;
  /** Where it is stated: a task, or in a plan without a list the measure. */
  provision: Provision;
}

/** The editor's remark on one fault of the transcription. */
export interface Note {
  /** The correction's id. */
  id: string;
  kind: Correction['kind'];
  /** The words in question as they stand in the text; absent for a whole cell. */
  reading?: string;
  suggestion?: string;
  /** One sentence, in Chinese. */
  remark: string;
  basis: string;
  certainty: Certainty;
}
