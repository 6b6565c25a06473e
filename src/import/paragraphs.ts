import { decimalRank, type Numbered, numberedIn } from '../text/outline-numbers.ts';
import type { Line } from './lines.ts';
import { unitBrackets } from './unit-bracket.ts';

/** A paragraph of running text; line ends stand in it where a sentence was broken, as pages do. */
export interface Paragraph {
  text: string;
  /** The line of the document for each of its parts. */
  lines: number[];
  numbered?: Numbered | undefined;
  /** The words as printed, where units on lines of their own were put in a bracket. */
  printed?: string | undefined;
}

const sentenceEnd = /[。！？；：…][”’）)〕】》]*$/u;

/** Whether a text ends where a sentence does. */
export const isEnded = (text: string): boolean =>
  sentenceEnd.test(text) || unitBrackets(text).some(({ end }) => end === text.length);

/** Words without what stands in brackets. */
const withoutBrackets = (words: string) => words.replace(/（[^（）]*）/gu, '');

/** Whether a paragraph is a heading alone on its line: no sentence, nor more than one part of any. */
export function isHeading({ text, numbered }: Paragraph): boolean {
  if (!numbered || text.includes('\n') || numbered.rest.length > 60) return false;
  return !/[。！？；，、,]|：./u.test(withoutBrackets(numbered.rest)) && unitBrackets(text).length === 0;
}

/** Whether a line is the head of an annex, as `附件` or `附件2`; gives the number as printed. */
export const annexHead = /^附件\s*([\d一二三四五六七八九十]*)[：:]?$/u;

/** What the titles of plans end in, but for a bracket with the years. */
const planTitle = /^[^，。；：]{1,60}(?:方案|措施|意见|办法|计划|规划|要点|细则)(?:（[^（）]*）)?$/u;

/** Whether a line can be the title of a plan. */
export const isPlanTitle = (text: string): boolean => planTitle.test(text);

/** The text of a paragraph as it was before it was broken. */
export const joined = (text: string): string => text.replaceAll('\n', '');

function goesOn(last: Paragraph | undefined, numbered: Numbered | undefined): boolean {
  if (!last || last.printed !== undefined || isEnded(last.text) || isHeading(last)) return false;
  if (annexHead.test(last.text) || isPlanTitle(last.text)) return false;
  return !numbered || numbered.rank === decimalRank;
}

/** Units on a line of their own: `责任单位：甲、乙`. */
const unitsLine = /^(?:责任|牵头|配合|主办|承办|协办|协同|参与)(?:单位|部门)[：:][^。：:]{1,200}[。；;]?$/u;

/** The lines from a place on that name units, each of a role, or the next names where a line ends in `、`. */
function unitsLines(lines: readonly Line[], start: number): Line[] {
  let end = start;
  while (unitsLine.test(lines[end]?.text ?? '') || (end > start && /、$/u.test(lines[end - 1]?.text ?? ''))) end++;
  return lines.slice(start, Math.min(end, lines.length));
}

/** The bracket that says what lines of units say. */
const bracketOf = (lines: readonly Line[]): string =>
  `（${lines
    .map(({ text }) => text)
    .reduce((words, text) => `${words.replace(/[。；;]$/u, '')}${words.endsWith('、') ? '' : '；'}${text}`)
    .replace(/[。；;]$/u, '')}）`;

/**
 * Puts lines of running text together into paragraphs: a line goes on with the one before if that ends in mid-sentence. Units on
 * lines of their own are a paragraph, in a bracket as elsewhere.
 */
export function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line;
    const last = paragraphs.at(-1);
    const numbered = numberedIn(line.text);
    const named = unitsLines(lines, at);
    if (named.length > 0) {
      const printed = named.map(({ text }) => text).join('\n');
      paragraphs.push({ text: bracketOf(named), lines: [line.number], printed });
      at += named.length - 1;
    } else if (last && !annexHead.test(line.text) && goesOn(last, numbered)) {
      last.text += `\n${line.text}`;
      last.lines.push(line.number);
    } else paragraphs.push({ text: line.text, lines: [line.number], numbered });
  }
  return paragraphs;
}
