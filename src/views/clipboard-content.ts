/** A cell of a copied table. `null` stands for a place that the cell above or before it covers. */
export type CopiedCell = { text: string; isHead: boolean; rows: number; columns: number } | null;

/** What official words are copied as: paragraphs, headings and tables. */
export type CopiedBlock = { tag: 'p' | 'h1' | 'h2' | 'h3' | 'h4'; text: string } | { rows: CopiedCell[][] };

export interface ClipboardContent {
  text: string;
  html: string;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/gu, (sign) => entities[sign] ?? sign).replaceAll('\n', '<br>');

/** Tabs and ends of lines divide cells and rows: within a cell they become blanks. */
const rowText = (cells: readonly CopiedCell[]) =>
  cells.map((cell) => cell?.text.replace(/[\t\n]+/gu, ' ') ?? '').join('\t');

function cellHtml(cell: CopiedCell): string {
  if (!cell) return '';
  const tag = cell.isHead ? 'th' : 'td';
  const spans = `${cell.rows > 1 ? ` rowspan="${cell.rows}"` : ''}${cell.columns > 1 ? ` colspan="${cell.columns}"` : ''}`;
  return `<${tag}${spans}>${escaped(cell.text)}</${tag}>`;
}

// Word draws the lines of a table that has this attribute, and no style.
const tableHtml = (rows: readonly CopiedCell[][]) =>
  `<table border="1">${rows.map((cells) => `<tr>${cells.map(cellHtml).join('')}</tr>`).join('')}</table>`;

/** Blocks as plain text, tables as rows divided by tabs, and as HTML without styles. Words within one paragraph stay within it. */
export function clipboardContent(blocks: readonly CopiedBlock[]): ClipboardContent {
  const [only, ...others] = blocks;
  const text = blocks.map((block) => ('rows' in block ? block.rows.map(rowText).join('\n') : block.text)).join('\n');
  if (only && others.length === 0 && 'tag' in only) return { text, html: `<span>${escaped(only.text)}</span>` };
  const html = blocks.map((block) =>
    'rows' in block ? tableHtml(block.rows) : `<${block.tag}>${escaped(block.text)}</${block.tag}>`,
  );
  return { text, html: `<meta charset="utf-8">${html.join('')}` };
}
