import {
  AlignmentType,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { measureGroups } from '../../../model/plan.ts';
import { columnsOf, listHeading, rowCells } from '../../../model/printed-form.ts';
import type { Plan, Task } from '../../../model/types.ts';
import { mayBreak } from '../../../views/paper-rows.ts';
import type { Noted } from './footnotes.ts';
import { styles, twips } from './styles.ts';

/** A cell: its words as a text or in pieces. */
export interface Cell {
  words: string | ParagraphChild[];
  isCentred?: boolean;
  isHead?: boolean;
  columns?: number;
  rows?: number;
}

/** A row; one that `mayBreak` may go on on the next page. */
interface Row {
  cells: Cell[];
  isHead?: boolean;
  mayBreak?: boolean;
}

/** A table of a fixed width; its head repeats on each page. */
export function tableOf(rows: readonly Row[], widths: readonly number[]): Table {
  const cell = ({ words, isCentred, isHead, columns = 1, rows: rowSpan = 1 }: Cell) =>
    new TableCell({
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { top: 85, bottom: 85, left: 85, right: 85 },
      ...(columns > 1 && { columnSpan: columns }),
      ...(rowSpan > 1 && { rowSpan }),
      children: [
        new Paragraph({
          style: isHead ? styles.cellHead : styles.cell,
          ...(isCentred && { alignment: AlignmentType.CENTER }),
          ...(isHead && columns > 1 && { alignment: AlignmentType.LEFT, keepNext: true }),
          children: typeof words === 'string' ? [new TextRun(words)] : words,
        }),
      ],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: rows.map(
      ({ cells, isHead = false, mayBreak = false }) =>
        new TableRow({ tableHeader: isHead, cantSplit: !mayBreak, children: cells.map(cell) }),
    ),
  });
}

/** The width of the text block in millimetres. */
const textWidth = 156;

/** A text block shared out by weights. */
export function widthsBy(weights: readonly number[], millimetres = textWidth): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => twips((weight / all) * millimetres));
}

/** A table of the text, its columns of one width. */
export const textTable = (rows: readonly (string | ParagraphChild[])[][]): Table =>
  tableOf(
    rows.map((cells, index) => ({
      isHead: index === 0,
      cells: cells.map((words) => ({ words, isHead: index === 0 })),
    })),
    widthsBy((rows[0] ?? ['']).map(() => 1)),
  );

/** How wide a column of the annex is against the others. */
function columnWeights(plan: Plan): number[] {
  const columns = columnsOf(plan.annex);
  if (!columns?.isPrinted) return [14, 28, 76, 38];
  return (plan.annex?.columns ?? []).map((column) => {
    if (column === columns.number) return 1;
    return column === columns.text ? 4 : 2;
  });
}

/** Rows of the annex as printed: heads of environments across it, the cell of a measure one for its rows, the editor's notes at their words. */
export function annexTable(plan: Plan, tasks: readonly Task[], noted: Noted): Table {
  const columns = plan.annex?.columns ?? [];
  const isPrinted = columnsOf(plan.annex)?.isPrinted;
  const across = (words: string): Row => ({ cells: [{ words, isHead: true, columns: columns.length }] });
  const taskRow = (task: Task, isFirst: boolean, count: number): Row => ({
    mayBreak: mayBreak(task.text),
    cells: rowCells(plan, task).flatMap(({ kind, words }): Cell[] => {
      const notes = (onUnits: boolean) => task.notes.filter((note) => (note.kind === 'unit-cells') === onUnits);
      switch (kind) {
        case 'number':
          return [{ words, isCentred: true }];
        case 'measure':
          if (isPrinted) return [{ words }];
          return isFirst ? [{ words, rows: count }] : [];
        case 'text':
          return [{ words: noted(words, notes(false)) }];
        case 'units':
          return [{ words: noted(words, notes(true)) }];
        default:
          return [{ words }];
      }
    }),
  });
  const body = measureGroups(plan).flatMap(({ environment, measures }) => {
    const heading = environment && listHeading(plan, environment);
    const rows = measures.flatMap((measure) => {
      const wanted = measure.tasks.filter((task) => tasks.includes(task));
      return wanted.flatMap((task, index) => [...task.above.map(across), taskRow(task, index === 0, wanted.length)]);
    });
    return [...(heading && rows.length > 0 ? [across(heading)] : []), ...rows];
  });
  return tableOf(
    [{ isHead: true, cells: columns.map((words) => ({ words, isHead: true })) }, ...body],
    widthsBy(columnWeights(plan)),
  );
}
