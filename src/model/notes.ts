import { type Certainty, type Correction, certainties, isOfText, type TextPlace } from '../schema/correction.ts';
import type { Note } from './types.ts';

const rowsText = (rows: readonly number[]) => (rows.length > 2 ? `${rows[0]}至${rows.at(-1)}` : rows.join('、'));

/** Rows of the list, one by one. */
export const rowNames = (numbers: readonly number[]) => numbers.map((number) => `第${number}项`).join('、');

/** What the transcription has in the cells in question, cell by cell; nothing for faults of running text. */
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
    default:
      return [];
  }
}

/** What a correction says to a reader beside the text; faults of layout alone (breaks, repeated heads) say nothing. */
export function noteOf(correction: Correction): Note | undefined {
  const { id, kind, basis, certainty } = correction;
  switch (correction.kind) {
    case 'misreading':
    case 'gap': {
      const { reading, suggestion } = correction;
      const remark =
        kind === 'gap' ? `“${reading}”处有缺字，疑作“${suggestion}”。` : `“${reading}”疑作“${suggestion}”。`;
      return { id, kind, reading, suggestion, remark, basis, certainty };
    }
    case 'restored':
      return {
        id,
        kind,
        remark: `转录作“${correction.reading}”，已复原为“${correction.suggestion}”。`,
        basis,
        certainty,
      };
    case 'text-cells':
      return {
        id,
        kind,
        remark: `第${rowsText(correction.rows)}项的文字，转录合印在别行，由编辑分开。`,
        basis,
        certainty,
      };
    case 'unit-cells':
      return {
        id,
        kind,
        remark: `第${rowsText(correction.rows)}项的责任单位，转录并连或空白，由编辑复原；原印${printedCells(correction).join('，')}。`,
        basis,
        certainty,
      };
    case 'break':
    case 'merged-cells':
    case 'page-heads':
    case 'left-out':
      return undefined;
  }
}

/** The notes that belong to one measure's text, one task or the running text of the plan. */
export const notesFor = (corrections: readonly Correction[], place: TextPlace): Note[] =>
  corrections
    .filter((correction) =>
      isOfText(correction)
        ? isSamePlace(correction.where, place)
        : place.kind === 'task' && rowsOf(correction).includes(place.number),
    )
    .flatMap((correction) => noteOf(correction) ?? []);

const rowsOf = (correction: Correction): readonly number[] => ('rows' in correction ? correction.rows : []);

/** Whether two places are one. */
export const isSamePlace = (one: TextPlace, other: TextPlace): boolean =>
  one.kind === 'body' || other.kind === 'body'
    ? one.kind === other.kind
    : one.kind === other.kind && one.number === other.number;

/** What a note on cells says was restored; such a note stands beside each of its rows. */
const cellKinds: Partial<Record<Correction['kind'], string>> = { 'text-cells': '文字', 'unit-cells': '责任单位' };

/** The notes that are on whole cells, and which cells of the row those are. */
export function cellsRestored(notes: readonly Note[]): { notes: Note[]; cells: string[] } {
  const onCells = notes.filter(({ kind }) => cellKinds[kind]);
  return { notes: onCells, cells: [...new Set(onCells.flatMap(({ kind }) => cellKinds[kind] ?? []))] };
}

/** How sure the editor is of the least certain of some notes. */
export const leastCertain = (notes: readonly Note[]): Certainty =>
  (Object.keys(certainties) as Certainty[]).findLast((one) => notes.some(({ certainty }) => certainty === one)) ??
  'high';
