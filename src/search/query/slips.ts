import { isHan } from '../shared/tokenizer.ts';
import type { Dictionary, Word } from './dictionary.ts';

/** How a word was mistyped. Of `letters` some characters are left in pinyin; `other` is a character of another sound. */
export type SlipKind = 'sound' | 'letters' | 'initials' | 'swapped' | 'doubled' | 'extra' | 'missing' | 'other';

/** A part of a query, and the word that it may be a slip of. */
export interface Slip {
  kind: SlipKind;
  /** Positions in the query; the end is exclusive. */
  start: number;
  end: number;
  word: Word;
  /** How unlikely it is, from 0. */
  cost: number;
}

// What counts as a slip and how unlikely each kind is; a test holds each.
const costs = {
  letters: 0.1,
  doubled: 0.2,
  initials: 0.5,
  sound: 0.5,
  swapped: 0.5,
  missing: 0.6,
  other: 0.9,
  extra: 0.9,
};
/** Two characters or letters fewer tell less. */
const shortCost = 0.4;
/** The characters of the longest part that is compared. */
const longestPart = 10;
/** The letters of the fewest initials. */
const leastInitials = 3;
/** The characters of a word in which another sound, a character left out or put in is a slip though more was typed than the word. */
const leastForOther = 4;

const isLetter = (sign = '') => /^[a-z]$/u.test(sign);
const sorted = (signs: Iterable<string>) => [...signs].sort().join('');

/** A query as it is searched for slips: a character each, and whether it stands in a word that is known. */
export interface Typed {
  signs: readonly string[];
  isKnown: readonly boolean[];
  /** The ordinary word in which each character stands, as a number: of a character by itself a negative one. */
  ordinary: readonly number[];
}

/** True for a part that begins or ends within an ordinary word. */
function cutsWord({ ordinary }: Typed, start: number, end: number): boolean {
  return [start, end].some((at) => (ordinary[at] ?? -1) >= 0 && ordinary[at - 1] === ordinary[at]);
}

/** True where a character stands in an ordinary word. */
const isOrdinary = ({ ordinary }: Typed, at: number) => (ordinary[at] ?? -1) >= 0;

/** What a part of a query is compared by. */
interface Part {
  start: number;
  end: number;
  isWhole: boolean;
  /** The characters that are in no known word. */
  unknown: number;
}

function partOf({ signs, isKnown }: Typed, start: number, end: number): Part {
  const isWhole = start === 0 && end === signs.length;
  return { start, end, isWhole, unknown: isKnown.slice(start, end).filter((known) => !known).length };
}

/** Parts that sound like a word, whatever is written in characters and what in pinyin. */
function* soundSlips(typed: Typed, dictionary: Dictionary): Generator<Slip> {
  const { signs, isKnown } = typed;
  for (let start = 0; start < signs.length; start++)
    for (let end = start + 2; end <= signs.length; end++) {
      // A run of letters is never cut.
      if (isLetter(signs[start]) && isLetter(signs[start - 1])) break;
      if (isLetter(signs[end]) && isLetter(signs[end - 1])) continue;
      const written = signs.slice(start, end);
      const { isWhole, unknown } = partOf(typed, start, end);
      if (written.some(isLetter)) {
        if (unknown === 0) continue;
        const text = written.join('');
        const short = written.length < 4 ? shortCost : 0;
        for (const word of dictionary.wordsOfLetters(written))
          if (word.letters !== text) yield { kind: 'letters', start, end, word, cost: costs.letters + short };
        if (written.every(isLetter) && written.length >= leastInitials)
          for (const word of dictionary.wordsOfInitials(text))
            yield { kind: 'initials', start, end, word, cost: costs.initials };
        continue;
      }
      if (end - start > longestPart) break;
      if (unknown < 2 && !isWhole) continue;
      for (const word of dictionary.wordsOfSound(written)) {
        const meant = [...word.letters];
        const wrong = meant.flatMap((sign, at) => (sign === written[at] ? [] : [start + at]));
        if (wrong.length === 0 || meant.length !== written.length) continue;
        const isAllWrong = wrong.length === meant.length;
        if (isAllWrong && (!isWhole || wrong.every((at) => isOrdinary(typed, at)))) continue;
        if (!isWhole && wrong.some((at) => isKnown[at])) continue;
        yield { kind: 'sound', start, end, word, cost: (costs.sound * wrong.length) / meant.length };
      }
    }
}

/** Parts as long as a word: one other character, or the same in another order. */
function* sameLength(typed: Typed, text: string, { letters }: Word): Generator<Omit<Slip, 'word'>> {
  const size = letters.length;
  for (let start = 0; start + size <= text.length; start++) {
    const end = start + size;
    const written = text.slice(start, end);
    const wrong = [...letters].flatMap((sign, at) => (sign === written[at] ? [] : [at]));
    const { isWhole, unknown } = partOf(typed, start, end);
    const short = size < leastForOther ? shortCost : 0;
    if (wrong.length === 1) {
      const [at = 0] = wrong;
      const isEnough = size >= leastForOther ? unknown >= 2 : isWhole && unknown > 0;
      const isSlip = isHan(written[at] ?? '') && !typed.isKnown[start + at] && !isOrdinary(typed, start + at);
      if (isEnough && isSlip) yield { kind: 'other', start, end, cost: costs.other + short };
    } else if (
      unknown >= (isWhole && size <= leastForOther ? 1 : 2) &&
      [...written].every(isHan) &&
      sorted(written) === sorted(letters)
    )
      yield { kind: 'swapped', start, end, cost: costs.swapped };
  }
}

/** Parts with a character more than a word. */
function* longer(typed: Typed, text: string, { letters }: Word): Generator<Omit<Slip, 'word'>> {
  const size = letters.length;
  for (let start = 0; start + size < text.length; start++)
    for (let at = start + 1; at <= start + size; at++) {
      if (text.slice(start, at) + text.slice(at + 1, start + size + 1) !== letters) continue;
      const [sign = '', before, after] = [text[at], text[at - 1], text[at + 1]];
      const part = { start, end: start + size + 1 };
      const { isWhole, unknown } = partOf(typed, part.start, part.end);
      if (!isHan(sign)) continue;
      if (sign === before || sign === after) {
        if (unknown > 0) yield { kind: 'doubled', ...part, cost: costs.doubled };
      } else if (at < start + size && size >= leastForOther && !typed.isKnown[at] && (isWhole || unknown >= 2))
        yield { kind: 'extra', ...part, cost: costs.extra };
      break;
    }
}

/** Parts with a character less than a word. */
function* shorter(typed: Typed, text: string, { letters }: Word): Generator<Omit<Slip, 'word'>> {
  const size = letters.length;
  for (let at = 0; at < size && size > 2; at++) {
    const start = text.indexOf(letters.slice(0, at) + letters.slice(at + 1));
    if (start < 0) continue;
    const end = start + size - 1;
    const { isWhole, unknown } = partOf(typed, start, end);
    const isBeside = [start + at - 1, start + at].some((one) => typed.isKnown[one] === false);
    // What stands in the place of the first or the last is another character, and none is missing.
    const inPlace = at === 0 ? start - 1 : at === size - 1 ? end : -1;
    if (typed.isKnown[inPlace] === false) continue;
    const short = size < leastForOther ? shortCost : 0;
    if (isBeside && (isWhole || (size >= leastForOther && unknown >= 2)))
      yield { kind: 'missing', start, end, cost: costs.missing + short };
  }
}

/** Every part of a query that may be a slip of a word of the dictionary. */
export function* findSlips(typed: Typed, dictionary: Dictionary): Generator<Slip> {
  for (const slip of slipsIn(typed, dictionary)) if (!cutsWord(typed, slip.start, slip.end)) yield slip;
}

function* slipsIn(typed: Typed, dictionary: Dictionary): Generator<Slip> {
  yield* soundSlips(typed, dictionary);
  const text = typed.signs.join('');
  const present = new Set(typed.signs);
  for (const word of dictionary.words) {
    let absent = 0;
    for (const sign of word.letters) if (!present.has(sign) && ++absent > 1) break;
    if (absent > 1) continue;
    // What holds a word may be it with a character doubled.
    const compared = text.includes(word.letters) ? [longer] : [sameLength, longer, shorter];
    for (const compare of compared) for (const slip of compare(typed, text, word)) yield { ...slip, word };
  }
}
