import { toCsv } from '../csv.ts';
import { toDocx } from './docx.ts';
import type { HandoutFormat } from './formats.ts';
import type { Handout } from './handout.ts';
import { toXlsx } from './xlsx.ts';

/** The file of a handout. The same content gives the same bytes. CSV holds the tasks alone, or where there is no list the measures. */
export async function handoutFile(handout: Handout, format: HandoutFormat): Promise<Uint8Array> {
  if (format === 'xlsx') return toXlsx(handout);
  if (format === 'docx') return toDocx(handout);
  const { columns, rows } = handout.plan.annex ? handout.tables.tasks : handout.tables.measures;
  return new TextEncoder().encode(
    toCsv(
      columns.map(({ header }) => header),
      rows,
    ),
  );
}
