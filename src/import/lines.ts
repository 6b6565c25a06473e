import { pageNumber, tag } from '../checks/fidelity/transcript.ts';
import { numberedIn } from '../text/outline-numbers.ts';
import type { Finding } from './finding.ts';

/** A line of the document that holds words. */
export interface Line {
  /** From 1; of a .docx, the paragraph or table row. */
  number: number;
  /** Without tags and without blanks beside Chinese characters. */
  text: string;
  /** The cells of a table row, as printed; a line of running text has none. */
  cells?: string[];
}

const invisible = /[\p{Cc}\p{Noncharacter_Code_Point}\u200B-\u200F\u2060\uFEFF]/gu;
/** A number alone on its line, which may be that of a page. */
const loneNumber = /^\d{1,3}$/u;

export const lineEnd = /\r\n|\r|\n/u;

/** A text without tags. A tag may run over line ends, which stay for the count of lines. */
export const withoutTags = (text: string, tell?: (found: string, offset: number) => void): string =>
  text.replace(tag, (found, offset: number) => {
    tell?.(found, offset);
    return found.replace(/[^\r\n]+/gu, '');
  });

const articleNumber = /^(第[〇零一二三四五六七八九十百\d]+[编章节条])(\s+)/u;

/** Words without blanks at the ends and beside Chinese characters and signs, where they say nothing but after 第一条. */
export function tidy(words: string): string {
  const trimmed = words.trim();
  const [lead = '', label = '', blank = ''] = articleNumber.exec(trimmed) ?? [];
  const rest = trimmed
    .slice(lead.length)
    .replace(/\s+/gu, ' ')
    .replace(/(?<![\x21-\x7E]) | (?![\x21-\x7E])/gu, '');
  return label ? `${label}${blank.includes('\u3000') ? '\u3000' : ' '}${rest}` : rest;
}

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

/** Reads the lines of a text. Tags, page numbers and signs that nobody sees are dropped and told, blanks are tidied. */
export function linesOf(text: string): { lines: Line[]; findings: Finding[] } {
  const findings: Finding[] = [];
  let line = 1;
  let counted = 0;
  const untagged = withoutTags(text, (found, offset) => {
    line += text.slice(counted, offset).split(lineEnd).length - 1;
    counted = offset;
    findings.push({ kind: 'restored', line, found, why: '识别留下的标签，不是原文，已去掉' });
  });

  const spaced: number[] = [];
  const lines = untagged.split(lineEnd).flatMap((raw, index): Line[] => {
    const number = index + 1;
    return raw.split(/[\f\v\u0085\u2028\u2029]/u).flatMap((part): Line[] => {
      const visible = part.replace(invisible, (sign) => (sign === '\t' ? sign : ''));
      if (visible !== part)
        findings.push({ kind: 'restored', line: number, found: tidy(visible), why: '去掉了看不见的控制字符' });
      const cells = cellsOf(visible);
      const text = tidy(visible);
      if (text === '') return [];
      if (!cells && (pageNumber.test(visible.replace(/\s/gu, '')) || loneNumber.test(text))) {
        const kind = loneNumber.test(text) ? 'uncertain' : 'restored';
        findings.push({ kind, line: number, found: visible.trim(), why: '看作页码，已去掉' });
        return [];
      }
      if (!cells && text !== visible.trim()) spaced.push(number);
      return [{ number, text, ...(cells ? { cells } : {}) }];
    });
  });
  if (spaced.length > 0)
    findings.push({
      kind: 'restored',
      line: spaced[0],
      found: `汉字旁边的空格，共 ${spaced.length} 行`,
      why: `排版留下的空格，已去掉：第 ${spaced.join('、')} 行`,
    });
  return { lines, findings };
}
