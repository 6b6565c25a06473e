import { decimalRank, type Numbered, numberedIn } from '../text/outline-numbers.ts';
import { joinLines, type TextLine } from './lines.ts';
import { unitBrackets } from './unit-bracket.ts';

/** A paragraph of running text. */
export interface Paragraph {
  /** The lines that it is made of: more than one where a sentence was broken, as at the end of a page. */
  lines: TextLine[];
  numbered?: Numbered | undefined;
  /** The lines as printed, where units on lines of their own were put in a bracket. */
  printed?: TextLine[] | undefined;
}

const sentenceEnd = /[。！？；：…][”’）)〕】》]*$/u;

/** Whether a text ends where a sentence does. */
export const isEnded = (text: string): boolean =>
  sentenceEnd.test(text) || unitBrackets([text]).some(({ end }) => end === text.length);

/** Words without what stands in brackets. */
const withoutBrackets = (words: string) => words.replace(/（[^（）]*）/gu, '');

/** Whether a paragraph is a heading alone on its line: no sentence, nor more than one part of any. */
export function isHeading({ lines, numbered }: Paragraph): boolean {
  if (!numbered || numbered.rest.length > 60) return false;
  return !/[。！？；，、,]|：./u.test(withoutBrackets(numbered.rest)) && unitBrackets([joinLines(lines)]).length === 0;
}

/** Whether a line is the head of an annex, as `附件` or `附件2`; gives the number as printed. */
export const annexHead = /^附件\s*([\d一二三四五六七八九十]*)[：:]?$/u;

/** What the titles of plans end in, but for a bracket with the years. */
const planTitle = /^[^，。；：]{1,60}(?:方案|措施|意见|办法|计划|规划|要点|细则)(?:（[^（）]*）)?$/u;

/** Whether a line can be the title of a plan. */
export const isPlanTitle = (text: string): boolean => planTitle.test(text);

/** Whether a line with this number, or none, can go on with the paragraph before it. */
function goesOn(last: Paragraph, numbered: Numbered | undefined): boolean {
  const text = joinLines(last.lines);
  if (last.printed || isEnded(text) || isHeading(last) || annexHead.test(text) || isPlanTitle(text)) return false;
  return !numbered || numbered.rank === decimalRank;
}

/** Units on a line of their own: `责任单位：甲、乙`. */
const unitsLine = /^(?:责任|牵头|配合|主办|承办|协办|协同|参与)(?:单位|部门)[：:][^。：:]{1,200}[。；;]?$/u;

/** The lines from a place on that name units, each of a role, or the next names where a line ends in `、`. */
function unitsLines(lines: readonly TextLine[], start: number): TextLine[] {
  let end = start;
  while (unitsLine.test(lines[end]?.text ?? '') || (end > start && /、$/u.test(lines[end - 1]?.text ?? ''))) end++;
  return lines.slice(start, end);
}

/** The bracket that says what lines of units say. */
const bracketOf = (lines: readonly TextLine[]): string =>
  `（${lines
    .map(({ text }) => text)
    .reduce((words, text) => `${words.replace(/[。；;]$/u, '')}${words.endsWith('、') ? '' : '；'}${text}`)
    .replace(/[。；;]$/u, '')}）`;

/**
 * Puts lines of running text together into paragraphs: a line goes on with the one before if that ends in mid-sentence. Units on
 * lines of their own are a paragraph, in a bracket as elsewhere.
 */
export function paragraphsOf(lines: readonly TextLine[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (let at = 0; at < lines.length; at++) {
    const { number, text } = lines[at] as TextLine;
    const last = paragraphs.at(-1);
    const numbered = numberedIn(text);
    const printed = unitsLines(lines, at);
    if (printed.length > 0) {
      paragraphs.push({ lines: [{ number, text: bracketOf(printed) }], printed });
      at += printed.length - 1;
    } else if (last && !annexHead.test(text) && goesOn(last, numbered)) last.lines.push({ number, text });
    else paragraphs.push({ lines: [{ number, text }], numbered });
  }
  return paragraphs;
}
