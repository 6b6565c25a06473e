import { diffChars } from 'diff';

/** A stretch in which two texts agree, or one in which they do not; a side without words is empty. */
export type Stretch = { same: true; text: string } | { same: false; left: string; right: string };

const punctuation = /[\p{P}\p{S}]/u;

type Change = Extract<Stretch, { same: false }>;
const rewords = (stretch: Stretch | undefined): boolean =>
  !!stretch && !stretch.same && !!stretch.left && !!stretch.right;

/** The plainest form: stretches alternate, neighbours of a kind are one. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const next of stretches) {
    const last = result.at(-1);
    if (last?.same && next.same) last.text += next.text;
    else if (last && !last.same && !next.same) {
      last.left += next.left;
      last.right += next.right;
    } else if (next.same ? next.text : next.left + next.right) result.push({ ...next });
  }
  return result;
}

/**
 * Joins changes that so few equal characters set apart that a reader takes them for one rewording: one character,
 * or two where neither change replaces anything.
 */
function bridged(stretches: readonly Stretch[]): Stretch[] {
  const between = stretches.map((stretch, index): Stretch => {
    const [before, after] = [stretches[index - 1], stretches[index + 1]];
    if (!stretch.same || !before || !after || punctuation.test(stretch.text)) return stretch;
    const reach = rewords(before) || rewords(after) ? 1 : 2;
    return [...stretch.text].length <= reach ? { same: false, left: stretch.text, right: stretch.text } : stretch;
  });
  return joined(between);
}

function sharedPrefix(left: string, right: string): number {
  let length = 0;
  while (length < left.length && length < right.length && left[length] === right[length]) length++;
  return length;
}

/** Gives back to the neighbours what both sides of a change begin or end with. */
function trimmed({ left, right }: Change): Stretch[] {
  const start = sharedPrefix(left, right);
  const [restLeft, restRight] = [left.slice(start), right.slice(start)];
  const end = sharedPrefix([...restLeft].reverse().join(''), [...restRight].reverse().join(''));
  return [
    { same: true, text: left.slice(0, start) },
    { same: false, left: restLeft.slice(0, restLeft.length - end), right: restRight.slice(0, restRight.length - end) },
    { same: true, text: restLeft.slice(restLeft.length - end) },
  ];
}

/**
 * Moves words that only one side has to where they begin a clause, if the texts allow it:
 * in `，推〔行流动服务，推〕动` the words added are rather `，〔推行流动服务，〕推动`.
 */
function settled(stretches: Stretch[]): Stretch[] {
  for (const [index, stretch] of stretches.entries()) {
    const [before, after] = [stretches[index - 1], stretches[index + 1]];
    if (stretch.same || rewords(stretch) || !before?.same || !after?.same) continue;
    const side = stretch.left ? 'left' : 'right';
    const words = stretch[side];
    for (let at = before.text.length; at > 0 && words.endsWith(before.text.slice(at)); at--) {
      const moved = before.text.slice(at);
      if (!punctuation.test(before.text[at - 1] ?? '')) continue;
      before.text = before.text.slice(0, at);
      stretch[side] = moved + words.slice(0, words.length - moved.length);
      after.text = moved + after.text;
      break;
    }
  }
  return joined(stretches);
}

/** Compares two texts character by character and gives the differences as a reader would name them; in order, nothing left out. */
export function diffTexts(left: string, right: string): Stretch[] {
  const raw = diffChars(left, right).map(
    ({ value, added, removed }): Stretch =>
      added || removed
        ? { same: false, left: removed ? value : '', right: added ? value : '' }
        : { same: true, text: value },
  );
  const trimmedAll = bridged(joined(raw)).flatMap((stretch) => (stretch.same ? [stretch] : trimmed(stretch)));
  return settled(joined(trimmedAll));
}
