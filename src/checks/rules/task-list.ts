import { contentFiles } from '../../loader/paths.ts';
import type { Problem } from '../../loader/problem.ts';
import type { Measure } from '../../model/types.ts';
import { eachPlan, fileOf, type Rule } from '../rule.ts';

/** What a measure lacks of a document with a list. */
function missing(measure: Measure): Problem | Problem[] {
  const file = fileOf(measure);
  const { plan, tasks, printed } = measure;
  const [task] = tasks;
  // A table that is kept as printed may leave measures out, and a measure that is may have numbers of its own.
  if (printed || plan.annex?.text !== undefined) return [];
  if (!task)
    return {
      file,
      path: ['tasks'],
      found: '没有一项任务',
      expected: '任务清单里属于本措施的各行，至少一项',
      mend: '照清单写上；文件没有任务清单的，删去 plan.mdx 里的 annex',
    };
  const unplaced = (['targets', 'limits'] as const).flatMap((list) =>
    [...measure[list].entries()]
      .filter(([, { provision }]) => provision === measure)
      .map(([index]) => ({
        file,
        path: [list, index, 'task'],
        found: '没有写',
        expected: '带有这个数的那一项任务的序号',
        mend: `补上一行，如 task: ${task.number}`,
      })),
  );
  if (measure.whom.length === 0) return unplaced;
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
}

const list = 'annex:\n  title: 小方案任务清单\n  columns: [序号, 工作措施, 主要内容, 责任单位]\n';
const third = 'tasks:\n  - number: 3\n    text: 推行“百日办结”，解决突出问题。\n    units: 区乙办\n';

export const rule: Rule = {
  id: 'task-list',
  reason:
    'Each measure of a document with a list has rows of it, to which its numbers belong; without a list it has none.',
  needs: ['plans', 'measures'],
  structural: true,
  runs: eachPlan(({ id, annex, measures, tasks }) => {
    if (annex) return measures.flatMap(missing);
    if (tasks.length === 0) return [];
    return {
      file: contentFiles.plan(id),
      path: ['annex'],
      found: '没有写，而措施里有任务',
      expected: '任务清单的标题和表头',
      mend: '照清单写上 annex；文件没有任务清单的，删去各措施的 tasks',
    };
  }),
  bad: {
    'measures/02.mdx:2 tasks 查到：没有一项任务 应为：任务清单里属于本措施的各行，至少一项 改法：照清单写上；文件没有任务清单的，删去 plan.mdx 里的 annex':
      { 'measures/02.mdx': { [third]: '', '    task: 3\n': '' } },
    'measures/02.mdx:8 limits[1].task 查到：没有写 应为：带有这个数的那一项任务的序号 改法：补上一行，如 task: 3': {
      'measures/02.mdx': { '    task: 3\n': '' },
    },
    'measures/02.mdx:7 whom 查到：写在措施里 应为：有任务清单的文件，写在各项任务里 改法：移到带有这个称呼的那一项任务的 whom':
      { 'measures/02.mdx': { 'topics: [funding]': 'topics: [funding]\nwhom: [问题]' } },
    'plan.mdx:2 annex 查到：没有写，而措施里有任务 应为：任务清单的标题和表头 改法：照清单写上 annex；文件没有任务清单的，删去各措施的 tasks':
      { 'plan.mdx': { [list]: '' } },
  },
};
