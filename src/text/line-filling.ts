/** A stretch of text in one size. */
export interface Run {
  text: string;
  /** In the unit of the room. */
  size: number;
}

/** Characters that may not begin a line of Chinese, nor end one. */
const noStart = /^[，。、；：？！”’）》〕」』·%]/u;
const noEnd = /[“‘（《〔「『]$/u;

/** What stays on one line: a number or Latin word, or a single character. */
const pieces = /[\x21-\x7e]+|./gsu;

/** The width of a character in em where its font is not known: those of Chinese take one, and no Latin one takes more than 0.62. */
export const roughWidth = (character: string): number => (/[\x20-\x7e]/u.test(character) ? 0.62 : 1);

/**
 * Breaks runs of text into lines no wider than the room, by the rules of Chinese for punctuation; a sign that may not begin a line
 * hangs over. Each run is cut where its line is.
 */
export function fillLines<One extends Run>(
  runs: readonly One[],
  room: number,
  widthOf: (character: string) => number = roughWidth,
): One[][] {
  const lines: One[][] = [[]];
  let used = 0;
  for (const run of runs)
    for (const [piece] of run.text.matchAll(pieces)) {
      const width = [...piece].reduce((sum, one) => sum + widthOf(one) * run.size, 0);
      const line = lines.at(-1) ?? [];
      const last = line.at(-1);
      if (used > 0 && used + width > room && !noStart.test(piece)) {
        lines.push([]);
        used = 0;
        // A bracket or quotation mark that opens goes with what it opens.
        const opening = last && noEnd.exec(last.text)?.[0];
        if (last && opening && last.text !== opening) {
          last.text = last.text.slice(0, -opening.length);
          lines.at(-1)?.push({ ...last, text: opening });
          used = widthOf(opening) * last.size;
        }
      }
      const open = lines.at(-1) ?? [];
      const end = open.at(-1);
      if (end && sources.get(end) === run) end.text += piece;
      else {
        const cut = { ...run, text: piece };
        sources.set(cut, run);
        open.push(cut);
      }
      used += width;
    }
  return lines;
}

/** The run that a cut one comes from. */
const sources = new WeakMap<Run, Run>();
