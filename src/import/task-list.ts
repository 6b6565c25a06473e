import { border } from '../checks/fidelity/source-lines.ts';
import { unitSections } from '../model/unit-cells.ts';
import { withoutBlanks } from '../text/normalise.ts';
import { numberedIn } from '../text/outline-numbers.ts';
import { type Finding, uncertain, unread } from './finding.ts';
import { type Line, unreadLines } from './lines.ts';
import { type Column, headOf, isBlank, namesUnits, type UnitColumn, unitColumns } from './list-columns.ts';
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
  /** The heading over the row, without its number, where one was printed. */
  heading?: string | undefined;
  /** The cell with the measure's title. */
  measure: string;
  /** The cell with the task's words; blanks inside kept. */
  text: string;
  /** The cell of units; blanks inside kept, and one where a page has broken it. Several columns as the handbook writes them in one. */
  units: string;
  /** The same as the table prints it, with a border between the cells of several columns. */
  printedUnits: string;
}

/** A row while its list is read: the cells that name units by their columns. */
type OpenRow = Omit<PrintedRow, 'units'> & { named: Record<UnitColumn, string> };

export interface PrintedList {
  /** The head of the table as printed; none where no table was found. */
  columns: string[];
  /** The columns that the handbook shows: number, measure, text, and one or two for units. */
  shown: string[];
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

/** The columns of a head row that the handbook shows; those of units as one, unless they are two that it reads by their heads. */
function shownColumns(heads: readonly string[], columns: readonly Column[]): string[] {
  const words = (['number', 'measure', 'text'] as const)
    .map((column) => heads.filter((_, index) => columns[index] === column).join('、'))
    .filter(Boolean);
  const units = heads.filter((_, index) => namesUnits(columns[index]));
  const isRead = (head: string) => unitSections(`${head}：`)[0]?.head === head;
  const distinct = new Set(columns.filter(namesUnits)).size === 2;
  return words.length === 3 && units.length === 2 && distinct && units.every(isRead)
    ? [...words, ...units]
    : [...words, units.join('、')];
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

/** Reads the rows of the task list among its lines, the first of which is its head. */
export function readList(lines: readonly Line[]): PrintedList {
  const list: PrintedList = {
    columns: [],
    kinds: [],
    shown: [],
    rows: [],
    headings: [],
    below: [],
    heads: [],
    findings: [],
  };
  const { findings } = list;
  const rows: OpenRow[] = [];
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
      list.shown = shownColumns(printed, head);
      continue;
    }

    const cell = cellsBy(cells, columns);
    const printed = /^(\d{1,4})[.、]?$/u.exec(cell('number'))?.[1];
    if (columns.includes('number') && printed === undefined) {
      const named = unitColumns.some((column) => cell(column) !== '');
      if (!last || cell('number') !== '') {
        findings.push(...unreadLines([line], '这一行没有序号，没有读'));
        continue;
      }
      if (!(isEnded(last.text) && cell('text') !== '' && named)) {
        rows[rows.length - 1] = continued(last, cell, cells, columns);
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
      heading,
      measure: cell('measure'),
      text: cell('text'),
      named: { lead: cell('lead'), units: cell('units'), support: cell('support') },
      printedUnits: cells.filter((_, index) => namesUnits(columns[index])).join(border),
    });
    for (const words of cells.slice(columns.length).filter(Boolean))
      findings.push(unread(place, words, '清单表头之外的一栏，手册没有放处'));
    above = [];
    if (headPending) list.heads.push(number);
    headPending = false;
  }
  list.below = above;
  list.rows = rows.map(({ named, ...row }) => ({ ...row, units: unitsCell(named, list) }));
  return list;
}

/** A row with the cells of the next line, which has no number, as when a page breaks inside a row. */
const continued = (row: OpenRow, cell: CellOf, cells: readonly string[], columns: readonly Column[]): OpenRow => ({
  ...row,
  cells: row.cells.map((words, index) => {
    const next = cells[index] ?? '';
    return namesUnits(columns[index]) ? `${words} ${next}`.trim() : words + next;
  }),
  measure: row.measure + cell('measure'),
  text: row.text + cell('text'),
  named: {
    lead: `${row.named.lead} ${cell('lead')}`.trim(),
    units: `${row.named.units} ${cell('units')}`.trim(),
    support: `${row.named.support} ${cell('support')}`.trim(),
  },
});

/** The cell of units; with columns for roles, as the handbook writes them, each under its head where the handbook shows it. */
function unitsCell({ lead, units, support }: OpenRow['named'], { columns, kinds, shown }: PrintedList): string {
  const headOfKind = (kind: UnitColumn) => (shown.length > 4 ? columns[kinds.indexOf(kind)] : undefined);
  const named = [
    { head: headOfKind('lead') ?? '牵头单位', names: lead },
    { head: headOfKind('units') ?? '责任单位', names: units },
    { head: headOfKind('support') ?? '配合单位', names: support },
  ].filter(({ names }) => !isBlank(names));
  const [only] = named;
  if (shown.length <= 4 && named.length === 1 && only?.names === units) return units;
  return named.map(({ head, names }) => `${head}：${names}`).join('；');
}
