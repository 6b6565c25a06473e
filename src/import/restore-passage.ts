import type { CorrectionInput } from '../schema/correction.ts';
import { type Finding, restored, uncertain } from './finding.ts';
import type { TextLine } from './lines.ts';
import { isEnded } from './paragraphs.ts';

/** A fault of a passage that was mended or marked, as a correction without its place. */
export type Mending = Pick<
  Extract<CorrectionInput, { kind: 'restored' | 'gap' }>,
  'kind' | 'reading' | 'suggestion' | 'basis' | 'certainty'
>;

export interface RestoredPassage {
  paragraphs: string[];
  mendings: Mending[];
  findings: Finding[];
}

/** A text that says the same elsewhere: a row of the list. */
export interface Witness {
  number: number;
  text: string;
}

/** How many characters beside a break a witness must have, and how many are looked for at most. */
const least = 6;
const most = 14;

/** The longest end, or beginning, of a text that a witness has, not shorter than `least`. */
function shared(text: string, witness: string, side: 'end' | 'beginning'): string | undefined {
  for (let length = Math.min(most, text.length); length >= Math.min(least, text.length) && length > 0; length--) {
    const words = side === 'end' ? text.slice(-length) : text.slice(0, length);
    if (witness.includes(words)) return words;
  }
  return undefined;
}

/** The two sides of a line end joined, and what was mended there. */
interface Joined {
  text: string;
  mending: Mending;
  finding: (line: number, found: string) => Finding;
}

/** Drops words that a break repeats: `问题。｜题，坚决` where a witness reads `问题，坚决`. */
function withoutRepetition(left: string, right: string, witnesses: readonly Witness[]): Joined | undefined {
  const body = left.replace(/[。，；]$/u, '');
  for (let length = 1; length <= 4 && length < body.length; length++) {
    if (!right.startsWith(body.slice(-length))) continue;
    const window = body.slice(-least) + right.slice(length, length + least);
    const witness = witnesses.find(({ text }) => text.includes(window));
    if (!witness) continue;
    const basis = `换页处重出；任务清单第${witness.number}项作“${window}”。`;
    const reading = left.slice(-least) + right.slice(0, least);
    const kept = Math.min(least, left.length) - (left.length - body.length);
    const suggestion = reading.slice(0, kept) + right.slice(length, least);
    return {
      text: body + right.slice(length),
      mending: { kind: 'restored', reading, suggestion, basis, certainty: 'high' },
      finding: (line, found) => restored(line, found, basis),
    };
  }
  return undefined;
}

/** Marks words that a break has lost: a witness has the words on both sides, and others between them. */
function withGap(left: string, right: string, witnesses: readonly Witness[]): Joined | undefined {
  for (const { number, text } of witnesses) {
    const before = shared(left, text, 'end');
    const after = before && shared(right, text, 'beginning');
    if (!before || !after) continue;
    const start = text.indexOf(before) + before.length;
    const end = text.indexOf(after, start);
    if (end <= start || end - start > 80) continue;
    const lost = text.slice(start, end);
    const basis = `换页处缺字；任务清单第${number}项有整句。`;
    const [near, next] = [left.slice(-3), right.slice(0, 4)];
    return {
      text: left + right,
      mending: { kind: 'gap', reading: near + next, suggestion: near + lost + next, basis, certainty: 'high' },
      finding: (line, found) => uncertain(line, found, `${basis}正文照收到的文件，记为缺字：疑缺“${lost}”`),
    };
  }
  return undefined;
}

/**
 * Joins the lines of a passage that page ends have broken. What a break repeats is dropped and what it lost is marked, but
 * only on the word of a witness; a line end after a finished sentence is taken for a paragraph's end.
 */
export function restorePassage(lines: readonly TextLine[], witnesses: readonly Witness[]): RestoredPassage {
  const paragraphs: string[] = [];
  const mendings: Mending[] = [];
  const findings: Finding[] = [];
  for (const { number, text: right } of lines) {
    const left = paragraphs.at(-1);
    if (left === undefined) {
      paragraphs.push(right);
      continue;
    }
    const found = `${left.slice(-12)}｜${right.slice(0, 12)}`;
    const joined =
      withoutRepetition(left, right, witnesses) ?? (isEnded(left) ? undefined : withGap(left, right, witnesses));
    if (joined) {
      mendings.push(joined.mending);
      findings.push(joined.finding(number, found));
      paragraphs[paragraphs.length - 1] = joined.text;
    } else if (isEnded(left)) paragraphs.push(right);
    else {
      const witness = witnesses.find(({ text }) => text.includes(left.slice(-4) + right.slice(0, 4)));
      const why = `一句话断成两段，接排${witness ? `；任务清单第${witness.number}项是连着的` : ''}`;
      findings.push(restored(number, found, why));
      paragraphs[paragraphs.length - 1] = left + right;
    }
  }
  return { paragraphs, mendings, findings };
}
