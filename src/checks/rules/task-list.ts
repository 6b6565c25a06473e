import type { Problem } from '../../loader/problem.ts';
import type { PlanScope, Rule } from '../context.ts';

/** What a document with a list has in each measure. */
const missing = ({ measures }: PlanScope, isFaulty: (file: string) => boolean): Problem[] =>
  measures.flatMap(({ entry: { file, data } }): Problem[] => {
    // What is told to be wrong in a file may be what it seems to lack.
    if (isFaulty(file)) return [];
    if (data.tasks.length === 0)
      return [
        {
          file,
          path: ['tasks'],
          found: '没有一项任务',
          expected: '任务清单里属于本措施的各行，至少一项',
          mend: '照清单写上；文件没有任务清单的，删去 plan.mdx 里的 annex',
        },
      ];
    const unplaced = (['targets', 'limits'] as const).flatMap((list) =>
      data[list].flatMap((item, index): Problem[] =>
        item.task !== undefined
          ? []
          : [
              {
                file,
                path: [list, index, 'task'],
                found: '没有写',
                expected: '带有这个数的那一项任务的序号',
                mend: `补上一行，如 task: ${data.tasks[0]?.number}`,
              },
            ],
      ),
    );
    if (data.whom.length === 0) return unplaced;
    return [
      ...unplaced,
      {
        file,
        path: ['whom'],
        found: '写在措施里',
        expected: '有任务清单的文件，写在各项任务里',
        mend: '移到带有这个称呼的那一项任务的 whom',
      },
    ];
  });

export const listed: Rule = ({ plans, entries: { faulty } }) => {
  const isFaulty = (file: string) => faulty?.has(file) ?? false;
  return plans.flatMap((scope): Problem[] => {
    const { plan, entries, measures } = scope;
    if (isFaulty(entries.plan.file)) return [];
    if (plan.annex) return missing(scope, isFaulty);
    if (measures.every(({ entry }) => entry.data.tasks.length === 0)) return [];
    return [
      {
        file: entries.plan.file,
        path: ['annex'],
        found: '没有写，而措施里有任务',
        expected: '任务清单的标题和表头',
        mend: '照清单写上 annex；文件没有任务清单的，删去各措施的 tasks',
      },
    ];
  });
};
