import { distance } from 'fastest-levenshtein';
import { unnumbered } from '../text/outline-numbers.ts';
import type { ListRow } from './cells.ts';
import type { Finding } from './finding.ts';
import type { ReadMeasure } from './measure.ts';

const pairsOf = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));

/** The part of a text's pairs of characters that another has. */
function overlap(text: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0;
  for (const pair of text) if (other.has(pair)) common++;
  return text.size > 0 ? common / text.size : 0;
}

/** Whether two titles are the same but for slips. */
const alike = (a: string, b: string): boolean => {
  const [left, right] = [unnumbered(a), unnumbered(b)].map((words) => words.replace(/[。\s]/gu, '')) as [
    string,
    string,
  ];
  return left !== '' && right !== '' && distance(left, right) <= Math.max(left.length, right.length) * 0.4;
};

/**
 * Gives each row of the list the measure that it belongs to. Rows follow the order of the measures; among the ways to divide
 * them so, the one is taken in which the rows agree best with the measures in their words, printed titles and headings.
 */
export function assignRows(
  rows: readonly ListRow[],
  measures: readonly ReadMeasure[],
): { owners: (ReadMeasure | undefined)[]; findings: Finding[] } {
  if (measures.length === 0)
    return {
      owners: rows.map(() => undefined),
      findings: rows.map(({ line, number, text }) => ({
        kind: 'unread',
        line,
        found: text,
        why: `第${number}项：没有措施可以归入`,
      })),
    };
  const words = measures.map(({ title, text }) => pairsOf(`${title}。${text}`));
  const agreement = (row: ListRow, at: number): number => {
    const { title, environment } = measures[at] as ReadMeasure;
    const titled = row.measure === '' ? 0 : alike(row.measure, title) ? 3 : -1;
    const placed = row.heading === undefined ? 0 : alike(row.heading, environment) ? 1 : -1;
    return overlap(pairsOf(row.text), words[at] as Set<string>) + titled + placed;
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

  const owners = places.map((place) => measures[place]);
  const findings = rows.flatMap((row, index): Finding[] => {
    const owner = owners[index] as ReadMeasure;
    if (
      overlap(pairsOf(row.text), words[places[index] as number] as Set<string>) >= 0.3 ||
      alike(row.measure, owner.title)
    )
      return [];
    return [
      {
        kind: 'uncertain',
        line: row.line,
        found: `第${row.number}项“${row.text.slice(0, 20)}”`,
        why: `与措施${owner.number}的文字不相近，只凭次序归入措施${owner.number}“${owner.title}”`,
      },
    ];
  });
  return { owners, findings };
}
