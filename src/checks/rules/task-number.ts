import type { Problem } from '../../loader/problem.ts';
import type { Task } from '../../model/types.ts';
import { longestIncreasingSubsequence } from '../../text/longest-increasing-subsequence.ts';
import { eachPlan, fileOf, type Rule } from '../rule.ts';

/** Numbers from one to another; a pair, as a slip of the keyboard may put millions between. */
interface Range {
  first: number;
  last: number;
}

const between = (before: number, after: number): Range => ({ first: before + 1, last: after - 1 });
const named = ({ first, last }: Range) => (first === last ? `第${first}项` : `第${first}至${last}项`);

const problemAt = (task: Task, found: string, expected: string, mend: string): Problem => ({
  file: fileOf(task.measure),
  path: ['tasks', task.measure.tasks.indexOf(task), 'number'],
  found,
  expected,
  mend,
});

/** A task out of order, with the numbers that are free where it stands. */
function misplaced(task: Task, tasks: readonly Task[], inOrder: ReadonlySet<Task>): { problem: Problem; free: Range } {
  const at = tasks.indexOf(task);
  const before = tasks.slice(0, at).findLast((other) => inOrder.has(other))?.number ?? 0;
  const after = tasks.slice(at + 1).find((other) => inOrder.has(other))?.number;
  const twin = tasks.find((other) => other !== task && other.number === task.number);
  const free = between(before, after ?? before + 2);
  const twinPlace = twin && `${fileOf(twin.measure)} 里的第${twin.measure.tasks.indexOf(twin) + 1}项任务`;
  const problem = problemAt(
    task,
    `第${task.number}项${twinPlace ? `，与 ${twinPlace}重复` : '不在本措施的范围内'}`,
    `${[before > 0 ? `在第${before}项之后` : '', after ? `在第${after}项之前` : ''].filter(Boolean).join('、')}：任务按清单的次序连续编号，一条措施接着一条措施`,
    free.last < free.first
      ? '改正序号，或移到它所属的措施里、序号前后的两项之间'
      : `改成${named(free)}${free.first < free.last ? '中的一个' : ''}`,
  );
  return { problem, free };
}

export const rule: Rule = {
  id: 'task-number',
  reason: 'The tasks of a plan count from 1 without a gap, from measure to measure, as the list does.',
  needs: ['plans', 'measures'],
  structural: true,
  runs: eachPlan(({ tasks }) => {
    const inOrder = longestIncreasingSubsequence(tasks, ({ number }) => number);
    const strays = tasks
      .filter((task) => !inOrder.has(task))
      .map((task) => ({ task, ...misplaced(task, tasks, inOrder) }));
    // A gap that a misplaced task explains is not reported as well.
    const isExplained = ({ first, last }: Range) =>
      strays.some(
        ({ task: { number }, free }) =>
          (first <= number && number <= last) || (first === last && free.first === first && free.last === last),
      );
    const ordered = tasks.filter((task) => inOrder.has(task));
    const gaps = ordered.flatMap((task, index) => {
      const missing = between(ordered[index - 1]?.number ?? 0, task.number);
      if (missing.last < missing.first || isExplained(missing)) return [];
      return [
        problemAt(
          task,
          `${missing.first > 1 ? `第${missing.first - 1}项之后` : '第一项任务'}是第${task.number}项，缺${named(missing)}`,
          '任务从第1项起连续编号',
          `补上${named(missing)}，或改正前后的序号`,
        ),
      ];
    });
    return [...strays.map(({ problem }) => problem), ...gaps];
  }),
  bad: {
    'measures/01.mdx:22 tasks[2].number 查到：第1项，与 plans/mini/measures/01.mdx 里的第1项任务重复 应为：在第1项之后、在第3项之前：任务按清单的次序连续编号，一条措施接着一条措施 改法：改成第2项':
      { 'measures/01.mdx': { '- number: 2': '- number: 1', 'task: 1': 'task: 2' } },
    'measures/02.mdx:16 tasks[1].number 查到：第2项之后是第4项，缺第3项 应为：任务从第1项起连续编号 改法：补上第3项，或改正前后的序号':
      { 'measures/02.mdx': { 'number: 3': 'number: 4', 'task: 3': 'task: 4' } },
    'measures/02.mdx:16 tasks[1].number 查到：第2项之后是第9007199254740991项，缺第3至9007199254740990项 应为：任务从第1项起连续编号 改法：补上第3至9007199254740990项，或改正前后的序号':
      { 'measures/02.mdx': { 'number: 3': 'number: 9007199254740991', 'task: 3': 'task: 9007199254740991' } },
    'measures/01.mdx:18 tasks[1].number 查到：第4项不在本措施的范围内 应为：在第1项之前：任务按清单的次序连续编号，一条措施接着一条措施 改法：改正序号，或移到它所属的措施里、序号前后的两项之间':
      {
        'measures/01.mdx': { 'tasks:\n': 'tasks:\n  - number: 4\n    text: 多出的一项。\n    units: 区甲局\n' },
      },
    'measures/01.mdx:22 tasks[2].number 查到：第1项不在本措施的范围内 应为：在第2项之后、在第3项之前：任务按清单的次序连续编号，一条措施接着一条措施 改法：改正序号，或移到它所属的措施里、序号前后的两项之间':
      {
        'measures/01.mdx': {
          'number: 1\n    inn': 'number: 2\n    inn',
          'number: 2\n    text': 'number: 1\n    text',
          'task: 1': 'task: 2',
        },
      },
    'measures/02.mdx:16 tasks[1].number 查到：第1项之后是第3项，缺第2项 应为：任务从第1项起连续编号 改法：补上第2项，或改正前后的序号':
      {
        'measures/01.mdx': {
          '  - number: 2\n    text: 切实降低企业用电成本。\n    units: 区甲局、区乙办\n    topics: [power]\n': '',
        },
      },
  },
};
