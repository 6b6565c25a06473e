import type { Stretch } from '../text/diff.ts';

/** Whether a sentence, closing marks included, ends at an offset (UTF-16 code units); the ends of the text count. */
function sentenceEnds(text: string, at: number): boolean {
  return (
    at === 0 ||
    at === text.length ||
    (/[。；！？][”’）》]?$/u.test(text.slice(0, at)) && !/[”’）》]/u.test(text[at] ?? ''))
  );
}

/** Cuts a comparison wherever a sentence ends on both sides. */
export function alignedSentences(stretches: readonly Stretch[], plan: string, list: string): Stretch[][] {
  const lines: Stretch[][] = [];
  let line: Stretch[] = [];
  let [inPlan, inList] = [0, 0];
  const take = (stretch: Stretch) => {
    line.push(stretch);
    inPlan += (stretch.same ? stretch.text : stretch.left).length;
    inList += (stretch.same ? stretch.text : stretch.right).length;
    if (!sentenceEnds(plan, inPlan) || !sentenceEnds(list, inList)) return;
    lines.push(line);
    line = [];
  };
  for (const stretch of stretches) {
    if (!stretch.same) {
      take(stretch);
      continue;
    }
    let from = 0;
    const [planStart, listStart] = [inPlan, inList];
    for (let at = 1; at <= stretch.text.length; at++)
      if (at === stretch.text.length || (sentenceEnds(plan, planStart + at) && sentenceEnds(list, listStart + at))) {
        take({ same: true, text: stretch.text.slice(from, at) });
        from = at;
      }
  }
  return lines;
}

/** The words of one side of a comparison. */
export const sideText = (stretches: readonly Stretch[], side: 'left' | 'right') =>
  stretches.map((stretch) => (stretch.same ? stretch.text : stretch[side])).join('');

/** Makes one difference of a sentence of which less than half agrees: marks around single common characters are not readable. */
export function readable(line: Stretch[]): Stretch[] {
  const [left, right] = [sideText(line, 'left'), sideText(line, 'right')];
  const same = line.reduce((length, stretch) => length + (stretch.same ? stretch.text.length : 0), 0);
  return left && right && same * 2 < Math.max(left.length, right.length) ? [{ same: false, left, right }] : line;
}
