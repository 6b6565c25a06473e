import { stringify } from 'csv-stringify/sync';

/**
 * Writes a table as CSV: UTF-8 with a byte order mark and CRLF, as spreadsheet programs expect.
 * A cell that a spreadsheet would read as a formula (it begins with = + - @, their full-width forms, or a tab) gets a ' in front.
 */
export const toCsv = (columns: readonly string[], rows: readonly unknown[][]): string =>
  stringify([...rows], {
    bom: true,
    header: true,
    columns: [...columns],
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { boolean: String },
  });
