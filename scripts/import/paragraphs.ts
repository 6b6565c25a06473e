import type { Line } from './lines.ts';
import { decimalRank, type Numbered, numberedIn } from './numbering.ts';
import { unitBrackets } from './unit-bracket.ts';

/** A paragraph of running text; line ends stand in it where a sentence was broken, as pages do. */
export interface Paragraph {
  text: string;
  /** The line of the document for each of its parts. */
  lines: number[];
  numbered?: Numbered | undefined;
}

const sentenceEnd = /[。！？；：…][”’）)〕】》]*$/u;

/** Whether a text ends where a sentence does. */
export const isEnded = (text: string): boolean =>
  sentenceEnd.test(text) || unitBrackets(text).some(({ end }) => end === text.length);

/** Whether a paragraph is a heading alone on its line. */
export function isHeading({ text, numbered }: Paragraph): boolean {
  if (!numbered || text.includes('\n') || numbered.rest.length > 60) return false;
  return !/[。！？；，、：,]./u.test(`${numbered.rest} `.replace(/[。：] $/u, '')) && unitBrackets(text).length === 0;
}

/** The text of a paragraph as it was before it was broken. */
export const joined = (text: string): string => text.replaceAll('\n', '');

function goesOn(last: Paragraph | undefined, numbered: Numbered | undefined): boolean {
  if (!last || isEnded(last.text) || isHeading(last)) return false;
  return !numbered || numbered.rank === decimalRank;
}

/** Puts lines of running text together into paragraphs: a line goes on with the one before if that ends in mid-sentence. */
export function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1);
    const numbered = numberedIn(line.text);
    if (last && goesOn(last, numbered)) {
      last.text += `\n${line.text}`;
      last.lines.push(line.number);
    } else paragraphs.push({ text: line.text, lines: [line.number], numbered });
  }
  return paragraphs;
}
