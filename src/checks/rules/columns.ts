import type { Problem } from '../../loader/problem.ts';
import { unitColumns } from '../../model/printed-form.ts';
import { unitSections } from '../../model/unit-cells.ts';
import type { Rule } from '../context.ts';

export const unitColumnsNamed: Rule = ({ plans }) =>
  plans.flatMap(({ plan, measures }) => {
    const columns = unitColumns(plan);
    if (columns.length <= 1) return [];
    return measures.flatMap(({ entry: { file, data } }) =>
      data.tasks.flatMap((task, index): Problem[] => {
        const stray = unitSections(task.units).find(({ head }) => !columns.includes(head));
        if (!stray) return [];
        return [
          {
            file,
            path: ['tasks', index, 'units'],
            found: stray.head ? `“${stray.head}：”，清单没有这一栏` : `“${stray.cell}”没有写明在哪一栏`,
            expected: `每一部分以清单的一栏开头：${columns.map((column) => `“${column}：”`).join('、')}`,
            mend: `写成“${columns.map((column) => `${column}：……`).join('；')}”；空白的一栏不写`,
          },
        ];
      }),
    );
  });
