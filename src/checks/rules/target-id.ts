import { eachPlan, fileOf, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'target-id',
  reason: 'Targets and limits of a plan have each their own id: it is an anchor of the ledger and a key of the data.',
  needs: ['plans', 'measures'],
  runs: eachPlan(({ measures }) => {
    const first = new Map<string, string>();
    return measures.flatMap((measure) =>
      (['targets', 'limits'] as const).flatMap((list) =>
        measure[list].flatMap(({ id }, index) => {
          const file = fileOf(measure);
          const earlier = first.get(id);
          first.set(id, earlier ?? file);
          if (earlier === undefined) return [];
          return {
            file,
            path: [list, index, 'id'],
            found: `“${id}”，与 ${earlier} 里的重复`,
            expected: '同一份文件里各个目标和限度的 id 不重复',
            mend: '改成另一个名称，用小写字母、数字和连字符',
          };
        }),
      ),
    );
  }),
  bad: {
    'measures/02.mdx:8 limits[1].id 查到：“meetings”，与 plans/mini/measures/01.mdx 里的重复 应为：同一份文件里各个目标和限度的 id 不重复 改法：改成另一个名称，用小写字母、数字和连字符':
      { 'measures/02.mdx': { 'id: days': 'id: meetings' } },
    // The front page lists one of the two.
    'measures/01.mdx:17 targets[2].id 查到：“meetings”，与 plans/mini/measures/01.mdx 里的重复 应为：同一份文件里各个目标和限度的 id 不重复 改法：改成另一个名称，用小写字母、数字和连字符':
      {
        'plan.mdx': { 'annex:': 'featured: [meetings, second]\nannex:' },
        'measures/01.mdx': {
          'tasks:': `  - id: meetings
    name: 对接会
    operator: '>='
    value: 50
    unit: 场
    text: 全年组织银企对接会不少于50场
    task: 1
tasks:`,
        },
      },
  },
};
