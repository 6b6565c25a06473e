const tableRow = /^\s*\|(.*)\|\s*$/u;
const tableRule = /^[\s|:-]*-[\s|:-]*$/u;

/** The cells of a row, set apart by tabs; `\|` is no border and `<br>` is a blank. */
const withTabs = (cells: string) =>
  cells
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.replace(/<br\s*\/?>/giu, ' ').trim())
    .join('\t');

/** Sets the cells of tables that are drawn in plain text apart by tabs: rows between `|`, of which the second is a rule. */
export function withoutBorders(text: string): string {
  const lines = text.split('\n');
  let isTable = false;
  return lines
    .map((line, index) => {
      const [, cells] = tableRow.exec(line) ?? [];
      isTable = cells !== undefined && (isTable || tableRule.test(lines[index + 1] ?? ''));
      if (!isTable || cells === undefined) return line;
      return tableRule.test(cells) ? '' : withTabs(cells);
    })
    .join('\n');
}

/** Comments, which are no words of a document; the lines that they fill stay, empty. */
export const withoutComments = (text: string): string =>
  text.replace(/<!--[\s\S]*?(?:-->|$)/gu, (comment) => comment.replace(/[^\n]/gu, ''));

/** The comments of a text, with their lines from 1. */
export const comments = (text: string): { line: number; words: string }[] =>
  [...text.matchAll(/<!--([\s\S]*?)(?:-->|$)/gu)].map(({ index, 1: words = '' }) => ({
    line: text.slice(0, index).split('\n').length,
    words: words.trim(),
  }));

/**
 * Takes the marks of Markdown off, line by line: heads, emphasis, escapes, quotation and table borders.
 * The lines are not parsed as Markdown, which would number `1.` and `3.` anew and run lines together.
 */
export function withoutMarkup(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const [, cells] = tableRow.exec(line) ?? [];
      if (cells !== undefined) return tableRule.test(cells) ? '' : withTabs(cells);
      return line.replace(/^\s{0,3}(?:#{1,6}\s+|>\s?|[-+]\s+)/u, '');
    })
    .map((line) => line.replace(/\*\*|(?<!\w)__|__(?!\w)/gu, '').replace(/\\([!-/:-@[-`{-~])/gu, '$1'))
    .join('\n');
}
