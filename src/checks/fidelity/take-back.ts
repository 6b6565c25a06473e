import { isSamePlace } from '../../model/notes.ts';
import type { Plan } from '../../model/types.ts';
import type { Correction, TextPlace } from '../../schema/correction.ts';
import { withoutBlanks } from '../../text/normalise.ts';
import type { SourceLine } from './source-lines.ts';

type Kind<K extends Correction['kind']> = Extract<Correction, { kind: K }>;
export const ofKind = <K extends Correction['kind']>(plan: Plan, kind: K) =>
  plan.corrections.filter((correction): correction is Kind<K> => correction.kind === kind);

/** The lines of the source without the words that the content leaves out: the first line that is them, or the last that they begin. */
export function withoutLeftOut(plan: Plan, source: readonly SourceLine[]): readonly SourceLine[] {
  return ofKind(plan, 'left-out').reduce<readonly SourceLine[]>((lines, { reading }) => {
    const words = withoutBlanks(reading);
    const whole = lines.findIndex(({ text }) => text === words);
    const at = whole < 0 ? lines.findLastIndex(({ text }) => text.startsWith(words)) : whole;
    const { text, number } = lines[at] ?? { text: '', number: 0 };
    const rest = text.slice(words.length);
    return at < 0 ? lines : lines.toSpliced(at, 1, ...(rest === '' ? [] : [{ text: rest, number }]));
  }, source);
}

const isAt =
  (place: TextPlace) =>
  ({ where }: Kind<'restored' | 'break'>) =>
    isSamePlace(where, place);

/** One place's text with the words that the editor restored as the transcription reads them. */
export function withReadings(text: string, plan: Plan, place: TextPlace): string {
  // The replacement is a function, as `$` in a string would be a pattern.
  return ofKind(plan, 'restored')
    .filter(isAt(place))
    .reduce((result, { suggestion, reading }) => result.replace(suggestion, () => reading), text);
}

/** The place in a text at which a number of characters other than line ends have gone before. */
export function placeAfter(text: string, count: number): number {
  let place = 0;
  for (let left = count; left > 0; place++) if (text[place] !== '\n') left--;
  return place;
}

/**
 * A text broken where the reading of a break says. Where one side of the reading was changed, so that it stands nowhere in the texts
 * `within`, the other still tells the place.
 */
function brokenAt(text: string, reading: string, within: string): string {
  const [left = '', right = ''] = reading.split('｜');
  const words = text.replaceAll('\n', '');
  const whole = words.indexOf(left + right);
  const isOnce = (side: string) =>
    side !== '' && words.includes(side) && words.indexOf(side) === words.lastIndexOf(side);
  if (whole < 0 && (within.includes(left + right) || (!isOnce(left) && !isOnce(right)))) return text;
  const before =
    whole >= 0 ? whole + left.length : isOnce(right) ? words.indexOf(right) : words.indexOf(left) + left.length;
  const place = placeAfter(text, before);
  return `${text.slice(0, place)}\n${text.slice(place)}`;
}

/**
 * One place's text as transcribed: the restored words taken back, and a line end at each page break. `within` is all text of the
 * place, where this is a part of it.
 */
export function takeBack(text: string, plan: Plan, place: TextPlace, within = text): string {
  return ofKind(plan, 'break')
    .filter(isAt(place))
    .reduce((result, { reading }) => brokenAt(result, reading, within), withReadings(text, plan, place));
}
