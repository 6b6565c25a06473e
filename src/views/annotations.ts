import type { Limit, Note, Target } from '../model/types.ts';
import { quotedAt } from '../text/quotations.ts';
import { figureWords } from './figures.ts';

/** A stretch of official text that carries something: a number promised, a bound, or an editor's note. */
export interface Mark {
  start: number;
  end: number;
  target?: Target;
  limit?: Limit;
  note?: Note;
}

/** A quoted term in a text. */
export interface TermMark {
  start: number;
  end: number;
  term: string;
}

/** Where quoted terms stand in a text; where a note stands too, the note alone, since one link cannot hold another. */
export const termMarksIn = (text: string, marks: readonly Mark[]): TermMark[] =>
  quotedAt(text).filter(({ start, end }) => !marks.some((mark) => mark.note && mark.start < end && start < mark.end));

/** Where in a text its targets, limits and annotated readings stand; in order, never overlapping. What the text lacks is left out. */
export function marksIn(
  text: string,
  { targets, limits, notes }: { targets: readonly Target[]; limits: readonly Limit[]; notes: readonly Note[] },
): Mark[] {
  const marks: Mark[] = [];
  const add = (words: string, from: number, extra: Partial<Mark>) => {
    const start = from < 0 ? -1 : text.indexOf(words, from);
    if (start >= 0) marks.push({ start, end: start + words.length, ...extra });
  };
  for (const target of targets) {
    const words = figureWords(target);
    add(words, offset(text, target.text, words), { target });
  }
  for (const limit of limits) {
    const words = figureWords(limit);
    add(words, offset(text, limit.text, words), { limit });
  }
  for (const note of notes) if (note.reading) add(note.reading, 0, { note });
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  return marks.filter((mark, index) => marks.slice(0, index).every((earlier) => earlier.end <= mark.start));
}

/** Where the last `words` of a quotation begin in a text; -1 if the text does not hold the quotation. */
function offset(text: string, quotation: string, words: string): number {
  const start = text.indexOf(quotation);
  return start < 0 ? -1 : start + Math.max(quotation.lastIndexOf(words), 0);
}

/** A text cut at its marks: plain stretches and marked ones, in order; together they are the text. */
export function segments(text: string, marks: readonly Mark[]): { text: string; mark?: Mark }[] {
  const pieces: { text: string; mark?: Mark }[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start > at) pieces.push({ text: text.slice(at, mark.start) });
    pieces.push({ text: text.slice(mark.start, mark.end), mark });
    at = mark.end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}
