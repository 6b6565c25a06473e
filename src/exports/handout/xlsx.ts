import type { Cell, CellStyle, RowDef, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { provisionLabel } from '../../model/plan.ts';
import { copyStatement } from '../../model/printed-form.ts';
import type { Provision } from '../../model/types.ts';
import { planCitation } from '../../views/citation.ts';
import { type Handout, reportRecord, reportTitle } from '../../views/handout.ts';
import type { HandoutTable, TableColumn } from '../../views/handout-tables.ts';
import { fillLine, reportForm } from '../../views/report-form.ts';
import type { Fact } from '../../views/unit-facts.ts';
import { timeless } from '../zip.ts';
import { noteText } from './word/footnotes.ts';

const thin = { style: 'thin', color: { rgb: '8FA3A0' } } as const;
const border = { top: thin, bottom: thin, left: thin, right: thin };
const solid = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const;
const top = { vertical: 'top', wrapText: true } as const;
const middle = { vertical: 'center', horizontal: 'center', wrapText: true } as const;
const cellStyles = {
  title: { font: { bold: true, size: 16 }, alignment: middle },
  line: { font: { size: 10 }, alignment: { ...middle, horizontal: 'left' } },
  head: { font: { bold: true, color: { rgb: 'FFFFFF' } }, fill: solid('083B46'), alignment: middle, border },
  body: { alignment: top, border },
  number: { alignment: { ...top, horizontal: 'center' }, border },
  // A text, so that 2025-6 becomes no date and a number of a telephone keeps its zero.
  toFill: { alignment: top, border, fill: solid('FFF9E3'), numFmt: '@' },
} as const satisfies Record<string, CellStyle>;

/** The letter of a column, counted from 0; a sheet here has fewer than 26. */
const columnLetter = (index: number) => String.fromCharCode(65 + index);

/** The height of a line in points, and of what stands above and below the words of a cell. */
const lineHeight = 15;
const padding = 8;
/** Excel has no higher rows, in points. */
const highest = 409;
/** No column is made wider than this, in Latin characters, which is the width of the sheet on the screen. */
const widest = 160;
/** How wide a text stands, in Latin characters. */
const widthOf = (text: string) => [...text].reduce((sum, sign) => sum + (sign > '\u02ff' ? 2 : 1), 0);
/** The lines of a text in a column. A character is reckoned wider than in Excel, for faces that stand in. */
const linesOf = (words: string, width: number) =>
  words.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(widthOf(part) / Math.max(2, width - 2))), 0);

type Row = readonly (string | number)[];

/** Heights in points in which every cell shows all its words, as not every program fits rows by itself. */
export function rowHeights(rows: readonly Row[], widths: readonly number[]): number[] {
  return rows.map((row) => {
    const lines = Math.max(1, ...row.map((cell, column) => linesOf(String(cell), widths[column] ?? 10)));
    return Math.min(highest, lines * lineHeight + padding);
  });
}

/** The widths of columns; wider than wished where the longest text would not fit into the highest row. */
export const columnWidths = (columns: readonly TableColumn[], rows: readonly Row[]): number[] =>
  columns.map(({ width }, index) => {
    const most = Math.floor((highest - padding) / lineHeight);
    let fitting = width;
    while (fitting < widest && rows.some((row) => linesOf(String(row[index] ?? ''), fitting) > most)) fitting += 4;
    return fitting;
  });

interface SheetMatter {
  table: HandoutTable;
  /** Above the table: the title, then smaller lines. */
  lines: readonly string[];
  paperSize?: 'a3' | 'a4';
}

/** A sheet for paper across, as wide as that: lines, a head that stays and repeats, and rows to be filtered. */
function sheetOf({ table: { name, columns, rows }, lines, paperSize = 'a4' }: SheetMatter): WriteSheet {
  const widths = columnWidths(columns, rows);
  const head = lines.length;
  const count = head + 1 + rows.length;
  const last = columnLetter(columns.length - 1);
  const cells = new Map<string, Partial<Cell>>();
  const put = (row: number, column: number, value: string | number | null, style: CellStyle) =>
    cells.set(`${row},${column}`, { value, style });
  for (const [row, words] of lines.entries()) put(row, 0, words, row === 0 ? cellStyles.title : cellStyles.line);
  for (const [column, { header, isToFill }] of columns.entries()) {
    put(head, column, header, cellStyles.head);
    for (const [row, values] of rows.entries()) {
      const value = values[column] ?? '';
      const style = typeof value === 'number' ? cellStyles.number : cellStyles.body;
      if (value === '' && isToFill) put(head + 1 + row, column, null, cellStyles.toFill);
      else put(head + 1 + row, column, value, style);
    }
  }
  const heights = [
    ...lines.map((_, row) => (row === 0 ? 30 : 20)),
    ...rowHeights([columns.map(({ header }) => header), ...rows], widths),
  ];
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: Array.from({ length: count }, () => []),
    cells,
    rowDefs: new Map(heights.map((height, row): [number, RowDef] => [row, { height }])),
    merges: lines.map((_, row) => ({ startRow: row, endRow: row, startCol: 0, endCol: columns.length - 1 })),
    freezePane: { rows: head + 1 },
    ...(rows.length > 0 && { autoFilter: { range: `A${head + 1}:${last}${count}` } }),
    dataValidations: columns.flatMap(({ header, choices }, column) =>
      choices && rows.length > 0
        ? [
            {
              type: 'list' as const,
              values: [...choices],
              allowBlank: true,
              showErrorMessage: true,
              errorTitle: header,
              errorMessage: `请从列表中选择：${choices.join('、')}。`,
              range: `${columnLetter(column)}${head + 2}:${columnLetter(column)}${count}`,
            },
          ]
        : [],
    ),
    pageSetup: {
      paperSize,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
      printArea: `$A$1:$${last}$${count}`,
      printTitlesRow: `$${head + 1}:$${head + 1}`,
    },
    headerFooter: { oddFooter: `&L${(lines[0] ?? '').replaceAll('&', '&&')}&R第 &P 页，共 &N 页` },
  };
}

/** The editor's notes on some provisions, by their numbers in the handout; none where there are none. */
function noteSheets({ notes, plan }: Handout, provisions: readonly Provision[]): WriteSheet[] {
  const rows = notes.flatMap((note, index) => {
    const on = provisions.filter((item) => item.notes.some(({ id }) => id === note.id));
    return on.length > 0 ? [[`注${index + 1}`, on.map(provisionLabel).join('、'), noteText(note)]] : [];
  });
  if (rows.length === 0) return [];
  const columns = [
    { header: '编号', width: 8 },
    { header: '所在条款', width: 28 },
    { header: '编辑注', width: 96 },
  ];
  const lines = ['编辑注', `手册编辑对${plan.words.copy}文字的说明，不是文件内容。`];
  return [sheetOf({ table: { name: '编辑注', columns, rows }, lines })];
}

/** What the file is. */
function recordSheet(facts: readonly Fact[]): WriteSheet {
  const rows = facts.map(({ label, text }) => [label, text]);
  const columns = [
    { header: '项目', width: 18 },
    { header: '内容', width: 100 },
  ];
  const sheet = sheetOf({ table: { name: '说明', columns, rows }, lines: ['说明'] });
  const { autoFilter: _, ...rest } = sheet;
  return rest;
}

/** What stands below the title: where the words are from, and that the file is not official. */
const sourceLine = ({ plan, maker }: Handout) => `摘自${planCitation(plan)}　　${maker}：${copyStatement([plan])}`;

const written = async (handout: Handout, title: string, sheets: WriteSheet[]): Promise<Uint8Array> =>
  timeless(
    await writeXlsx({
      sheets,
      properties: { title, subject: handout.plan.cited, creator: handout.maker },
      defaultFont: { name: '宋体', size: 11 },
    }),
  );

/** A handout as a spreadsheet: the tasks, measures and targets that there are, the notes, and what the file is. Every cell is text or a number. */
export function toXlsx(handout: Handout): Promise<Uint8Array> {
  const { tables, title, plan, unit, tasks, measures } = handout;
  const held = [tables.tasks, tables.measures, tables.targets].filter(({ rows }) => rows.length > 0);
  return written(handout, title, [
    ...held.map((table) =>
      sheetOf({ table, lines: [`${unit?.name ?? plan.title}　${table.name}`, sourceLine(handout)] }),
    ),
    ...noteSheets(handout, [...tasks, ...measures]),
    recordSheet(handout.record),
  ]);
}

/** A form on the progress of a handout's tasks as a spreadsheet, on A3, with what the file is. */
export function reportXlsx(handout: Handout): Promise<Uint8Array> {
  const title = reportTitle(handout);
  const table = reportForm(handout.plan, handout.provisions);
  return written(handout, title, [
    sheetOf({ table, lines: [title, sourceLine(handout), fillLine], paperSize: 'a3' }),
    ...noteSheets(handout, handout.provisions),
    recordSheet(reportRecord(handout)),
  ]);
}
