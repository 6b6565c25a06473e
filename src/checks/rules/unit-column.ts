import { unitColumns } from '../../model/printed-form.ts';
import { unitSections } from '../../model/unit-cells.ts';
import { eachFile, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'unit-column',
  reason: 'In a list with several columns of units, every unit stands in one of them.',
  needs: ['plans'],
  runs: eachFile('measures', ['tasks'], ({ data: { tasks }, plan }) => {
    const columns = plan?.annex && plan.annex.text === undefined ? unitColumns(plan) : [];
    if (columns.length < 2) return [];
    return tasks.flatMap((task, index) => {
      if (typeof task.units !== 'string') return [];
      const stray = unitSections(task.units).find(({ head }) => !columns.includes(head));
      if (!stray) return [];
      return {
        path: ['tasks', index, 'units'],
        found: stray.head ? `“${stray.head}：”，清单没有这一栏` : `“${stray.cell}”没有写明在哪一栏`,
        expected: `每一部分以清单的一栏开头：${columns.map((column) => `“${column}：”`).join('、')}`,
        mend: `写成“${columns.map((column) => `${column}：……`).join('；')}”；空白的一栏不写`,
      };
    });
  }),
  bad: {
    'measures/02.mdx:18 tasks[1].units 查到：“区乙办”没有写明在哪一栏 应为：每一部分以清单的一栏开头：“牵头单位：”、“配合单位：” 改法：写成“牵头单位：……；配合单位：……”；空白的一栏不写':
      {
        'plan.mdx': { '主要内容, 责任单位]': '主要内容, 牵头单位, 配合单位]' },
        'measures/01.mdx': {
          'units: 区甲\n': 'units: 牵头单位：区甲\n',
          '    units: 区甲局、区乙办': '    units: 牵头单位：区甲局；配合单位：区乙办',
        },
      },
    'measures/02.mdx:18 tasks[1].units 查到：“责任单位：”，清单没有这一栏 应为：每一部分以清单的一栏开头：“牵头单位：”、“配合单位：” 改法：写成“牵头单位：……；配合单位：……”；空白的一栏不写':
      {
        'plan.mdx': { '主要内容, 责任单位]': '主要内容, 牵头单位, 配合单位]' },
        'measures/01.mdx': {
          'units: 区甲\n': 'units: 牵头单位：区甲\n',
          '    units: 区甲局、区乙办': '    units: 牵头单位：区甲局；配合单位：区乙办',
        },
        'measures/02.mdx': { '    units: 区乙办': '    units: 责任单位：区乙办' },
      },
  },
};
