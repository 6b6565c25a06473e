import { contentFiles } from '../entries.ts';
import { measureNumber } from '../places.ts';
import type { Problem } from '../problem.ts';
import type { PlanScope, Rule } from '../scope.ts';

/** Whole numbers from `first` to `last`. */
const range = (first: number, last: number) =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);

const listed = (numbers: readonly number[]) => {
  const [first, last] = [numbers[0], numbers.at(-1)];
  return first === last ? `第${first}项` : `第${first}至${last}项`;
};

/** The measures of a plan by the numbers that their files give, those with faults of their own included. */
function measuresThere({ plan, entries }: PlanScope, faulty: Iterable<string>): Set<number> {
  const files = [...entries.measures.map(({ file }) => file), ...faulty].filter((file) =>
    file.startsWith(`${contentFiles.planFolder(plan.id)}measures/`),
  );
  return new Set(files.map(measureNumber).filter((number) => number !== undefined));
}

/** The measures that a plan lacks between its first and its last. */
export function missingMeasures(scope: PlanScope, faulty: Iterable<string> = []): number[] {
  const there = measuresThere(scope, faulty);
  return range(1, Math.max(0, ...there)).filter((number) => !there.has(number));
}

export const measuresNumbered: Rule = ({ plans, entries: { faulty } }) =>
  plans.flatMap((scope) => {
    const files = [...(faulty?.keys() ?? [])];
    const { id } = scope.plan;
    const renumbered = scope.measures.flatMap(({ entry: { file, data } }): Problem[] => {
      const expected = measureNumber(file);
      if (expected === data.number) return [];
      const twin = scope.measures.find((other) => other.entry.file !== file && other.entry.data.number === data.number);
      return [
        {
          file,
          path: ['number'],
          found: `编号 ${data.number}${twin ? `，与 ${twin.entry.file} 重复` : ''}`,
          expected: `与文件名相同的编号 ${expected}`,
          mend: `改成 ${expected}；编号没错就把文件改名`,
        },
      ];
    });
    const missing = missingMeasures(scope, files).map(
      (number): Problem => ({
        file: contentFiles.measure(id, number),
        path: [],
        found: '没有这个文件',
        expected: `措施从 1 起连续编号，缺第 ${number} 条`,
        mend: '补上这个文件；没有这一条就给后面的文件改名并改编号',
      }),
    );
    const none: Problem[] =
      measuresThere(scope, files).size > 0
        ? []
        : [
            {
              file: contentFiles.measure(id, 1),
              path: [],
              found: 'measures 文件夹里没有措施',
              expected: '每条措施一个文件：measures/01.mdx、02.mdx……',
              mend: '补上措施的文件',
            },
          ];
    return [...renumbered, ...missing, ...none];
  });

interface Row {
  file: string;
  measure: number;
  /** Place in the measure's tasks. */
  index: number;
  number: number;
}

/** The longest rising run through the rows: those that are in order if the fewest are taken to be out of it. */
function inOrder(rows: readonly Row[]): Set<Row> {
  const best: { length: number; before: number }[] = [];
  for (const [at, row] of rows.entries()) {
    const before = rows
      .slice(0, at)
      .reduce(
        (found, earlier, index) =>
          earlier.number < row.number && (best[index]?.length ?? 0) > (best[found]?.length ?? 0) ? index : found,
        -1,
      );
    best.push({ length: (best[before]?.length ?? 0) + 1, before });
  }
  const kept = new Set<Row>();
  let at = best.reduce((found, { length }, index) => (length > (best[found]?.length ?? 0) ? index : found), -1);
  while (at >= 0) {
    kept.add(rows[at] as Row);
    at = best[at]?.before ?? -1;
  }
  return kept;
}

export const tasksNumbered: Rule = ({ plans, entries: { faulty } }) =>
  plans.flatMap((scope) => {
    const rows = scope.measures.flatMap(({ entry: { file, data } }): Row[] =>
      data.tasks.map(({ number }, index) => ({ file, measure: measureNumber(file) ?? data.number, index, number })),
    );
    const kept = inOrder(rows);
    const ordered = rows.filter((row) => kept.has(row));
    const problems: Problem[] = [];
    const offered = new Set<number>();

    for (const [at, row] of rows.entries()) {
      if (kept.has(row)) continue;
      const before = rows.slice(0, at).findLast((other) => kept.has(other))?.number ?? 0;
      const after = rows.slice(at + 1).find((other) => kept.has(other))?.number;
      const twin = rows.find((other) => other !== row && other.number === row.number);
      const free = range(before + 1, (after ?? before + 2) - 1);
      if (free.length === 1) offered.add(before + 1);
      problems.push({
        file: row.file,
        path: ['tasks', row.index, 'number'],
        found: `第${row.number}项${twin ? `，与 ${twin.file} 里的第${twin.index + 1}项任务重复` : '不在本措施的范围内'}`,
        expected: after
          ? `在第${before}项与第${after}项之间：任务按清单的次序连续编号，一条措施接着一条措施`
          : `接在第${before}项之后`,
        mend: free.length > 0 ? `改成 ${free.join(' 或 ')}` : '改正序号，或移到它所属的措施里',
      });
    }

    let last: Row = { file: '', measure: 0, index: 0, number: 0 };
    for (const row of ordered) {
      // A number that a misplaced task should have is told with that task.
      const missing = range(last.number + 1, row.number - 1).filter((number) => !offered.has(number));
      // A measure that is missing is told as such, and tasks at fault are told in their file.
      const told = row.measure > last.measure + 1 || faulty?.has(last.file) || faulty?.has(row.file);
      if (missing.length > 0 && !told)
        problems.push({
          file: row.file,
          path: ['tasks', row.index, 'number'],
          found: `第${last.number}项之后是第${row.number}项，缺${listed(missing)}`,
          expected: '任务从第1项起连续编号',
          mend: `补上${listed(missing)}，或改正前后的序号`,
        });
      last = row;
    }
    return problems;
  });
