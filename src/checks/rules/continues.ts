import { idFor } from '../../loader/did-you-mean.ts';
import type { Problem } from '../../loader/problem.ts';
import type { Provision } from '../../model/types.ts';
import { fileOf, once, type Rule } from '../rule.ts';

/** The file of a provision and its place there. */
const placeOf = (provision: Provision): Pick<Problem, 'file' | 'path'> =>
  provision.kind === 'measure'
    ? { file: fileOf(provision), path: [] }
    : { file: fileOf(provision.measure), path: ['tasks', provision.measure.tasks.indexOf(provision)] };

export const rule: Rule = {
  id: 'continues',
  reason: 'What a measure or task continues is a measure or task of another plan.',
  needs: ['plans', 'measures'],
  runs: once(({ handbook: { plans } }) =>
    plans
      .flatMap(({ measures, tasks }): Provision[] => [...measures, ...tasks])
      .flatMap((provision) => {
        if (provision.continues === undefined) return [];
        const [id = '', number] = provision.continues.split('/');
        const { file, path } = placeOf(provision);
        const others = plans.filter((plan) => plan !== provision.plan);
        const other = others.find((plan) => plan.id === id);
        const place = { file, path: [...path, 'continues'] };
        if (!other)
          return {
            ...place,
            found: `文件“${id}”`,
            expected: '另一份文件的文件夹名，content/plans/ 里有的',
            mend: idFor(
              id,
              others.map((plan) => ({ id: plan.id, names: [plan.shortTitle, plan.title] })),
            ),
          };
        const isTask = provision.kind === 'task';
        const targets = isTask ? other.tasks : other.measures;
        if (targets.some((one) => one.number === Number(number))) return [];
        return {
          ...place,
          found: `“${provision.continues}”，那份文件没有${isTask ? '这一项任务' : '这一条措施'}`,
          expected: `${isTask ? '任务' : '措施'}的序号，从 1 到 ${targets.length}`,
          mend: '对照那份文件改正序号，或删去这一行',
        };
      }),
  ),
  good: [
    {
      'second/plan.mdx': {},
      'measures/02.mdx': {
        'topics:': 'continues: second/1\ntopics:',
        '    units: 区乙办\n': '    units: 区乙办\n    continues: second/2\n',
      },
    },
  ],
  bad: {
    'measures/02.mdx:19 tasks[1].continues 查到：文件“secnd” 应为：另一份文件的文件夹名，content/plans/ 里有的 改法：最接近的是 second（第二方案）':
      {
        'second/plan.mdx': {},
        'measures/02.mdx': { '    units: 区乙办\n': '    units: 区乙办\n    continues: secnd/3\n' },
      },
    'measures/02.mdx:6 continues 查到：“second/7”，那份文件没有这一条措施 应为：措施的序号，从 1 到 2 改法：对照那份文件改正序号，或删去这一行':
      { 'second/plan.mdx': {}, 'measures/02.mdx': { 'topics:': 'continues: second/7\ntopics:' } },
  },
};
