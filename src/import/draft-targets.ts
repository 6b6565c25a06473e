import type { DraftMeasureData } from './draft.ts';
import { type Finding, uncertain } from './finding.ts';
import { joinLines, type TextLine } from './lines.ts';
import { candidatesIn, type QuantityPlace } from './target-candidates.ts';

/** The number of the line on which words of a passage begin; of its first line where they are not in it as printed. */
function lineNumberOf(words: string, lines: readonly TextLine[]): number | undefined {
  const at = Math.max(0, joinLines(lines).indexOf(words));
  let end = 0;
  return lines.find(({ text }) => {
    end += text.length;
    return end > at;
  })?.number;
}

/** A row of the list in which numbers are looked for. */
interface NumberedRow {
  number: number;
  /** Its words, and those of its other cells that may hold numbers. */
  texts: string[];
}

/**
 * The targets and limits of a measure, as candidates. `rows` is left out where the document has no list; numbers that no row of a
 * list has belong to the measure where it is `printed`, and are reported.
 */
export function draftTargets(
  measure: { number: number; texts: string[]; lines: readonly TextLine[] },
  rows: readonly NumberedRow[] | undefined,
  isPrinted: boolean,
): { data: Pick<DraftMeasureData, 'targets' | 'limits'>; findings: Finding[] } {
  const { number, lines } = measure;
  const places: QuantityPlace[] = [
    ...(rows ?? []).flatMap((row) => row.texts.map((text) => ({ text, task: row.number }))),
    ...measure.texts.map((text) => ({ text, task: 0 })),
  ];
  const candidates = candidatesIn(places, number, lines[0]?.number);
  const findings = [...candidates.findings];
  const placed = <Item extends QuantityPlace>(items: readonly Item[]): (Omit<Item, 'task'> & { task?: number })[] =>
    items.flatMap((item) => {
      const { task, ...data } = item;
      if (!rows || (isPrinted && task === 0)) return [data];
      if (task > 0) return [item];
      const only = rows.length === 1 ? rows[0] : undefined;
      const why = only
        ? `清单里没有这个数，记在第${only.number}项`
        : '清单里没有这个数，不知道属于哪一项，没有记作目标';
      findings.push(uncertain(lineNumberOf(item.text, lines), `措施${number}：“${item.text}”`, why));
      return only ? [{ ...data, task: only.number }] : [];
    });
  const targets = placed(candidates.targets);
  const limits = placed(candidates.limits);
  return { data: { ...(targets.length > 0 ? { targets } : {}), ...(limits.length > 0 ? { limits } : {}) }, findings };
}
