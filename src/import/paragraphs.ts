import { decimalRank, type Numbered, numberedIn } from '../text/outline-numbers.ts';
import { joinLines, type Line, linesApart, type TextLine, textsOf } from './lines.ts';
import { beginsUnits, type UnitBracket, unitBrackets, unitsLine, unreadBracket } from './unit-bracket.ts';

/** A paragraph of running text, or a row of a table that stands in it. */
export interface Paragraph {
  /** The lines that it is made of: more than one where a sentence was broken, as at the end of a page. */
  lines: TextLine[];
  /** Its lines as one. */
  words: string;
  numbered?: Numbered | undefined;
  /** The words in it that name units, in order; offsets are in `words`. */
  units: UnitBracket[];
  /** The bracket at its end that speaks of units and was not read. */
  unread?: string | undefined;
  cells?: string[] | undefined;
  /** Other lines of the document, as those of its record, stand between it and the paragraph before. */
  isApart?: boolean | undefined;
}

const sentenceEnd = /[。！？；：…][”’）)〕】》]*$/u;

/** Whether a text ends where a sentence does. */
export const isEnded = (text: string): boolean =>
  sentenceEnd.test(text) || unitBrackets([text]).some(({ end }) => end === text.length);

/** Words without what stands in brackets. */
const withoutBrackets = (words: string) => words.replace(/（[^（）]*）|〔[^〔〕]*〕/gu, '');

/** A paragraph's words behind its number, without the brackets that name units. */
export function restOf({ words, numbered, units }: Paragraph): string {
  const kept = units.toReversed().reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), words);
  return kept.slice(numbered?.label.length ?? 0).trim();
}

/** The longest line that is taken for a heading. */
const longestHeading = 60;

/** Whether a paragraph is a heading alone on its line: numbered, short, and no sentence. */
export function isHeading(paragraph: Paragraph): boolean {
  if (!paragraph.numbered || paragraph.cells) return false;
  const rest = restOf(paragraph);
  return rest !== '' && rest.length <= longestHeading && !/[。！？；]|：./u.test(withoutBrackets(rest));
}

/** Whether a line is the head of an annex, as `附件` or `附件2`; gives the number as printed. */
export const annexHead = /^附件\s*([\d一二三四五六七八九十]*)[：:]?$/u;

/** What plans call themselves. */
export const planKinds = '方案|措施|意见|办法|计划|规划|纲要|要点|细则|规定|条例|政策';
/** What may stand behind a title: a bracket with the years. */
export const titleBracket = '(?:（[^（）]*）|[〔［][^〔〕［］]*[〕］])?';

const planTitle = new RegExp(`^[^，。；：]{1,60}(?:${planKinds})${titleBracket}$`, 'u');

/** Whether a line can be the title of a plan. */
export const isPlanTitle = (text: string): boolean => planTitle.test(text);

/** The longest line without a sentence that is whole by itself, as a title or the name of an office is. */
const shortLine = 40;

/** Whether the next line, with this number or none, goes on with the paragraph before it. */
function goesOn(last: Paragraph, { text, cells }: Line, numbered: Numbered | undefined): boolean {
  const { words } = last;
  if (last.cells || cells || annexHead.test(text) || annexHead.test(words) || isPlanTitle(words)) return false;
  if (beginsUnits(text) || isEnded(words)) return false;
  if (numbered && Math.floor(numbered.rank) !== decimalRank) return false;
  if (/^[，。、；：）”》]/u.test(text) || /[，、]$/u.test(words)) return true;
  if (isHeading(last)) return false;
  return /[。！？；]/u.test(words) || words.length > shortLine;
}

function paragraphOf(lines: TextLine[], cells: string[] | undefined): Paragraph {
  const words = joinLines(lines);
  const own = cells ? undefined : unitsLine(words);
  return {
    lines,
    words,
    cells,
    numbered: cells ? undefined : numberedIn(words),
    units: cells ? [] : own ? [own] : unitBrackets(textsOf(lines)),
    unread: cells || own ? undefined : unreadBracket(words),
  };
}

/**
 * Puts lines of running text together into paragraphs: a line goes on with the one before only where that ends in mid-sentence.
 * Of a document whose lines are whole paragraphs (`areWhole`), as Word has them, none is joined, and nowhere are lines between which
 * other words of the document (`received`) stand, as those of its record do.
 */
export function paragraphsOf(lines: readonly Line[], received: readonly Line[] = lines, areWhole = false): Paragraph[] {
  const apart = linesApart(lines, received);
  const paragraphs: Paragraph[] = [];
  for (const { number, text, cells } of lines) {
    const last = paragraphs.at(-1);
    const isNext = !areWhole && !apart.has(number);
    if (isNext && last && goesOn(last, { number, text, ...(cells ? { cells } : {}) }, numberedIn(text)))
      paragraphs[paragraphs.length - 1] = paragraphOf([...last.lines, { number, text }], undefined);
    else
      paragraphs.push({ ...paragraphOf([{ number, text }], cells), ...(apart.has(number) ? { isApart: true } : {}) });
  }
  return paragraphs;
}
