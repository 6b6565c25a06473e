import type { Measure, Note, Plan, Responsibility, Task } from '../model/types.ts';
import { diffTexts } from '../text/diff.ts';
import { alignedSentences, readable, sideText } from './aligned-sentences.ts';
import { classify, type DifferenceClass } from './difference-class.ts';
import { memoized } from './memoized.ts';

interface Found {
  /** Anchor on the collation page: the row or measure and the position among its differences, so that it is stable. */
  id: string;
  class: DifferenceClass;
  measure: Measure;
}

/** Words that differ. A side that has none is empty. */
export interface WordsDifference extends Found {
  class: Exclude<DifferenceClass, 'units'>;
  /** The row of the list, where there is one. */
  task?: Task | undefined;
  plan: string;
  list: string;
  /** The editor's notes on these words: the difference may be a fault of the transcription. */
  notes: Note[];
}

/** Units that only one of the two names; each as printed where it is first named. */
export interface UnitsDifference extends Found {
  class: 'units';
  planOnly: Responsibility[];
  listOnly: Responsibility[];
}

export type CollationDifference = WordsDifference | UnitsDifference;

/** A part of a line: words common to both, or a difference. */
export type CollationPiece = { kind: 'same'; text: string } | { kind: 'difference'; difference: WordsDifference };

/** A sentence of the plan's text aligned with the same sentence in the list. */
export interface CollationLine {
  /** The row of the list that holds the sentence, or the rows where it runs over them; none if only the plan has it. */
  tasks: Task[];
  pieces: CollationPiece[];
}

/** One measure: the plan's text against the rows of the list. */
export interface MeasureCollation {
  measure: Measure;
  /** The titles, if they differ. */
  title?: CollationPiece[] | undefined;
  lines: CollationLine[];
  units?: UnitsDifference | undefined;
  /** All of the above, in the order of the page. */
  differences: CollationDifference[];
}

export interface Collation {
  plan: Plan;
  measures: MeasureCollation[];
  differences: CollationDifference[];
}

/** The notes whose reading overlaps the range from `start` to `end` of a text, or contains it if it is empty (UTF-16 code units). */
function notesOverlapping(provision: Measure | Task, start: number, end: number): Note[] {
  return provision.notes.filter(({ reading }) => {
    const at = reading ? provision.text.indexOf(reading) : -1;
    if (!reading || at < 0) return false;
    return start === end ? at <= start && start <= at + reading.length : at < end && start < at + reading.length;
  });
}

/** The range of each row in the concatenated text of all rows (UTF-16 code units). */
function rowOffsets(tasks: readonly Task[]) {
  let start = 0;
  return tasks.map((task) => {
    const row = { task, start, end: start + task.text.length };
    start = row.end;
    return row;
  });
}

function collateText(measure: Measure): CollationLine[] {
  const list = measure.tasks.map(({ text }) => text).join('');
  const rows = rowOffsets(measure.tasks);
  const counts = new Map<string, number>();
  const idIn = (place: string) => {
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    return `difference-${place}-${count}`;
  };

  let [inPlan, inList] = [0, 0];
  return alignedSentences(diffTexts(measure.text, list), measure.text, list).map((line): CollationLine => {
    const [lineStart, lineEnd] = [inList, inList + sideText(line, 'right').length];
    const held = rows.filter(({ start, end }) => start < lineEnd && lineStart < end);
    const pieces = readable(line).map((stretch): CollationPiece => {
      const [left, right] = stretch.same ? [stretch.text, stretch.text] : [stretch.left, stretch.right];
      const [planStart, listStart] = [inPlan, inList];
      inPlan += left.length;
      inList += right.length;
      if (stretch.same) return { kind: 'same', text: stretch.text };
      const row = held.find(({ end }) => listStart < end) ?? held.at(-1);
      const before = left ? measure.text.slice(0, planStart) : list.slice(0, listStart);
      const after = left ? measure.text.slice(inPlan) : list.slice(inList);
      return {
        kind: 'difference',
        difference: {
          id: idIn(row ? `${row.task.number}` : `m${measure.number}`),
          class: classify(left, right, before, after),
          measure,
          task: row?.task,
          plan: left,
          list: right,
          notes: [
            ...notesOverlapping(measure, planStart, inPlan),
            ...(row ? notesOverlapping(row.task, listStart - row.start, inList - row.start) : []),
          ],
        },
      };
    });
    return { tasks: held.map(({ task }) => task), pieces };
  });
}

/** A title without its full stop: the plan runs titles into the text, so the full stop is no difference. */
const bare = (title: string) => title.replace(/。$/u, '');

function collateTitle(measure: Measure): CollationPiece[] | undefined {
  const stretches = diffTexts(bare(measure.title), bare(measure.listTitle ?? measure.title));
  if (stretches.every(({ same }) => same)) return undefined;
  return stretches.map((stretch, index): CollationPiece => {
    if (stretch.same) return { kind: 'same', text: stretch.text };
    const [before, after] = [sideText(stretches.slice(0, index), 'left'), sideText(stretches.slice(index + 1), 'left')];
    return {
      kind: 'difference',
      difference: {
        id: `difference-m${measure.number}-title-${index}`,
        class: classify(stretch.left, stretch.right, before, after),
        measure,
        plan: stretch.left,
        list: stretch.right,
        notes: [],
      },
    };
  });
}

/** The units of one or several cells, each once, as first printed. */
export const eachUnitOnce = (units: readonly Responsibility[]): Responsibility[] =>
  units.filter(({ unit }, index) => units.findIndex((earlier) => earlier.unit.id === unit.id) === index);

/**
 * Compares the units of a measure's bracket with those of all its rows together, by their entries in the registry:
 * two names of one body are no difference; an unnamed group is an entry of its own, since it is printed as something else.
 */
function collateUnits(measure: Measure): UnitsDifference | undefined {
  // A document that names its units in one of the two places alone does not differ from itself.
  const { measures, tasks } = measure.plan;
  if (![measures, tasks].every((provisions) => provisions.some(({ units }) => units.length > 0))) return undefined;
  const inList = eachUnitOnce(measure.tasks.flatMap(({ units }) => units));
  const inPlan = eachUnitOnce(measure.units);
  const lacking = (from: readonly Responsibility[], other: readonly Responsibility[]) =>
    from.filter(({ unit }) => other.every((responsibility) => responsibility.unit.id !== unit.id));
  const planOnly = lacking(inPlan, inList);
  const listOnly = lacking(inList, inPlan);
  if (planOnly.length + listOnly.length === 0) return undefined;
  return { id: `difference-m${measure.number}-units`, class: 'units', measure, planOnly, listOnly };
}

const differencesIn = (pieces: readonly CollationPiece[]) =>
  pieces.flatMap((piece) => (piece.kind === 'difference' ? piece.difference : []));

/** Collates a measure's text, title and units with those of its rows in the list; without rows the result is empty. */
export const collateMeasure = memoized((measure: Measure): MeasureCollation => {
  if (measure.tasks.length === 0) return { measure, title: undefined, lines: [], units: undefined, differences: [] };
  const title = collateTitle(measure);
  const lines = collateText(measure);
  const units = collateUnits(measure);
  const differences = [
    ...differencesIn(title ?? []),
    ...lines.flatMap(({ pieces }) => differencesIn(pieces)),
    ...(units ? [units] : []),
  ];
  return { measure, title, lines, units, differences };
});

/** Collates the text of a plan with its list, measure by measure. */
export function collate(plan: Plan): Collation {
  const measures = plan.measures.map(collateMeasure);
  return { plan, measures, differences: measures.flatMap(({ differences }) => differences) };
}

/** Where the words of rows of the list end in a measure's text: an offset in UTF-16 code units. */
export interface RowEnd {
  end: number;
  tasks: Task[];
}

/** The plan's words in a line of a comparison. */
const planText = ({ pieces }: CollationLine): string =>
  pieces.map((piece) => (piece.kind === 'difference' ? piece.difference.plan : piece.text)).join('');

/** Where in a measure's text the words of its rows end; rows that end together stand together. */
export function rowEnds({ lines }: MeasureCollation): RowEnd[] {
  const ends: RowEnd[] = [];
  let at = 0;
  for (const [index, line] of lines.entries()) {
    at += planText(line).length;
    const tasks = line.tasks.filter((task) => !lines.slice(index + 1).some((later) => later.tasks.includes(task)));
    if (tasks.length > 0) ends.push({ end: at, tasks });
  }
  return ends;
}

/** The plan's sentences for a row of the list, with where they differ; none if the list alone has the row. */
export const linesFor = ({ lines }: MeasureCollation, task: Task): CollationLine[] =>
  lines.filter((line) => line.tasks.includes(task) && planText(line) !== '');
