import { withoutBlanks } from '../text/normalise.ts';
import { numberedIn } from '../text/outline-numbers.ts';
import { type Finding, uncertain, unread } from './finding.ts';
import { type Line, unreadLines } from './lines.ts';
import { type Column, headOf, isBlank, namesUnits } from './list-columns.ts';
import { isEnded } from './paragraphs.ts';

/** A row of the list as printed. */
export interface PrintedRow {
  /** The number as printed, or counted on where the cell is blank. */
  number: number;
  /** The cell of the number as printed. */
  label: string;
  line: number;
  /** All cells as printed, by their columns. */
  cells: string[];
  /** The lines between the row before and this one. */
  above: string[];
  /** The page of the list, as repeated heads divide it; from 0. */
  page: number;
  /** The page on which it ends. */
  endPage: number;
  /** The heading over the row, without its number, where one was printed. */
  heading?: string | undefined;
  /** The lines of which the row is printed, cells and repeated heads among them, where it is more than one. */
  pieces?: (readonly string[])[] | undefined;
  /** The cell with the measure's title. */
  measure: string;
  /** The cell with the task's words; blanks inside kept. */
  text: string;
  /** The cell of a column of units that gives no role; blanks inside kept, and one where a page has broken it. */
  units: string;
}

export interface PrintedList {
  /** The head of the table as printed; none where no table was found. */
  columns: string[];
  rows: PrintedRow[];
  /** What each of the columns holds. */
  kinds: Column[];
  /** The lines between rows that are taken for headings. */
  headings: Line[];
  /** The lines below the last row. */
  below: string[];
  /** The numbers of the rows before which the head is printed. */
  heads: number[];
  findings: Finding[];
}

/** The words of a head as printed, without the blanks that space out its characters. */
const headWords = (cell: string) => (/^(?:\S\s+)+\S$/u.test(cell) ? withoutBlanks(cell) : cell.replace(/\s+/gu, ' '));

/** Whether a line between rows is a heading of the list. */
const isHeadingText = (text: string) => text.length <= 40 && !/[。；]/u.test(text);

/** The cell of a row below a column; several such cells as one, set apart by blanks. */
type CellOf = (column: Column) => string;

const cellsBy =
  (cells: readonly string[], columns: readonly Column[]): CellOf =>
  (column) =>
    cells.filter((words, index) => words && columns[index] === column).join(' ');

const unitsOf = (cell: CellOf): string => (isBlank(cell('units')) ? '' : cell('units'));

/** Reads the rows of the task list among its lines, the first of which is its head. */
export function readList(lines: readonly Line[]): PrintedList {
  const list: PrintedList = {
    columns: [],
    kinds: [],
    rows: [],
    headings: [],
    below: [],
    heads: [],
    findings: [],
  };
  const { findings } = list;
  const hasEndSigns = lines.some(({ cells }) => cells?.some(isEnded));
  const rows: PrintedRow[] = [];
  let columns: Column[] = [];
  let page = -1;
  let heading: string | undefined;
  let above: string[] = [];

  let headPending = false;

  for (const line of lines) {
    const { number: place, text, cells: printedCells } = line;
    const last = rows.at(-1);
    const filled = printedCells?.filter(Boolean) ?? [];
    const isOne = printedCells !== undefined && filled.length === 1 && !/^\d/u.test(filled[0] ?? '');
    if (!printedCells || (isOne && isHeadingText(filled[0] ?? '') && numberedIn(filled[0] ?? ''))) {
      const words = printedCells ? (filled[0] ?? '') : text;
      if (!printedCells && last && last.text !== '' && !isEnded(last.text) && !numberedIn(text)) {
        last.text += text;
        last.cells = last.cells.map((cell, index) => (index === columns.lastIndexOf('text') ? cell + text : cell));
        findings.push(uncertain(place, text, '这一行接在清单上一项的文字后面'));
      } else if (isHeadingText(words)) {
        heading = words;
        above.push(words);
        list.headings.push({ number: place, text: words });
      } else if (last) above.push(words);
      else findings.push(...unreadLines([line], '清单里的这一行没有读懂，没有写进草稿'));
      continue;
    }
    const cells = printedCells;
    const head = headOf(cells);
    if (head) {
      const printed = cells.map(headWords);
      columns = head;
      page++;
      headPending = true;
      if (list.columns.length > 0) {
        if (list.columns.join() !== printed.join())
          findings.push(...unreadLines([line], '表头与前面的不同，按新的表头读'));
        continue;
      }
      list.columns = printed;
      list.kinds = head;
      continue;
    }

    const cell = cellsBy(cells, columns);
    const printed = /^(\d{1,4})[.、]?$/u.exec(cell('number'))?.[1];
    if (columns.includes('number') && printed === undefined) {
      const named = cells.some((words, index) => words !== '' && namesUnits(columns[index]));
      if (!last || cell('number') !== '') {
        findings.push(...unreadLines([line], '这一行没有序号，没有读'));
        continue;
      }
      if (cell('text') === '' || !named || isBroken(last, cells, columns, hasEndSigns)) {
        const between = last.endPage < page ? [list.columns] : [];
        const pieces = [...(last.pieces ?? [last.cells]), ...between, cells];
        rows[rows.length - 1] = { ...continued(last, cell, cells, columns), endPage: page, pieces };
        findings.push(uncertain(place, filled.join('｜'), '清单里没有序号的行，接在上一项后面'));
        continue;
      }
      findings.push(uncertain(place, filled.join('｜'), '序号是几行合用的单元格，每一行当作一项'));
    }
    const number = printed === undefined ? (last?.number ?? 0) + (columns.includes('number') ? 0 : 1) : Number(printed);
    if (number === 0) {
      findings.push(...unreadLines([line], '序号是 0'));
      continue;
    }
    rows.push({
      number,
      label: cell('number'),
      line: place,
      cells: columns.map((_, index) => cells[index] ?? ''),
      above,
      page,
      endPage: page,
      heading,
      measure: cell('measure'),
      text: cell('text'),
      units: unitsOf(cell),
    });
    for (const words of cells.slice(columns.length).filter(Boolean))
      findings.push(unread(place, words, '清单表头之外的一栏，手册没有放处'));
    above = [];
    if (headPending) list.heads.push(number);
    headPending = false;
  }
  list.below = above;
  list.rows = rows;
  return list;
}

/**
 * Whether the cells of a line without a number may be the rest of the row before it: its words have no end sign, as some
 * of the list have, and no column beside words and units is filled in both.
 */
const isBroken = (
  last: PrintedRow,
  cells: readonly string[],
  columns: readonly Column[],
  hasEndSigns: boolean,
): boolean =>
  !isEnded(last.text) &&
  hasEndSigns &&
  !columns.some((column, index) => column === 'other' && cells[index] && last.cells[index]);

/** A row with the cells of the next line, which has no number, as when a page breaks inside a row. */
const continued = (
  row: PrintedRow,
  cell: CellOf,
  cells: readonly string[],
  columns: readonly Column[],
): PrintedRow => ({
  ...row,
  cells: row.cells.map((words, index) => {
    const next = cells[index] ?? '';
    return namesUnits(columns[index]) ? `${words} ${next}`.trim() : words + next;
  }),
  measure: row.measure + cell('measure'),
  text: row.text + cell('text'),
  units: `${row.units} ${unitsOf(cell)}`.trim(),
});
