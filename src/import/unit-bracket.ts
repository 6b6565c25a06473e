import { unitsBracket } from '../model/printed-form.ts';
import { withoutBlanks } from '../text/normalise.ts';
import { readUnits, type UnitReading } from './read-units.ts';
import { otherLabel, roleWords } from './unit-words.ts';

/** Words that name the units responsible: a bracket, or a line of their own. Offsets are UTF-16 code units. */
export interface UnitBracket extends UnitReading {
  start: number;
  end: number;
  /** The words as printed, with their bracket. */
  printed: string;
}

const openers = '（(〔［[【';
const closers = '）)〕］]】';

/** The longest bracket that is read. */
const longest = 400;

/**
 * The brackets of a text that name units, in order, with offsets in its words; the text is given line by line, as names alone are
 * units only at the end of a line. A bracket may hold others, as in `（责任单位：甲（牵头）、乙）`.
 */
export function unitBrackets(lines: readonly string[]): UnitBracket[] {
  const text = lines.join('');
  const ends = new Set<number>();
  lines.reduce((at, line) => {
    ends.add(at + line.length);
    return at + line.length;
  }, 0);
  const found: UnitBracket[] = [];
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string;
    if (openers.includes(sign)) open.push(at);
    else if (closers.includes(sign)) {
      const start = open.pop();
      const end = at + 1;
      if (start === undefined || at - start > longest) continue;
      // Names alone are units at the end of a line, and behind a sentence.
      const isApart =
        ends.has(end) ||
        (/[。；]/u.test(text[end] ?? '') && ends.has(end + 1)) ||
        /[。；]$/u.test(text.slice(0, start));
      const reading = readUnits(text.slice(start + 1, at), isApart);
      if (!reading) continue;
      // The outer bracket holds the inner ones.
      while ((found.at(-1)?.start ?? -1) > start) found.pop();
      found.push({ start, end, printed: text.slice(start, end), ...reading });
    }
  }
  const sentence = unitsSentence(text);
  return sentence && !found.some(({ end }) => end > sentence.start) ? [...found, sentence] : found;
}

/** The last sentence of a text, where it names units without a bracket: `……。责任单位：甲、乙。` */
function unitsSentence(text: string): UnitBracket | undefined {
  const start = text.search(lastUnits);
  const printed = text.slice(start);
  const reading = start < 0 || printed.length > longest ? undefined : readUnits(printed, true);
  return reading && { start, end: text.length, printed, ...reading };
}

/** How a line begins that does nothing but name units. */
const unitsLineStart = new RegExp(`^(?:(?:${roleWords})(?:单位|部门|主体)|(?:责任|任务|职责)分工)[：:]`, 'u');

/** Where a last sentence begins that does so, outside brackets. */
const lastUnits = new RegExp(`(?<=[。；])(?:${roleWords})(?:单位|部门|主体)[：:][^。]+。?$`, 'u');

/** Whether a line of its own says what stands beside units: a time, a person. */
export const isBesideUnits = (text: string): boolean => otherLabel.test(text);

/** Whether a line begins to name units, and does nothing else. */
export const beginsUnits = (text: string): boolean => unitsLineStart.test(text);

/** The units that a line of its own names: `责任单位：甲、乙`; undefined if it is none. */
export function unitsLine(text: string): UnitBracket | undefined {
  if (!beginsUnits(text) || text.length > longest) return undefined;
  const reading = readUnits(text, true);
  return reading && { start: 0, end: text.length, printed: text, ...reading };
}

/** The bracket at a text's end that speaks of units and was not read. */
export function unreadBracket(text: string): string | undefined {
  const end = text.replace(/[。；]$/u, '').length;
  if (!closers.includes(text[end - 1] ?? ' ') || unitBrackets([text]).some((bracket) => bracket.end === end))
    return undefined;
  let depth = 0;
  for (let at = end - 1; at >= 0; at--) {
    if (closers.includes(text[at] as string)) depth++;
    if (openers.includes(text[at] as string)) depth--;
    if (depth > 0) continue;
    const printed = text.slice(at, end);
    return /[局委办厅院]|部门|单位|政府|公司|街道|负责|牵头|配合/u.test(printed) ? printed : undefined;
  }
  return undefined;
}

/** Whether a bracket is one that the check can hold against the source: it stands as the handbook prints it. */
export const isVerifiableBracket = ({ printed, units, changed, remarks }: UnitBracket): boolean =>
  !changed && remarks.length === 0 && withoutBlanks(printed) === unitsBracket({ unitsText: units });
