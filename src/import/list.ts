import { border } from '../checks/fidelity/transcript.ts';
import { unitSections } from '../model/unit-cells.ts';
import { numberedIn } from '../text/outline-numbers.ts';
import type { Finding } from './finding.ts';
import { type Line, tidy } from './lines.ts';
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
  heads.find(([, words]) => words.test(tidy(head).replace(/[（(].*$/u, '')))?.[0] ?? 'other';

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

const oneSpaced = (words: string) => words.replace(/\s+/gu, ' ');

/** Whether a line between rows is a heading of the list. */
const isListHeading = (line: Line) => line.text.length <= 40 && !/[。；]/u.test(line.text);

/** Reads the rows of the task list among its lines, the first of which is its head. */
export function readList(lines: readonly Line[]): PrintedList {
  const list: PrintedList = { columns: [], shown: [], rows: [], headings: [], heads: [], findings: [] };
  const rows: OpenRow[] = [];
  let columns: Column[] = [];
  let page = -1;
  let heading: string | undefined;
  let headPending = false;
  const unread = (line: Line, why: string) =>
    list.findings.push({ kind: 'unread', line: line.number, found: (line.cells ?? [line.text]).join('｜'), why });

  for (const line of lines) {
    if (!line.cells) {
      const last = rows.at(-1);
      if (last && last.text !== '' && !isEnded(last.text) && !numberedIn(line.text)) {
        last.text += line.text;
        list.findings.push({
          kind: 'uncertain',
          line: line.number,
          found: line.text,
          why: `接在第${last.number}项后面`,
        });
      } else if (isListHeading(line)) {
        heading = line.text;
        list.headings.push(line);
      } else unread(line, '清单里的这一行没有读懂，没有写进草稿');
      continue;
    }
    const head = headOf(line.cells);
    if (head) {
      if (list.columns.length > 0 && list.columns.join() !== line.cells.map(oneSpaced).join())
        unread(line, '表头与前面的不同，按新的表头读');
      columns = head;
      if (list.columns.length === 0) {
        list.columns = line.cells.map(oneSpaced);
        list.shown = shownColumns(list.columns, head);
        if (list.shown.join() !== list.columns.join())
          list.findings.push({
            kind: 'uncertain',
            line: line.number,
            found: list.columns.join('｜'),
            why: `表头在手册里记作“${list.shown.join('｜')}”`,
          });
      }
      page++;
      headPending = true;
      continue;
    }
    const cell = (column: Column) =>
      line.cells
        ?.filter((_, index) => columns[index] === column)
        .filter(Boolean)
        .join(' ') ?? '';
    const rest = line.cells.filter((words, index) => words && (columns[index] ?? 'other') === 'other');
    for (const words of rest)
      unread(
        { number: line.number, text: words },
        `清单的这一栏手册没有：${list.columns[line.cells.indexOf(words)] ?? '表头之外'}`,
      );

    const printed = /^(\d{1,4})[.、]?$/u.exec(cell('number'))?.[1];
    if (!columns.includes('number') || printed !== undefined) {
      const number = printed === undefined ? (rows.at(-1)?.number ?? 0) + 1 : Number(printed);
      if (number === 0) {
        unread(line, '序号是 0');
        continue;
      }
      rows.push({
        number,
        line: line.number,
        page,
        heading,
        measure: cell('measure'),
        text: cell('text'),
        named: { lead: cell('lead'), units: cell('units'), support: cell('support') },
        printedUnits: line.cells.filter((_, index) => namesUnits(columns[index])).join(border),
      });
      if (headPending) list.heads.push(number);
      headPending = false;
      continue;
    }
    const last = rows.at(-1);
    if (last && cell('number') === '') continueRow(last, cell, line, list.findings);
    else unread(line, '这一行没有序号，没有读');
  }
  list.rows = rows.map(({ named, ...row }) => ({ ...row, units: unitsCell(named, list.shown) }));
  return list;
}

/** The cell of units; with columns for roles, as the handbook writes them, each under its head where the handbook shows it. */
function unitsCell({ lead, units, support }: OpenRow['named'], shown: readonly string[]): string {
  const own = shown.length > 4 ? shown.slice(3) : [];
  const parts = (
    [
      ['牵头', lead],
      ['责任', units],
      ['配合', support],
    ] as const
  ).filter(([, names]) => !/^[-—/无\s]*$/u.test(names));
  if (own.length === 0 && parts.length === 1 && parts[0]?.[0] === '责任') return parts[0][1];
  return parts
    .map(([role, names]) => `${own.find((head) => head.startsWith(role)) ?? `${role}单位`}：${names}`)
    .join('；');
}

/** A row without a number goes on with the one before, as when a page breaks inside a row. */
function continueRow(row: OpenRow, cell: (column: Column) => string, line: Line, findings: Finding[]): void {
  row.measure += cell('measure');
  row.text += cell('text');
  for (const column of unitColumns) row.named[column] = `${row.named[column]} ${cell(column)}`.trim();
  const found = (line.cells ?? []).filter(Boolean).join('｜');
  findings.push({ kind: 'uncertain', line: line.number, found, why: `这一行没有序号，接在第${row.number}项后面` });
}
