import { type Certainty, type Correction, certainties, isOfText, type TextPlace } from '../schema/correction.ts';
import type { Note, Plan } from './types.ts';

/** `3、5`, or `3至7` for more than two. */
const rowRange = (rows: readonly number[]) => (rows.length > 2 ? `${rows[0]}至${rows.at(-1)}` : rows.join('、'));

/** Rows of the list, one by one. */
export const rowNames = (numbers: readonly number[]) => numbers.map((number) => `第${number}项`).join('、');

/** What the transcription prints in the cells in question, cell by cell; empty for faults of running text. */
export function printedCells(correction: Correction): string[] {
  switch (correction.kind) {
    case 'text-cells':
      return Object.entries(correction.printed).map(
        ([row, tasks]) => `第${row}行：${tasks.length > 0 ? `${rowNames(tasks)}的文字` : '空白'}`,
      );
    case 'unit-cells':
      return Object.entries(correction.printed).map(([row, cell]) => `第${row}行：${cell || '空白'}`);
    case 'merged-cells':
      return [
        Object.entries(correction.printed)
          .map(([measure, row]) => `措施${measure}印在第${row}行`)
          .join('，'),
      ];
    case 'page-heads':
      return [`${rowNames(correction.rows)}之前`];
    case 'split-row':
      return [correction.printed.join('／')];
    default:
      return [];
  }
}

/** What a note says, and the words that it is about where they stand in the text. */
function remarkOf(correction: Correction, copy: string): Pick<Note, 'remark' | 'reading' | 'suggestion'> | undefined {
  switch (correction.kind) {
    case 'misreading':
    case 'gap': {
      const { kind, reading, suggestion } = correction;
      const gap = kind === 'gap' ? '处有缺字，' : '';
      return { reading, suggestion, remark: `“${reading}”${gap}疑为“${suggestion}”。` };
    }
    case 'restored':
      return { remark: `${copy}作“${correction.reading}”，已复原为“${correction.suggestion}”。` };
    case 'text-cells':
      return { remark: `第${rowRange(correction.rows)}项的文字，${copy}合印在别行，由编辑分开。` };
    case 'unit-cells':
      return {
        remark: `第${rowRange(correction.rows)}项的责任单位，${copy}并连或空白，由编辑复原；原印${printedCells(correction).join('，')}。`,
      };
    case 'break':
    case 'merged-cells':
    case 'page-heads':
    case 'split-row':
    case 'left-out':
      return undefined;
  }
}

/** The note of a correction. Faults of layout alone, as breaks and repeated heads, have none. */
function noteOf(correction: Correction, copy: string): Note | undefined {
  const { id, kind, basis, certainty } = correction;
  const remark = remarkOf(correction, copy);
  return remark && { id, kind, ...remark, basis, certainty };
}

/** The notes that belong to one measure's text, one task or the running text of the plan. */
export const notesFor = ({ corrections, words }: Pick<Plan, 'corrections' | 'words'>, place: TextPlace): Note[] =>
  corrections
    .filter((correction) =>
      isOfText(correction)
        ? isSamePlace(correction.where, place)
        : place.kind === 'task' && 'rows' in correction && correction.rows.includes(place.number),
    )
    .flatMap((correction) => noteOf(correction, words.copy) ?? []);

/** Whether two places are one. */
export const isSamePlace = (one: TextPlace, other: TextPlace): boolean =>
  one.kind === 'body' || other.kind === 'body'
    ? one.kind === other.kind
    : one.kind === other.kind && one.number === other.number;

/** The cell that a correction restored, by its kind; its note stands beside each of its rows. */
const cellKinds: Partial<Record<Correction['kind'], string>> = { 'text-cells': '文字', 'unit-cells': '责任单位' };

/** The notes on whole cells, and the names of those cells. */
export function cellsRestored(notes: readonly Note[]): { notes: Note[]; cells: string[] } {
  const onCells = notes.filter(({ kind }) => cellKinds[kind]);
  return { notes: onCells, cells: [...new Set(onCells.flatMap(({ kind }) => cellKinds[kind] ?? []))] };
}

/** The lowest certainty of some notes. */
export const leastCertain = (notes: readonly Note[]): Certainty =>
  (Object.keys(certainties) as Certainty[]).findLast((one) => notes.some(({ certainty }) => certainty === one)) ??
  'high';
