import { toCsv } from './csv.ts';
import type { Handout } from './handout.ts';
import { toDocx } from './handout-docx.ts';
import { toXlsx } from './handout-xlsx.ts';

/** The formats in which a handout is given, and how each is announced. */
export const handoutFormats = {
  xlsx: { label: 'Excel 表格', mediatype: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  docx: { label: 'Word 文档', mediatype: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  csv: { label: 'CSV', mediatype: 'text/csv' },
} as const;
export type HandoutFormat = keyof typeof handoutFormats;

/** The file of a handout. The same content gives the same bytes. CSV holds the tasks alone. */
export async function handoutFile(handout: Handout, format: HandoutFormat): Promise<Uint8Array> {
  if (format === 'xlsx') return toXlsx(handout);
  if (format === 'docx') return toDocx(handout);
  const { columns, rows } = handout.tables.tasks;
  return new TextEncoder().encode(
    toCsv(
      columns.map(({ header }) => header),
      rows,
    ),
  );
}
