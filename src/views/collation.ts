import type { Measure, Note, Plan, Responsibility, Task } from '../model/types.ts';
import { diffTexts, type Stretch } from '../text/diff.ts';
import { numbersIn } from '../text/numerals.ts';
import { memoized } from './memoized.ts';

/** Classes of differences between the plan's text and the list's, the most important first. */
export const differenceClasses = {
  substance: { label: '增删', description: '只有一处写有的句子、分句或并列项' },
  number: { label: '数字', description: '两处的数字不同' },
  units: { label: '责任单位', description: '两处写明的责任单位不同' },
  wording: { label: '措辞', description: '两处的用词不同' },
  punctuation: { label: '标点', description: '只有标点不同' },
} as const;
export type DifferenceClass = keyof typeof differenceClasses;

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

/** The classes in their order, each with how many of the differences are of it. */
export const countedClasses = (differences: readonly CollationDifference[]) =>
  (Object.keys(differenceClasses) as DifferenceClass[]).map((name) => ({
    name,
    ...differenceClasses[name],
    count: differences.filter((difference) => difference.class === name).length,
  }));

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

const onlyPunctuation = /^[\p{P}\p{S}\s]*$/u;
const clauseBorder = /^[\p{P}\p{S}]?$/u;
const numeral = /[\d.%〇一二两三四五六七八九十百千万亿]/u;

/** The numbers in words, with the numerals that stand around them, so that 4〔0〕家 is read as 40. */
function numbersAround(words: string, before: string, after: string): string {
  let [start, end] = [before.length, 0];
  while (start > 0 && numeral.test(before[start - 1] ?? '')) start--;
  while (end < after.length && numeral.test(after[end] ?? '')) end++;
  return numbersIn(before.slice(start) + words + after.slice(0, end)).join();
}

/**
 * The class of a difference in words. One side's own words are substance if they are a clause or item in themselves, that is,
 * stand between punctuation or run over it; other words are wording, unless numbers differ.
 */
export function classify(plan: string, list: string, before: string, after: string): WordsDifference['class'] {
  if (onlyPunctuation.test(plan + list)) return 'punctuation';
  const words = plan && list ? '' : plan + list;
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const opens = clauseBorder.test(before.at(-1) ?? '') || clauseBorder.test(first);
  const closes = clauseBorder.test(after[0] ?? '') || clauseBorder.test(last);
  if (words && ((opens && closes) || /.\p{P}./u.test(words))) return 'substance';
  return numbersAround(plan, before, after) === numbersAround(list, before, after) ? 'wording' : 'number';
}

/** Whether a sentence, closing marks included, ends at an offset (UTF-16 code units); the ends of the text count. */
function sentenceEnds(text: string, at: number): boolean {
  return (
    at === 0 ||
    at === text.length ||
    (/[。；！？][”’）》]?$/u.test(text.slice(0, at)) && !/[”’）》]/u.test(text[at] ?? ''))
  );
}

/** Cuts a comparison wherever a sentence ends on both sides. */
function sentences(stretches: readonly Stretch[], plan: string, list: string): Stretch[][] {
  const lines: Stretch[][] = [];
  let line: Stretch[] = [];
  let [inPlan, inList] = [0, 0];
  const take = (stretch: Stretch) => {
    line.push(stretch);
    inPlan += (stretch.same ? stretch.text : stretch.left).length;
    inList += (stretch.same ? stretch.text : stretch.right).length;
    if (!sentenceEnds(plan, inPlan) || !sentenceEnds(list, inList)) return;
    lines.push(line);
    line = [];
  };
  for (const stretch of stretches) {
    if (!stretch.same) {
      take(stretch);
      continue;
    }
    let from = 0;
    const [planStart, listStart] = [inPlan, inList];
    for (let at = 1; at <= stretch.text.length; at++)
      if (at === stretch.text.length || (sentenceEnds(plan, planStart + at) && sentenceEnds(list, listStart + at))) {
        take({ same: true, text: stretch.text.slice(from, at) });
        from = at;
      }
  }
  return lines;
}

const sideText = (stretches: readonly Stretch[], side: 'left' | 'right') =>
  stretches.map((stretch) => (stretch.same ? stretch.text : stretch[side])).join('');

/** Makes one difference of a sentence of which less than half agrees: marks around single common characters are not readable. */
export function readable(line: Stretch[]): Stretch[] {
  const [left, right] = [sideText(line, 'left'), sideText(line, 'right')];
  const same = line.reduce((length, stretch) => length + (stretch.same ? stretch.text.length : 0), 0);
  return left && right && same * 2 < Math.max(left.length, right.length) ? [{ same: false, left, right }] : line;
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
  return sentences(diffTexts(measure.text, list), measure.text, list).map((line): CollationLine => {
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
