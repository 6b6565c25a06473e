import type { CorrectionInput } from '../schema/correction.ts';
import type { Finding } from './finding.ts';
import { isEnded } from './paragraphs.ts';

/** A fault of a passage that was mended or marked, as a correction without its place. */
export type Mending = Pick<
  Extract<CorrectionInput, { kind: 'restored' | 'gap' }>,
  'kind' | 'reading' | 'suggestion' | 'basis' | 'certainty'
>;

export interface RestoredPassage {
  /** With a line end only where the document has a paragraph's end. */
  text: string;
  mendings: Mending[];
  findings: Finding[];
}

/** A text that says the same elsewhere: a row of the list. */
export interface Witness {
  number: number;
  text: string;
}

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

/** Words that a break repeats: `问题。｜题，坚决` where a witness reads `问题，坚决`. */
function repeated(left: string, right: string, witnesses: readonly Witness[]) {
  const body = left.replace(/[。，；]$/u, '');
  for (let length = 1; length <= 4 && length < body.length; length++) {
    const words = body.slice(-length);
    if (!right.startsWith(words)) continue;
    const window = body.slice(-least) + right.slice(length, length + least);
    const witness = witnesses.find(({ text }) => text.includes(window));
    if (witness) return { witness, body, rest: right.slice(length), window };
  }
  return undefined;
}

/** Words that a break has lost: a witness has the words on both sides, and others between them. */
function lost(left: string, right: string, witnesses: readonly Witness[]) {
  for (const witness of witnesses) {
    const before = shared(left, witness.text, 'end');
    const after = before && shared(right, witness.text, 'beginning');
    if (!before || !after) continue;
    const start = witness.text.indexOf(before) + before.length;
    const end = witness.text.indexOf(after, start);
    if (end > start && end - start <= 80) return { witness, words: witness.text.slice(start, end) };
  }
  return undefined;
}

/**
 * Joins a passage that page ends have broken (at its line ends). What a break repeats is dropped and what it lost is marked, but
 * only on the word of a witness; a line end after a finished sentence is taken for a paragraph's end.
 * `line` gives the line of the document for each part of the passage.
 */
export function restorePassage(
  passage: string,
  lines: readonly (number | undefined)[],
  witnesses: readonly Witness[],
): RestoredPassage {
  const mendings: Mending[] = [];
  const findings: Finding[] = [];
  const [first = '', ...parts] = passage.split('\n');
  let text = first;
  for (const [index, right] of parts.entries()) {
    const line = lines[index + 1];
    const found = `${text.slice(-12)}｜${right.slice(0, 12)}`;
    const tell = (kind: Finding['kind'], why: string) => findings.push({ kind, line, found, why });
    const left = text.slice(text.lastIndexOf('\n') + 1);

    const repetition = repeated(left, right, witnesses);
    if (repetition) {
      const basis = `换页处重出；任务清单第${repetition.witness.number}项作“${repetition.window}”。`;
      const reading = left.slice(-least) + right.slice(0, least);
      const dropped = left.length - repetition.body.length;
      const repeatedLength = right.length - repetition.rest.length;
      const suggestion = reading.slice(0, Math.min(least, left.length) - dropped) + right.slice(repeatedLength, least);
      mendings.push({ kind: 'restored', reading, suggestion, basis, certainty: 'high' });
      text = text.slice(0, text.length - dropped) + repetition.rest;
      tell('restored', basis);
      continue;
    }
    const loss = isEnded(left) ? undefined : lost(left, right, witnesses);
    if (loss) {
      const basis = `换页处缺字；任务清单第${loss.witness.number}项有整句。`;
      const [before, after] = [left.slice(-3), right.slice(0, 4)];
      mendings.push({
        kind: 'gap',
        reading: before + after,
        suggestion: before + loss.words + after,
        basis,
        certainty: 'high',
      });
      tell('uncertain', `${basis}正文照转录，记为缺字：疑缺“${loss.words}”`);
      text += right;
      continue;
    }
    if (isEnded(left)) text += `\n${right}`;
    else {
      const witness = witnesses.find((one) => one.text.includes(left.slice(-4) + right.slice(0, 4)));
      tell('restored', `一句话断成两段，接排${witness ? `；任务清单第${witness.number}项是连着的` : ''}`);
      text += right;
    }
  }
  return { text, mendings, findings };
}
