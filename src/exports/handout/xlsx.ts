import type { CellStyle, RowDef, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import type { Handout, HandoutTable } from '../../views/handout.ts';
import { timeless } from '../zip.ts';

const thin = { style: 'thin', color: { rgb: 'BFC9C7' } } as const;
const border = { top: thin, bottom: thin, left: thin, right: thin };
const bodyStyle: CellStyle = { alignment: { vertical: 'top', wrapText: true }, border };
const headStyle: CellStyle = {
  font: { bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '083B46' } },
  alignment: { vertical: 'center', horizontal: 'center', wrapText: true },
  border,
};

/** The columnLetter of a column, counted from 0; a sheet here has fewer than 26. */
const columnLetter = (index: number) => String.fromCharCode(65 + index);

/** The height of a line in points, and of what stands above and below the words of a cell. */
const lineHeight = 15;
const padding = 4;
/** How wide a text stands, in Latin characters. */
const widthOf = (text: string) => [...text].reduce((sum, sign) => sum + (sign > '\u02ff' ? 2 : 1), 0);

/**
 * Heights in points in which every cell shows all its words, as not every program fits rows by itself. A character is reckoned wider than
 * in Excel, for faces that stand in.
 */
export function rowHeights(rows: readonly (string | number)[][], widths: readonly number[]): Map<number, RowDef> {
  const linesOf = (words: string, width: number) =>
    words.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(widthOf(part) / Math.max(2, width - 2))), 0);
  return new Map(
    rows.map((row, index) => {
      const lines = Math.max(1, ...row.map((cell, column) => linesOf(String(cell), widths[column] ?? 10)));
      // Excel has no rows above 409 points.
      return [index, { height: Math.min(409, lines * lineHeight + padding) }];
    }),
  );
}

/** Cells with the style of their row, as the writer takes them. */
const styled = (rows: readonly (string | number)[][], headed: boolean): WriteSheet['cells'] =>
  new Map(
    rows.flatMap((row, r) =>
      row.map((value, c) => [`${r},${c}`, { value, style: headed && r === 0 ? headStyle : bodyStyle }] as const),
    ),
  );

/** A4 across, as many sheets long as it needs. */
const paper = { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const;

/** A sheet for A4 across: head that stays and repeats, filters, as wide as the paper. */
function sheetOf({ name, columns, rows }: HandoutTable, title: string): WriteSheet {
  const all = [columns.map(({ header }) => header), ...rows];
  const last = columnLetter(columns.length - 1);
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: all,
    cells: styled(all, true),
    rowDefs: rowHeights(
      all,
      columns.map(({ width }) => width),
    ),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${last}${all.length}` },
    pageSetup: { ...paper, printArea: `$A$1:$${last}$${all.length}`, printTitlesRow: '$1:$1' },
    headerFooter: { oddHeader: `&C${title.replaceAll('&', '&&')}`, oddFooter: '&C第 &P 页，共 &N 页' },
  };
}

function recordSheet({ record, notes }: Handout): WriteSheet {
  const rows = [
    ...record.map(({ label, text }) => [label, text]),
    ...notes.map(({ remark, basis }, index) => [`编辑注${index + 1}`, remark + basis]),
  ];
  return {
    name: '文件和说明',
    columns: [{ width: 18 }, { width: 100 }],
    rows,
    cells: styled(rows, false),
    rowDefs: rowHeights(rows, [18, 100]),
    pageSetup: paper,
  };
}

/** A handout as a spreadsheet: the tasks, if there is a list, the record of the document with the notes, the measures. Every cell is text or a number. */
export async function toXlsx(handout: Handout): Promise<Uint8Array> {
  const { tables, title, plan, maker } = handout;
  return timeless(
    await writeXlsx({
      sheets: plan.annex
        ? [sheetOf(tables.tasks, title), sheetOf(tables.measures, title), recordSheet(handout)]
        : [sheetOf(tables.measures, title), recordSheet(handout)],
      properties: { title, subject: plan.cited, creator: maker },
      defaultFont: { name: '宋体', size: 11 },
    }),
  );
}
