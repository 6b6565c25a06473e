import { didYouMean } from '../../loader/did-you-mean.ts';
import { contentFiles } from '../../loader/paths.ts';
import type { Problem } from '../../loader/problem.ts';
import type { Plan } from '../../model/types.ts';
import { hiddenIn, type Rule, type Scope } from '../context.ts';

export const plansApart: Rule = ({ plans }) =>
  plans.flatMap(({ plan, entries }, index) =>
    (['shortTitle', 'number'] as const).flatMap((field): Problem[] => {
      const twin = plans.slice(0, index).find((other) => other.plan[field] === plan[field]);
      if (!twin) return [];
      return [
        {
          file: entries.plan.file,
          path: [field],
          found: `“${plan[field]}”，与 ${twin.entries.plan.file} 相同`,
          expected: field === 'number' ? '每份文件的文号不同' : '每份文件的简称不同，读者靠它分清是哪一份',
          mend: field === 'number' ? '对照原文改正' : '加上年份，例如“2025年行动方案”',
        },
      ];
    }),
  );

/** The plans by which one is replaced, one after the other, up to one that is in force, is not there, or comes twice. */
function replacedBy(plan: Plan, plans: readonly Plan[]): string[] {
  const way = [plan.id];
  for (let at: Plan | undefined = plan; at?.status.kind === 'replaced'; ) {
    const { by }: { by: string } = at.status;
    way.push(by);
    if (way.indexOf(by) < way.length - 1) break;
    at = plans.find(({ id }) => id === by);
  }
  return way;
}

export const replacements: Rule = ({ handbook, plans, entries: all }) => {
  const hidden = hiddenIn(all);
  return plans.flatMap(({ plan, entries }): Problem[] => {
    if (plan.status.kind !== 'replaced') return [];
    const { by } = plan.status;
    const others = handbook.plans.map(({ id }) => id).filter((id) => id !== plan.id);
    const at = { file: entries.plan.file, path: ['status', 'by'] };
    if (by !== plan.id && !others.includes(by) && !hidden('', contentFiles.planFolder(by)))
      return [
        {
          ...at,
          found: `文件“${by}”`,
          expected: 'content/plans/ 里的一个文件夹名',
          mend: `${didYouMean(by, others)}；那份文件还没有收进来，就先收进来`,
        },
      ];
    const way = replacedBy(plan, handbook.plans);
    if (way.at(-1) !== plan.id) return [];
    return [
      {
        ...at,
        found: `绕回了自己：${way.join(' → ')}`,
        expected: '代替它的是另一份文件，并且不绕回来',
        mend: '对照各份文件改正；有效的一份不写 status',
      },
    ];
  });
};

/** Whether a plan's measures and tasks cannot all be known. */
const unclear = ({ entries }: Scope, id: string) => hiddenIn(entries)('', contentFiles.planFolder(id));

export const continued: Rule = (scope) => {
  const { handbook, plans } = scope;
  const known = new Map(handbook.plans.map((plan) => [plan.id, plan]));
  return plans.flatMap(({ plan, measures }) =>
    measures.flatMap(({ entry: { file, data } }) => {
      const check = (words: string | undefined, path: PropertyKey[], what: 'measures' | 'tasks'): Problem[] => {
        const [id = '', number] = words?.split('/') ?? [];
        if (words === undefined || unclear(scope, id)) return [];
        const tell = (found: string, expected: string, mend: string): Problem[] => [
          { file, path: [...path, 'continues'], found, expected, mend },
        ];
        const other = known.get(id);
        const ids = [...known.keys()].filter((one) => one !== plan.id);
        if (!other || other.id === plan.id)
          return tell(`文件“${id}”`, '另一份文件的文件夹名，content/plans/ 里有的', didYouMean(id, ids));
        if (other[what].some((one) => one.number === Number(number))) return [];
        const name = what === 'tasks' ? '任务' : '措施';
        return tell(
          `“${words}”，那份文件没有这${what === 'tasks' ? '一项任务' : '一条措施'}`,
          `${name}的序号，从 1 到 ${other[what].length}`,
          '对照那份文件改正序号，或删去这一行',
        );
      };
      return [
        ...check(data.continues, [], 'measures'),
        ...data.tasks.flatMap((task, index) => check(task.continues, ['tasks', index], 'tasks')),
      ];
    }),
  );
};

export const carriedOut: Rule = (scope) => {
  const { handbook, plans } = scope;
  return plans.flatMap(({ plan, entries, measures }) => {
    if (hiddenIn(scope.entries)('', entries.plan.file)) return [];
    const numbers = plan.basis.map(({ number }) => number);
    return measures.flatMap(({ entry: { file, data } }) =>
      data.carriesOut.flatMap(({ number, measures: named }, index): Problem[] => {
        const path = ['carriesOut', index];
        if (!numbers.includes(number))
          return [
            {
              file,
              path: [...path, 'number'],
              found: `“${number}”`,
              expected: 'plan.mdx 的 basis 里列出的一个文号',
              mend: didYouMean(number, numbers),
            },
          ];
        const upper = handbook.plans.find((other) => other.number === number);
        if (!upper || unclear(scope, upper.id)) return [];
        return named.flatMap((measure, place): Problem[] => {
          if (upper.measures.some((one) => one.number === measure)) return [];
          return [
            {
              file,
              path: [...path, 'measures', place],
              found: `${number}第${measure}条措施，那份文件没有`,
              expected: `措施号，从 1 到 ${upper.measures.length}`,
              mend: '对照那份文件改正，或删去',
            },
          ];
        });
      }),
    );
  });
};
