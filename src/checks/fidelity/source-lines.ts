import { withoutBlanks } from '../../text/normalise.ts';

/*
 * The rule of white space, tags and page numbers, the only things in which content and source may differ unrecorded.
 * Of the source: lines that hold nothing but a page number between dashes, or as 第3页, are dropped; tags such as
 * `<ul style="…">` and `</h3>` are artefacts of recognition and are dropped, and so are the empty cells around a heading
 * in the list. Of both: blanks inside a line and blank lines are dropped. Line ends and, in the numbered rows of the
 * list, cell borders count.
 */

/** A tag that recognition left. */
export const tag = /<\/?[a-z][^<>]*>/giu;
/** A line, without its blanks, that is the number of a page. */
export const pageNumber = /^(?:[-—–－·]+\d{1,4}[-—–－·]+|第\d{1,4}页(?:[，,]?共\d{1,4}页)?)$/u;
/** What stands for the border between two cells. */
export const border = '│';

/** A line of the source, with its number in the file. */
export interface SourceLine {
  text: string;
  /** From 1. */
  number: number;
}

const emptyCells = [/^\t+(?=\D)/u, /(?<=^\D*)\t+$/u] as const;

/**
 * How many empty cells stand around a heading, before and behind it, in a row whose cells tabs set apart. Before several words they
 * count, as they tell which columns these stand in.
 */
export function emptyEnds(row: string): [number, number] {
  const [before = 0, behind = 0] = emptyCells.map((cells) => cells.exec(row)?.[0].length ?? 0);
  const isHeading = row.split('\t').filter((cell) => cell.trim() !== '').length < 2;
  return [isHeading ? before : 0, behind];
}

/** The number of a document in a line of a web page's record, behind its label; undefined if there is none. */
export const numberOfPage = (line: string): string | undefined =>
  /(?:发文字号|文号|文件编号)[：:│]*([^，。：:│]{1,20}?〔\d{4}〕\d+号)/u.exec(line)?.[1];

/** A row of a table, whose cells tabs set apart, with borders; without the empty cells around a heading. */
export function withBorders(row: string): string {
  const [before, behind] = emptyEnds(row);
  return row.slice(before, row.length - behind).replaceAll('\t', border);
}

/** The lines of the source by the rule above. */
export function sourceLines(source: string): SourceLine[] {
  // A tag may run over line ends, which must stay for the count of lines.
  return source
    .replace(/^\uFEFF/u, '')
    .replace(tag, (found) => found.replace(/[^\n]+/gu, ''))
    .split(/\r?\n/u)
    .map((raw, index) => ({ text: withoutBlanks(withBorders(raw)), number: index + 1 }))
    .filter(({ text }) => text !== '' && !pageNumber.test(text));
}
