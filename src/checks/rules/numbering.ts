import { contentFiles, measureNumber } from '../../loader/paths.ts';
import type { Problem } from '../../loader/problem.ts';
import { longestIncreasingSubsequence } from '../../text/longest-increasing-subsequence.ts';
import { bigramsOf, containment } from '../../text/similarity.ts';
import type { PlanScope, Rule } from '../context.ts';

/** The numbers between two others, themselves left out; a pair, as a slip of the keyboard may put millions between. */
interface Gap {
  first: number;
  last: number;
}

const between = (before: number, after: number): Gap => ({ first: before + 1, last: after - 1 });
const isEmpty = ({ first, last }: Gap) => last < first;
const listed = ({ first, last }: Gap) => (first === last ? `第${first}项` : `第${first}至${last}项`);

/** The measures of a plan by the numbers that their files give, those with faults of their own included. */
function measuresThere({ plan, entries }: PlanScope, faulty: Iterable<string>): Set<number> {
  const files = [...entries.measures.map(({ file }) => file), ...faulty].filter((file) =>
    file.startsWith(contentFiles.measures(plan.id)),
  );
  return new Set(files.map(measureNumber).filter((number) => number !== undefined));
}

/** The last measure that the plan is known to have: its last file, or what the record of its merged cells counts on to. */
function lastMeasure({ plan }: PlanScope, there: ReadonlySet<number>): number {
  const printed = new Set(
    plan.corrections.flatMap((one) => (one.kind === 'merged-cells' ? Object.keys(one.printed).map(Number) : [])),
  );
  let last = Math.max(0, ...there);
  while (last > 0 && printed.has(last + 1)) last += 1;
  return last;
}

/** The measures that a plan lacks between its first and its last; not those of a plan that has none at all. */
export function missingMeasures(scope: PlanScope, faulty: Iterable<string> = []): number[] {
  const there = measuresThere(scope, faulty);
  const numbers = Array.from({ length: lastMeasure(scope, there) }, (_, index) => index + 1);
  return numbers.filter((number) => !there.has(number));
}

/** Whether a measure's file holds another measure than its name says: its words and tasks say nothing of the plan. */
export const isMisfiled = ({ entry: { file, data } }: PlanScope['measures'][number]): boolean =>
  (measureNumber(file) ?? data.number) !== data.number;

/** Whether some measure of a plan with a list has none of its rows, so that what is not found may be in them. */
export const lacksTasks = ({ plan, measures }: PlanScope): boolean =>
  plan.annex !== undefined && measures.some(({ measure }) => measure.tasks.length === 0);

/** Whether measures are missing or stand in files of others, so that what is not found may be in them. */
export const lacksMeasures = (scope: PlanScope): boolean =>
  scope.measures.length === 0 || scope.measures.some(isMisfiled) || missingMeasures(scope).length > 0;

export const measuresNumbered: Rule = ({ plans, entries: { faulty } }) =>
  plans.flatMap((scope) => {
    const files = [...(faulty?.keys() ?? [])];
    const { id } = scope.plan;
    const last = Math.max(0, ...measuresThere(scope, files));
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
          mend: `改成 ${expected}；${twin ? '是那一条的副本就删去这个文件' : '编号没错就把文件改名'}`,
        },
      ];
    });
    const missing = missingMeasures(scope, files).map(
      (number): Problem => ({
        file: contentFiles.measure(id, number),
        path: [],
        found: '没有这个文件',
        expected:
          number > last
            ? `corrections.yaml 的 merged-cells 里有措施${number}`
            : `措施从 1 起连续编号，缺第 ${number} 条`,
        mend: '补上这个文件；没有这一条就给后面的文件改名并改编号',
      }),
    );
    const none: Problem[] =
      last > 0 || files.includes(contentFiles.measures(id))
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

/** A problem with the number of a task. */
const atNumber = ({ file, index }: Row, told: Pick<Problem, 'found' | 'expected' | 'mend'>): Problem => ({
  file,
  path: ['tasks', index, 'number'],
  ...told,
});

/** A task out of order, told with the numbers that are free where it stands. */
function misplaced(row: Row, rows: readonly Row[], kept: ReadonlySet<Row>): { problem: Problem; free: Gap } {
  const at = rows.indexOf(row);
  const before = rows.slice(0, at).findLast((other) => kept.has(other))?.number ?? 0;
  const after = rows.slice(at + 1).find((other) => kept.has(other))?.number;
  const twin = rows.find((other) => other !== row && other.number === row.number);
  const free = between(before, after ?? before + 2);
  const problem = atNumber(row, {
    found: `第${row.number}项${twin ? `，与 ${twin.file} 里的第${twin.index + 1}项任务重复` : '不在本措施的范围内'}`,
    expected: after
      ? `在第${before}项与第${after}项之间：任务按清单的次序连续编号，一条措施接着一条措施`
      : `接在第${before}项之后`,
    mend: isEmpty(free)
      ? '改正序号，或移到它所属的措施里、序号前后的两项之间'
      : `改成${listed(free)}${free.first < free.last ? '中的一个' : ''}`,
  });
  return { problem, free };
}

export const tasksNumbered: Rule = ({ plans, entries: { faulty } }) =>
  plans.flatMap((scope) => {
    const rows = scope.measures
      .filter((one) => !isMisfiled(one))
      .flatMap(({ measure, entry: { file, data } }): Row[] =>
        data.tasks.map(({ number }, index) => ({ file, measure: measure.number, index, number })),
      );
    const kept = longestIncreasingSubsequence(rows, ({ number }) => number);
    const strays = rows
      .filter((row) => !kept.has(row))
      .map((row) => ({ number: row.number, ...misplaced(row, rows, kept) }));

    const gaps = rows
      .filter((row) => kept.has(row))
      .flatMap((row, index, ordered): Problem[] => {
        const last = ordered[index - 1];
        const missing = between(last?.number ?? 0, row.number);
        // A measure that is missing is told as such, tasks at fault in their file, and a misplaced task with its number.
        const told =
          row.measure > (last?.measure ?? 0) + 1 ||
          faulty?.has(row.file) ||
          faulty?.has(last?.file ?? '') ||
          (missing.first === missing.last &&
            strays.some(({ free }) => free.first === free.last && free.first === missing.first)) ||
          strays.some(({ number }) => missing.first <= number && number <= missing.last);
        if (isEmpty(missing) || told) return [];
        return [
          atNumber(row, {
            found: `第${missing.first - 1}项之后是第${row.number}项，缺${listed(missing)}`,
            expected: '任务从第1项起连续编号',
            mend: `补上${listed(missing)}，或改正前后的序号`,
          }),
        ];
      });
    return [...strays.map(({ problem }) => problem), ...gaps];
  });

/** From which share on the words of a task are those of a measure. */
const mostly = 0.5;

export const tasksOfMeasure: Rule = ({ plans }) =>
  plans.flatMap((scope) => {
    const measures = scope.measures.filter((one) => !isMisfiled(one));
    const texts = measures.map(({ measure }) => ({ measure, pairs: bigramsOf(measure.text) }));
    return measures.flatMap(({ measure, entry: { file } }, place) =>
      measure.tasks.flatMap((task, index): Problem[] => {
        const words = bigramsOf(task.text);
        const own = containment(words, texts[place]?.pairs ?? bigramsOf(''));
        if (own >= mostly) return [];
        const other = texts.find(({ pairs }) => {
          const share = containment(words, pairs);
          return share > own && share >= mostly;
        });
        if (!other) return [];
        return [
          {
            file,
            path: ['tasks', index],
            found: `第${task.number}项的话不在本措施的正文里，而在措施${other.measure.number}里`,
            expected: '每一项任务写在它所属的措施里',
            mend: `对照任务清单核对；属于措施${other.measure.number}的，移到那个文件的 tasks 里`,
          },
        ];
      }),
    );
  });
