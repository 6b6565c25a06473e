import { distance } from 'fastest-levenshtein';
import { lettersOf } from '../text/normalise.ts';
import { unnumbered } from '../text/outline-numbers.ts';
import { type Bigrams, bigramsOf, containment } from '../text/similarity.ts';
import { type Finding, uncertain, unread } from './finding.ts';

/** Whether two titles are the same but for slips. */
export function isSameTitle(a: string, b: string): boolean {
  const [left, right] = [lettersOf(unnumbered(a)), lettersOf(unnumbered(b))];
  return left !== '' && right !== '' && distance(left, right) <= Math.max(left.length, right.length) * 0.4;
}

/** A row by its words, and those above it. */
interface RowWords {
  number: number;
  line: number;
  heading?: string | undefined;
  measure: string;
  text: string;
}

/** A measure by its words. */
interface MeasureWords {
  number: number;
  title: string;
  environment: string;
  text: string;
}

/** How much of a row's words is in a measure; the row belongs there for certain from this on. */
const certainShare = 0.3;

/**
 * Gives each row of the list the number of the measure that it belongs to. Rows follow the order of the measures; among the ways to divide
 * them so, the one is taken in which the rows agree best with the measures in their words, printed titles and headings.
 */
export function assignRows(
  rows: readonly RowWords[],
  measures: readonly MeasureWords[],
): { owners: (number | undefined)[]; findings: Finding[] } {
  if (measures.length === 0)
    return {
      owners: rows.map(() => undefined),
      findings: rows.map(({ line, number, text }) =>
        unread(line, `第${number}项：${text}`, '清单的这一项没有措施可以归入'),
      ),
    };
  const words = measures.map(({ title, text }) => bigramsOf(`${title}。${text}`));
  const shareIn = (row: RowWords, at: number) => containment(bigramsOf(row.text), words[at] as Bigrams);
  const agreement = (row: RowWords, at: number): number => {
    const { title, environment } = measures[at] as MeasureWords;
    const named = containment(bigramsOf(row.measure), words[at] as Bigrams);
    const titled = row.measure === '' ? 0 : isSameTitle(row.measure, title) ? 3 : 2 * named - 1;
    const isPlaced = [environment, title].some((one) => isSameTitle(row.heading ?? '', one));
    const placed = row.heading === undefined ? 0 : isPlaced ? 1 : -1;
    return shareIn(row, at) + titled + placed;
  };

  // The best sum up to each row if it belongs to a measure, and the measure of the row before in that way.
  let sums: number[] = measures.map(() => 0);
  const ways: number[][] = [];
  for (const row of rows) {
    const way: number[] = [];
    let best = 0;
    sums = measures.map((_, at) => {
      // Of two ways alike, the row stays with the measure of the row before.
      if ((sums[at] as number) >= (sums[best] as number)) best = at;
      way.push(best);
      return (sums[best] as number) + agreement(row, at);
    });
    ways.push(way);
  }
  const places: number[] = [];
  let at = sums.reduce((best, sum, index) => (sum > (sums[best] as number) ? index : best), 0);
  for (const way of ways.toReversed()) {
    places.unshift(at);
    at = way[at] as number;
  }

  const findings = rows.flatMap((row, index): Finding[] => {
    const place = places[index] as number;
    const { number, title } = measures[place] as MeasureWords;
    if (shareIn(row, place) >= certainShare || isSameTitle(row.measure, title)) return [];
    const found = `第${row.number}项“${row.text.slice(0, 20)}”→措施${number}“${title}”`;
    return [uncertain(row.line, found, '清单的这一项与措施的文字不相近，只凭次序归入')];
  });
  return { owners: places.map((place) => measures[place]?.number), findings };
}
