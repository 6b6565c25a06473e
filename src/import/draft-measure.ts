import type { DraftMeasure } from './draft.ts';
import { type Finding, uncertain } from './finding.ts';
import { joinLines, type TextLine } from './lines.ts';
import type { ReadMeasure } from './read-measures.ts';
import type { ListRow } from './restore-cells.ts';
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

/** The number with which the list prints the title of a measure. */
const listNumber = /^[（(][〇一二三四五六七八九十百\d]+[）)]|^\d+[.、]/u;

/** The data of a measure. `rows` is left out where the document has no list; numbers that no row of a list has are reported. */
export function draftMeasure(
  { number, title, environment, units, paragraphs, lines }: ReadMeasure,
  rows: readonly ListRow[] | undefined,
): { measure: DraftMeasure; findings: Finding[] } {
  const own: QuantityPlace = { text: paragraphs.join(''), task: 0 };
  const places = [...(rows ?? []).map((row) => ({ text: row.text, task: row.number })), own];
  const candidates = candidatesIn(places, number, lines[0]?.number);
  const findings = [...candidates.findings];
  const placed = <Item extends QuantityPlace>(items: readonly Item[]): (Omit<Item, 'task'> & { task?: number })[] =>
    items.flatMap((item) => {
      const { task, ...data } = item;
      if (!rows) return [data];
      if (task > 0) return [item];
      const only = rows.length === 1 ? rows[0] : undefined;
      const why = only
        ? `清单里没有这个数，记在第${only.number}项`
        : '清单里没有这个数，不知道属于哪一项，没有记作目标';
      findings.push(uncertain(lineNumberOf(item.text, lines), `措施${number}：“${item.text}”`, why));
      return only ? [{ ...data, task: only.number }] : [];
    });
  const listTitle = rows
    ?.find((row) => row.measure !== '')
    ?.measure.replace(listNumber, '')
    .trim();
  const targets = placed(candidates.targets);
  const limits = placed(candidates.limits);
  const data: DraftMeasure['data'] = {
    number,
    title,
    ...(listTitle && listTitle !== title ? { listTitle } : {}),
    environment,
    ...(units ? { units } : {}),
    topics: [],
    ...(targets.length > 0 ? { targets } : {}),
    ...(limits.length > 0 ? { limits } : {}),
    ...(rows && {
      tasks: rows.map((row) => ({
        number: row.number,
        ...(row.innovation ? { innovation: true as const } : {}),
        text: row.text,
        ...(row.units ? { units: row.units } : {}),
      })),
    }),
  };
  return { measure: { data, paragraphs }, findings };
}
