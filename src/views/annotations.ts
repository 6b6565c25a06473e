import { notesFor } from '../model/notes.ts';
import { rowMark } from '../model/references.ts';
import type { Limit, Measure, Note, Plan, Provision, Target, Task } from '../model/types.ts';
import { measurePath, noteAnchor, taskAnchor, termPath } from '../routes/paths.ts';
import { quotedAt } from '../text/quotations.ts';
import type { RowEnd } from './collation.ts';
import { figureWords } from './figures.ts';
import { isExplained } from './glossary.ts';

/**
 * What a stretch or a place of official text carries. Offsets are UTF-16 code units; at a place `start` equals `end`.
 * Paths are relative to the site's base, or fragments of the page.
 */
export type Annotation = { start: number; end: number } & (
  | { kind: 'term'; path: string }
  /** A number that the document promises or sets as a bound. */
  | { kind: 'figure' }
  /** A reading that the editor doubts. */
  | { kind: 'sic' }
  /** A place where words are lost. */
  | { kind: 'gap' }
  /** A place that leads to an editor's note, or to a row of the list, whose number is the sign. */
  | { kind: 'note-ref' | 'row-ref'; path: string; sign?: string; label: string }
);

/** A piece of a text. */
export interface Segment {
  text: string;
  /** Where it begins in the whole text. */
  start: number;
  annotation?: Annotation;
  /** What else stands in it, clipped to it by the next call. */
  inner: Annotation[];
}

/** Links stand outside all else, so that none is cut; places stand between the pieces. */
const rank = ({ kind, start, end }: Annotation) => (kind === 'term' ? 0 : start < end ? 1 : 2);

/** An offset of a text moved into the text and in front of a surrogate pair that it would split. */
function boundary(text: string, offset: number): number {
  const inside = Math.min(Math.max(offset, 0), text.length);
  return (text.codePointAt(inside - 1) ?? 0) > 0xffff ? inside - 1 : inside;
}

function cut(text: string, start: number, [outer, ...rest]: readonly Annotation[]): Segment[] {
  if (!outer) return text ? [{ text, start, inner: [] }] : [];
  const [first, last] = [boundary(text, outer.start - start), boundary(text, outer.end - start)];
  const [from, to] = [start + first, start + last];
  const words = text.slice(first, last);
  const inner = rest.filter((one) => one.start < to && from < one.end);
  const before = rest.filter((one) => one.start < from || (one.end <= from && from < to));
  const after = rest.filter((one) => one.end > to || one.start >= to);
  const own = words || outer.start === outer.end ? [{ text: words, start: from, annotation: outer, inner }] : [];
  return [...cut(text.slice(0, first), start, before), ...own, ...cut(text.slice(last), to, after)];
}

/**
 * Cuts a text at its outermost annotations; those within a piece are its `inner`. Together the pieces are the text, and no surrogate
 * pair is split. `text` may be a part of the annotated text that begins at `start`; a place on the border belongs to the part before.
 */
export function segments(text: string, annotations: readonly Annotation[], start = 0): Segment[] {
  const end = start + text.length;
  const here = annotations.filter((one) =>
    one.start < one.end ? one.start < end && start < one.end : one.start <= end && (start < one.start || start === 0),
  );
  return cut(
    text,
    start,
    here.toSorted((a, b) => rank(a) - rank(b) || a.start - b.start || b.end - a.end),
  );
}

/** Where the words of targets and limits stand, none within another. What the text lacks is left out. */
function figuresIn(text: string, quantities: readonly (Target | Limit)[]): Annotation[] {
  const found = quantities.flatMap((quantity): Annotation[] => {
    const words = figureWords(quantity);
    const quotation = text.indexOf(quantity.text);
    const start = text.indexOf(words, quotation + Math.max(quantity.text.lastIndexOf(words), 0));
    return quotation < 0 || start < 0 ? [] : [{ kind: 'figure', start, end: start + words.length }];
  });
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter(({ start }, index) => found.slice(0, index).every(({ end }) => end <= start));
}

/** Where the readings of notes stand, each with the way to its note on `page`; on this page where it is ''. */
function readingsIn(text: string, notes: readonly Note[], page: string): Annotation[] {
  return notes.flatMap(({ id, kind, reading = '', suggestion = '' }): Annotation[] => {
    const start = reading ? text.indexOf(reading) : -1;
    if (start < 0) return [];
    const end = start + reading.length;
    // The words are lost where the reading stops agreeing with the suggestion.
    let lost = start;
    while (lost < end && reading[lost - start] === suggestion[lost - start]) lost++;
    const label = `编辑注：${kind === 'gap' ? '此处缺字' : `“${reading}”疑误`}`;
    return [
      kind === 'gap' ? { kind, start: lost, end: lost } : { kind: 'sic', start, end },
      { kind: 'note-ref', start: end, end, path: `${page}#${noteAnchor({ id })}`, label },
    ];
  });
}

/** Where quoted terms stand of which the page of terms says more, but for those that hold another link, or are in doubt. */
function termsIn(text: string, plan: Plan, measure: Measure | undefined, others: readonly Annotation[]): Annotation[] {
  return quotedAt(text)
    .filter(({ term }) => isExplained(plan, term, measure))
    .filter(({ start, end }) =>
      others.every(({ kind, ...other }) => kind === 'figure' || other.end <= start || end <= other.start),
    )
    .map(({ term, start, end }) => ({ kind: 'term', start, end, path: termPath(plan, term) }));
}

const rowRef = (end: number, task: Task): Annotation => ({
  kind: 'row-ref',
  start: end,
  end,
  path: `#${taskAnchor(task)}`,
  sign: rowMark(task),
  label: `任务清单${task.reference}`,
});

/** What the text of a measure or task carries. `home` is true on the page that its notes stand on; `rows` are where rows of the list end in it. */
export function annotationsOf(
  provision: Provision,
  { home = false, rows = [] }: { home?: boolean; rows?: readonly RowEnd[] } = {},
): Annotation[] {
  const { plan, text, targets, limits, notes } = provision;
  const measure = provision.kind === 'task' ? provision.measure : provision;
  const page = home ? '' : measurePath(measure);
  const marks = [
    ...figuresIn(text, [...targets, ...limits]),
    ...readingsIn(text, notes, page),
    ...rows.flatMap(({ end, tasks }) => tasks.map((task) => rowRef(end, task))),
  ];
  return [...termsIn(text, plan, measure, marks), ...marks];
}

/** The texts of a plan's body run together. */
const bodyText = ({ blocks }: Plan): string =>
  blocks
    .map((block) => (block.kind === 'table' ? block.rows.flat().join('') : block.kind !== 'measures' ? block.text : ''))
    .join('');

/** What the running text of a plan carries on the plan's page. */
export function bodyAnnotations(plan: Plan): Annotation[] {
  const text = bodyText(plan);
  const marks = readingsIn(text, notesFor(plan, { kind: 'body' }), '');
  return [...termsIn(text, plan, undefined, marks), ...marks];
}

/** A note at the end of a document for paper, with its number there. */
export interface Endnote {
  note: Note;
  number: number;
  anchor: string;
}

/** Numbers notes from the one after `before`; `suffix` sets their anchors apart where notes of several plans stand on a page. */
export const endnotesOf = (notes: readonly Note[], before = 0, suffix = ''): Endnote[] =>
  notes.map((note, index) => ({ note, number: before + index + 1, anchor: noteAnchor(note, suffix) }));

/** The numbers of the endnotes on a text: behind their readings, or behind the text where it does not hold the reading or the note is on all of it. */
export const endnoteRefs = (text: string, notes: readonly Note[], endnotes: readonly Endnote[]): Annotation[] =>
  endnotes
    .filter(({ note }) => notes.some(({ id }) => id === note.id))
    .map(({ note: { reading = '' }, number, anchor }) => {
      const found = reading ? text.indexOf(reading) : -1;
      const end = found < 0 ? text.length : found + reading.length;
      return { kind: 'note-ref', start: end, end, path: `#${anchor}`, label: `注${number}` };
    });
