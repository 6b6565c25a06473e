import { type Finding, restored, unread } from './finding.ts';
import { isListHead } from './list-columns.ts';

/** A line before its cells are told apart. */
export interface RawLine {
  number: number;
  /** Without tags and signs that nobody sees. */
  visible: string;
  /** Without blanks that say nothing. */
  text: string;
  /** The cells of a row that stood one below the other. */
  row?: string[];
}

/** The longest head of a column, and the most columns of a table. */
const longestHead = 14;
const mostColumns = 10;

const isHeading = ({ text }: RawLine) =>
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])[^。]{2,40}$/u.test(text);

/** How many lines from a place on are the heads of a task list, one below the other, before the number of its first row. */
function headAt(lines: readonly RawLine[], start: number): number {
  if (!/^(?:序\s*号|编号)$/u.test(lines[start]?.text ?? '')) return 0;
  const end = lines.findIndex((line, at) => at > start && (/^1[.、]?$/u.test(line.text) || isHeading(line)));
  const heads = lines.slice(start, end).map(({ text }) => text);
  const isHead = end > start + 2 && heads.length <= mostColumns && heads.every((head) => head.length <= longestHead);
  return isHead && isListHead(heads) ? heads.length : 0;
}

/**
 * Reads tables whose cells stand one below the other, as a copied web page has them: a head, and rows of as many lines that count
 * up. A table whose rows have not as many is left out, which is reported.
 */
export function stackedRows(lines: readonly RawLine[]): { rest: RawLine[]; findings: Finding[] } {
  const start = lines.findIndex((_, at) => headAt(lines, at) > 0);
  if (start < 0) return { rest: [...lines], findings: [] };
  const columns = headAt(lines, start);
  const row = (from: number): RawLine => {
    const own = lines.slice(from, from + columns);
    const cells = own.map(({ text }) => text);
    return { number: own[0]?.number ?? 0, visible: cells.join('\t'), text: cells.join(' '), row: cells };
  };
  const rest = [...lines.slice(0, start), row(start)];
  let at = start + columns;
  const takeHeadings = () => {
    const end = lines.findIndex((line, place) => place >= at && !isHeading(line));
    if (isNumber(end)) while (at < end) rest.push(lines[at++] as RawLine);
  };
  const isNumber = (place: number) => /^\d{1,3}[.、]?$/u.test(lines[place]?.text ?? '');
  const valueAt = (place: number) => Number.parseInt(lines[place]?.text ?? '', 10);
  const isNext = (place: number) => {
    const line = lines[place];
    return !line || isNumber(place) || isHeading(line) || /^(?:附件|注[：:]|抄送)|\d{4}年/u.test(line.text);
  };
  // Behind the last number the row may be followed by anything.
  const isLast = () =>
    !lines
      .slice(at + 1)
      .some(({ text }) => Number.parseInt(text, 10) === valueAt(at) + 1 && /^\d{1,3}[.、]?$/u.test(text));
  takeHeadings();
  while (
    isNumber(at) &&
    at + columns <= lines.length &&
    (isNext(at + columns) || isLast()) &&
    !lines.slice(at + 1, at + columns).some(isHeading)
  ) {
    rest.push(row(at));
    at += columns;
    takeHeadings();
  }
  const why = '表格的各格写在各自的行上，按表头的栏数读成行';
  if (!isNumber(at))
    return {
      rest: [...rest, ...lines.slice(at)],
      findings: [restored(lines[start]?.number, row(start).text, why)],
    };
  const end = lines.findIndex(({ text }, place) => place > at && /^(?:附件|抄送)|^\d{4}年\d+月\d+日/u.test(text));
  const left = lines.slice(at, end < 0 ? lines.length : end);
  return {
    rest: [...rest, ...(end < 0 ? [] : lines.slice(end))],
    findings: left.map(({ number, text }) =>
      unread(number, text, '像是表格，每格一行，各行的格数不同，没有读懂；请改成 Word 表格再导入'),
    ),
  };
}
