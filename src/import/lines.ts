import { pageNumber, tag } from '../checks/fidelity/source-lines.ts';
import { tidyBlanks, withoutBlanks } from '../text/normalise.ts';
import { numberedIn } from '../text/outline-numbers.ts';
import { type Finding, restored, uncertain, unread } from './finding.ts';
import { type RawLine, stackedRows } from './stacked-rows.ts';

/** A line of running text, or a part of one. */
export interface TextLine {
  /** From 1; of a .docx, the paragraph or table row. */
  number: number;
  /** Without tags and without blanks beside Chinese characters. */
  text: string;
}

/** A line of the document that holds words. */
export interface Line extends TextLine {
  /** The cells of a table row, as printed; a line of running text has none. */
  cells?: string[];
  /** The line with its blanks, where it has some beside Chinese characters. */
  printed?: string;
}

/** What a stage takes out of the lines of a document, as findings, and the lines that it leaves. */
export interface Rest {
  rest: Line[];
  findings: Finding[];
}

export const textsOf = (lines: readonly TextLine[]): string[] => lines.map(({ text }) => text);

/** The numbers of those of some lines before which another line of the document stands, which is none of them. */
export function linesApart(own: readonly TextLine[], received: readonly TextLine[]): ReadonlySet<number> {
  const numbers = new Set(own.map(({ number }) => number));
  return new Set(
    received.flatMap(({ number }, index) => (numbers.has(received[index - 1]?.number ?? 0) ? [] : [number])),
  );
}

/** Lines that have no place in the draft. */
export const unreadLines = (lines: readonly Line[], why: string): Finding[] =>
  lines.map(({ number, text, cells }) => unread(number, cells?.filter(Boolean).join('｜') ?? text, why));

/** The words of some lines as one text; offsets in it are UTF-16 code units. */
export const joinLines = (lines: readonly TextLine[]): string => textsOf(lines).join('');

/** The part of some lines from an offset in their words up to another; lines without words in it are left out. */
export function cutLines(lines: readonly TextLine[], start: number, end = Number.POSITIVE_INFINITY): TextLine[] {
  let at = 0;
  return lines.flatMap(({ number, text }) => {
    const words = text.slice(Math.max(0, start - at), Math.max(0, end - at));
    at += text.length;
    return words === '' ? [] : [{ number, text: words }];
  });
}

const invisible = /[\p{Cc}\p{Noncharacter_Code_Point}\u200B-\u200F\u2060\uFEFF]/gu;
/** A number alone on its line, which may be that of a page. */
const loneNumber = /^\d{1,3}$/u;

export const lineEnd = /\r\n|\r|\n/u;

/** A text without tags. A tag may run over line ends, which stay for the count of lines. */
export const withoutTags = (text: string): string => text.replace(tag, (found) => found.replace(/[^\r\n]+/gu, ''));

/** Whether two cells are running text that a tab sets apart: behind its number, or an office from the date of its imprint. */
const isRunning = ([first = '', second = '', ...more]: readonly string[]): boolean =>
  more.length === 0 && (numberedIn(first)?.rest === '' || /日(?:印发|发布)$/u.test(second));

/** The cells of a row; undefined for running text, which may stand behind tabs or alone in an otherwise empty row. */
function cellsOf(line: string): string[] | undefined {
  const cells = line.split('\t').map((cell) => cell.trim());
  const filled = cells.filter((cell) => cell !== '');
  if (cells.length < 2 || isRunning(filled)) return undefined;
  return filled.length > 1 || /^\d/u.test(cells[0] ?? '') ? cells : undefined;
}

/** A blank that sets a number off from a heading, or a title from the text behind it, and is the only one. */
const tellingBlank =
  /^(\d{1,2}(?:[.．]\d{1,2})*|(?:\d{1,2}[.．、]|[（(][^（）()]{1,4}[）)]|[一二三四五六七八九十]+、)[^\s，。；：、]{2,20})\s+(\S+)$/u;

/** Words that name units, in which a blank may stand between two names. */
const namingUnits = /(?:单位|部门)[：:]|[（(][^（()）]*[局委办厅府] +[省市区县州镇乡国各人中][^（()）]*[）)]/u;

/** A line without blanks beside Chinese characters, but for those between two units. */
const withBlankBetweenUnits = (line: string): string =>
  line
    .split(/(?<=[局委办院部府厅会社署行队所])[ \u3000\t]+(?=[省市区县州镇乡国各人中])/u)
    .map(tidyBlanks)
    .join(' ');

/** A line without blanks beside Chinese characters, but for one that tells a number or a title from what follows. */
function withTellingBlank(line: string): string {
  const [, before, after] = tellingBlank.exec(line.trim()) ?? [];
  const isTitle = before && /\D$/u.test(before);
  if (before && after && (isTitle ? after.length >= 10 : /^\p{Script=Han}/u.test(after))) return `${before} ${after}`;
  return namingUnits.test(line) ? withBlankBetweenUnits(line) : tidyBlanks(line);
}

/** Reads the lines of a text. Tags, page numbers and signs that nobody sees are dropped and reported, blanks are tidied. */
export function linesOf(text: string): { lines: Line[]; findings: Finding[] } {
  const findings: Finding[] = [];
  let line = 1;
  let counted = 0;
  for (const { 0: found, index } of text.matchAll(tag)) {
    line += text.slice(counted, index).split(lineEnd).length - 1;
    counted = index;
    findings.push(restored(line, found, '识别留下的标签，不是原文，已去掉'));
  }

  const raw = withoutTags(text)
    .split(lineEnd)
    .flatMap((whole, index) =>
      whole.split(/[\f\v\u0085\u2028\u2029]/u).flatMap((part): RawLine[] => {
        const visible = part.replace(invisible, (sign) => (sign === '\t' ? sign : ''));
        const own = { number: index + 1, visible, text: withTellingBlank(visible) };
        if (visible !== part) findings.push(restored(own.number, own.text, '去掉了看不见的控制字符'));
        return own.text === '' ? [] : [own];
      }),
    );
  const stacked = stackedRows(raw);
  const spaced: number[] = [];
  const lines = stacked.rest.flatMap(({ number, visible, text, row }): Line[] => {
    const cells = row ?? cellsOf(visible);
    if (cells) return [{ number, text, cells }];
    const isLone = loneNumber.test(text);
    if (isLone || pageNumber.test(withoutBlanks(visible))) {
      findings.push((isLone ? uncertain : restored)(number, visible.trim(), '看作页码，已去掉'));
      return [];
    }
    if (text === visible.trim()) return [{ number, text }];
    spaced.push(number);
    return [{ number, text, printed: visible.trim().replace(/\s+/gu, ' ') }];
  });
  findings.push(...stacked.findings);
  if (spaced.length > 0)
    findings.push(
      restored(
        spaced[0],
        `汉字旁边的空格，共 ${spaced.length} 行`,
        `排版留下的空格，已去掉：第 ${spaced.join('、')} 行`,
      ),
    );
  return { lines, findings };
}
