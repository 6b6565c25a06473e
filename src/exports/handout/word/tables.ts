import {
  AlignmentType,
  LineRuleType,
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
import { columnsOf, extractedRows, listHeading, rowCells } from '../../../model/printed-form.ts';
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

/** A row; one that `mayBreak` may go on on the next page, and one that `keepNext` stands on the page of what follows. */
export interface Row {
  cells: Cell[];
  isHead?: boolean;
  mayBreak?: boolean;
  keepNext?: boolean;
}

/** The styles of cells, and the space beside their words in twentieths of a point. */
export interface CellLook {
  cell: string;
  cellHead: string;
  side: number;
}

/** A table of a fixed width; its head repeats on each page. */
export function tableOf(
  rows: readonly Row[],
  widths: readonly number[],
  { cell: cellStyle, cellHead, side }: CellLook = { ...styles, side: 85 },
): Table {
  const cell = ({ words, isCentred, isHead, columns = 1, rows: rowSpan = 1 }: Cell, keepNext: boolean) =>
    new TableCell({
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { top: 70, bottom: 70, left: side, right: side },
      ...(columns > 1 && { columnSpan: columns }),
      ...(rowSpan > 1 && { rowSpan }),
      children: [
        new Paragraph({
          style: isHead ? cellHead : cellStyle,
          ...(isCentred && { alignment: AlignmentType.CENTER }),
          keepNext,
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
      ({ cells, isHead = false, mayBreak = false, keepNext = false }) =>
        new TableRow({ tableHeader: isHead, cantSplit: !mayBreak, children: cells.map((one) => cell(one, keepNext)) }),
    ),
  });
}

/** The width of the text block in millimetres, and on a page across. */
const textWidth = 156;
export const textWidthAcross = 265;

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
  if (!columns?.isPrinted) return [12, 26, 82, 36];
  return (plan.annex?.columns ?? []).map((column) => {
    if (column === columns.number) return 1;
    return column === columns.text ? 4 : 2;
  });
}

/** A list of more columns stands on pages across. */
const uprightColumns = 5;
export const isWide = ({ annex }: Plan): boolean => (annex?.columns.length ?? 0) > uprightColumns;

/** LibreOffice puts rows of long tables with footnotes on a page each (86 rows with 34 notes: 46 pages; in tables of up to 40 rows: 15). */
export const rowsOfTable = 40;

/** Rows of an environment in as few tables as hold them, cut between the groups. */
function cutIn(groups: readonly (readonly Row[])[]): Row[][] {
  const cut: Row[][] = [];
  for (const rows of groups) {
    const last = cut.at(-1);
    if (last && last.length + rows.length <= rowsOfTable) last.push(...rows);
    else cut.push([...rows]);
  }
  return cut;
}

/** What keeps two tables apart, as programs join neighbours, and lets the head of the next be seen as the beginning of one. */
const gap = () => new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT, before: 220, after: 0 } });

/**
 * Rows of the annex as printed: heads of environments across it, the cell of a measure one for its rows, the editor's notes at their words. A
 * long list is a table for each environment, a long environment cut where a measure begins.
 * @param keepNext whether its last row stands on the page of what follows it
 */
export function annexTables(plan: Plan, tasks: readonly Task[], noted: Noted, keepNext = false): (Table | Paragraph)[] {
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
  const extracted = extractedRows(plan, tasks);
  const environments = measureGroups(plan).map(({ environment, measures }) => {
    const heading = environment && listHeading(plan, environment);
    return measures
      .map((measure) => extracted.filter((task) => task.measure.number === measure.number))
      .filter((wanted) => wanted.length > 0)
      .map((wanted, at) => [
        ...(heading && at === 0 ? [across(heading)] : []),
        ...wanted.flatMap((task, index) => [...task.above.map(across), taskRow(task, index === 0, wanted.length)]),
      ]);
  });
  const head: Row = { isHead: true, keepNext: true, cells: columns.map((words) => ({ words, isHead: true })) };
  const widths = widthsBy(columnWeights(plan), isWide(plan) ? textWidthAcross : textWidth);
  const all = environments.flat(2);
  const last = all.at(-1);
  if (last) last.keepNext = keepNext;
  const tables = all.length > rowsOfTable ? environments.flatMap(cutIn) : [all];
  return tables.flatMap((rows, index) => [...(index > 0 ? [gap()] : []), tableOf([head, ...rows], widths)]);
}
