import type { CellStyle, WriteSheet } from 'hucre';
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
    pageSetup: paper,
  };
}

/** A handout as a spreadsheet: the tasks, if there is a list, the record of the document with the notes, the measures. Every cell is text or a number. */
export async function toXlsx(handout: Handout): Promise<Uint8Array> {
  const { tables, title, plan, maker } = handout;
  return timeless(
    await writeXlsx({
      sheets: plan.annex
        ? [sheetOf(tables.tasks, title), recordSheet(handout), sheetOf(tables.measures, title)]
        : [sheetOf(tables.measures, title), recordSheet(handout)],
      properties: { title, subject: plan.cited, creator: maker },
      defaultFont: { name: '宋体', size: 11 },
    }),
  );
}
