import { stringify } from 'csv-stringify/sync';

/**
 * Writes a table as CSV: UTF-8 with a byte order mark and CRLF, as spreadsheet programs expect.
 * A cell that a spreadsheet would read as a formula (it begins with = + - @, their full-width forms, or a tab) gets a ' in front,
 * but in the columns of `codes`, whose few values are no formulas and are compared by programs.
 * @see https://www.rfc-editor.org/rfc/rfc4180 and https://owasp.org/www-community/attacks/CSV_Injection
 */
export const toCsv = (
  columns: readonly string[],
  rows: readonly unknown[][],
  codes: ReadonlySet<string> = new Set(),
): string =>
  stringify([...rows], {
    bom: true,
    header: true,
    columns: [...columns],
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: {
      boolean: String,
      string: (value, { index }) => ({ value, escape_formulas: !codes.has(columns[index] ?? '') }),
    },
  });

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands in XML and HTML, between tags or in a quoted attribute. */
export const escapeXml = (text: string): string => text.replace(/[&<>"]/gu, (sign) => entities[sign] ?? sign);

/** An element whose content is XML already; attributes are text. */
export function element(name: string, content: string, attributes: Record<string, string> = {}): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return content === '' ? `<${name}${given.join('')}/>` : `<${name}${given.join('')}>${content}</${name}>`;
}

/** An element that holds text. */
export const textElement = (name: string, text: string, attributes?: Record<string, string>): string =>
  element(name, escapeXml(text), attributes);

/** A whole document around its root. */
export const xmlDocument = (root: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
