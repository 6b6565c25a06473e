import { border } from '../checks/fidelity/source-lines.ts';
import { unitSections } from '../model/unit-cells.ts';
import { tidyBlanks } from '../text/normalise.ts';
import { numberedIn } from '../text/outline-numbers.ts';
import { type Finding, uncertain, unread } from './finding.ts';
import type { Line } from './lines.ts';
import { isEnded } from './paragraphs.ts';

/** What a column of a task list holds. */
type Column = 'number' | 'measure' | 'text' | 'units' | 'lead' | 'support' | 'other';

const unitColumns = ['lead', 'units', 'support'] as const satisfies readonly Column[];
type UnitColumn = (typeof unitColumns)[number];

const heads: readonly [Column, RegExp][] = [
  ['number', /^(?:序号|编号|项号|号)$/u],
  ['lead', /牵头/u],
  ['support', /配合|协同|协办|参与/u],
  ['units', /责任|单位|部门/u],
  ['text', /内容|具体任务|具体措施|举措|目标任务/u],
  ['measure', /措施|任务|事项|项目/u],
];

/** A row of the list as printed. */
export interface PrintedRow {
  number: number;
  line: number;
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
  /** The lines between rows that are taken for headings. */
  headings: Line[];
  /** The numbers of the rows before which the head is printed. */
  heads: number[];
  findings: Finding[];
}

const columnOf = (head: string): Column =>
  heads.find(([, words]) => words.test(tidyBlanks(head).replace(/[（(].*$/u, '')))?.[0] ?? 'other';

/** The columns of a head row; undefined if a row is none. */
function headOf(cells: readonly string[]): Column[] | undefined {
  const columns = cells.map(columnOf);
  const known = columns.filter((column) => column !== 'other');
  const short = cells.every((cell) => cell.length <= 30 && !/[。；]/u.test(cell));
  if (!short || known.length < 3 || !columns.some((column) => ['units', 'lead'].includes(column))) return undefined;
  // With one column of words, that is the task's.
  if (!columns.includes('text') && columns.includes('measure')) columns[columns.lastIndexOf('measure')] = 'text';
  return columns;
}

/** Whether a row is the head of a task list. */
export const isListHead = (cells: readonly string[]): boolean => headOf(cells) !== undefined;

/** Whether a row is the head of another table than the list with this head: it begins as one, and shares nothing else with it. */
export const isOtherHead = (cells: readonly string[], list: readonly string[]): boolean =>
  columnOf(cells[0] ?? '') === 'number' &&
  !isListHead(cells) &&
  !cells.slice(1).some((cell) => cell && list.includes(cell));

const namesUnits = (column: Column | undefined) => unitColumns.some((one) => one === column);

/** The places of the cells that name units in a list with this head; undefined for a row that is no head. */
export const unitPlaces = (cells: readonly string[]): number[] | undefined =>
  headOf(cells)?.flatMap((column, place) => (namesUnits(column) ? [place] : []));

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

/** Whether a line between rows is a heading of the list. */
const isListHeading = (line: Line) => line.text.length <= 40 && !/[。；]/u.test(line.text);

/** The cell of a row below a column; several such cells as one, set apart by blanks. */
type CellOf = (column: Column) => string;

const cellsBy =
  (cells: readonly string[], columns: readonly Column[]): CellOf =>
  (column) =>
    cells.filter((words, index) => words && columns[index] === column).join(' ');

/** Reads the rows of the task list among its lines, the first of which is its head. */
export function readList(lines: readonly Line[]): PrintedList {
  const list: PrintedList = { columns: [], shown: [], rows: [], headings: [], heads: [], findings: [] };
  const { findings } = list;
  const rows: OpenRow[] = [];
  let columns: Column[] = [];
  let page = -1;
  let heading: string | undefined;
  let headPending = false;
  const leftOut = ({ number, text, cells = [text] }: Line, why: string) => unread(number, cells.join('｜'), why);

  for (const line of lines) {
    const { number: place, text, cells } = line;
    const last = rows.at(-1);
    if (!cells) {
      if (last && last.text !== '' && !isEnded(last.text) && !numberedIn(text)) {
        last.text += text;
        findings.push(uncertain(place, text, `接在第${last.number}项后面`));
      } else if (isListHeading(line)) {
        heading = text;
        list.headings.push(line);
      } else findings.push(leftOut(line, '清单里的这一行没有读懂，没有写进草稿'));
      continue;
    }
    const head = headOf(cells);
    if (head) {
      const printed = cells.map((cell) => cell.replace(/\s+/gu, ' '));
      columns = head;
      page++;
      headPending = true;
      if (list.columns.length > 0) {
        if (list.columns.join() !== printed.join()) findings.push(leftOut(line, '表头与前面的不同，按新的表头读'));
        continue;
      }
      list.columns = printed;
      list.shown = shownColumns(printed, head);
      if (list.shown.join() !== printed.join())
        findings.push(uncertain(place, printed.join('｜'), `表头在手册里记作“${list.shown.join('｜')}”`));
      continue;
    }
    for (const [index, words] of cells.entries())
      if (words && (columns[index] ?? 'other') === 'other')
        findings.push(unread(place, words, `清单的这一栏手册没有：${list.columns[index] ?? '表头之外'}`));

    const cell = cellsBy(cells, columns);
    const printed = /^(\d{1,4})[.、]?$/u.exec(cell('number'))?.[1];
    if (columns.includes('number') && printed === undefined) {
      if (!last || cell('number') !== '') findings.push(leftOut(line, '这一行没有序号，没有读'));
      else {
        rows[rows.length - 1] = continued(last, cell);
        const why = `这一行没有序号，接在第${last.number}项后面`;
        findings.push(uncertain(place, cells.filter(Boolean).join('｜'), why));
      }
      continue;
    }
    const number = printed === undefined ? (last?.number ?? 0) + 1 : Number(printed);
    if (number === 0) {
      findings.push(leftOut(line, '序号是 0'));
      continue;
    }
    rows.push({
      number,
      line: place,
      page,
      heading,
      measure: cell('measure'),
      text: cell('text'),
      named: { lead: cell('lead'), units: cell('units'), support: cell('support') },
      printedUnits: cells.filter((_, index) => namesUnits(columns[index])).join(border),
    });
    if (headPending) list.heads.push(number);
    headPending = false;
  }
  list.rows = rows.map(({ named, ...row }) => ({ ...row, units: unitsCell(named, list.shown) }));
  return list;
}

/** A row with the cells of the next line, which has no number, as when a page breaks inside a row. */
const continued = (row: OpenRow, cell: CellOf): OpenRow => ({
  ...row,
  measure: row.measure + cell('measure'),
  text: row.text + cell('text'),
  named: {
    lead: `${row.named.lead} ${cell('lead')}`.trim(),
    units: `${row.named.units} ${cell('units')}`.trim(),
    support: `${row.named.support} ${cell('support')}`.trim(),
  },
});

/** The cell of units; with columns for roles, as the handbook writes them, each under its head where the handbook shows it. */
function unitsCell({ lead, units, support }: OpenRow['named'], shown: readonly string[]): string {
  const own = shown.length > 4 ? shown.slice(3) : [];
  const named = { 牵头: lead, 责任: units, 配合: support };
  const parts = Object.entries(named).filter(([, names]) => !/^[-—/无\s]*$/u.test(names));
  const [only] = parts;
  if (own.length === 0 && parts.length === 1 && only?.[0] === '责任') return only[1];
  return parts
    .map(([role, names]) => `${own.find((head) => head.startsWith(role)) ?? `${role}单位`}：${names}`)
    .join('；');
}
