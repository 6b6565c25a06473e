import { contentFiles } from '../../loader/paths.ts';
import { columnsOf } from '../../model/printed-form.ts';
import { all, eachFile, eachPlan, type Found, type Rule } from '../rule.ts';

const known = (columns: readonly string[]) => columns.map((column) => `“${column}”`).join('、');

export const rule: Rule = {
  id: 'list-column',
  reason: 'What the record and the rows of a list say of columns is about columns that the list has.',
  needs: ['plans'],
  runs: all(
    eachPlan(({ id, annex }) => {
      if (!annex) return [];
      const file = contentFiles.plan(id);
      const named = [
        ...(['text', 'number', 'measure'] as const).map((field) => ({ path: ['annex', field], column: annex[field] })),
        ...(annex.units ?? []).map((column, index) => ({ path: ['annex', 'units', index], column })),
      ];
      const isUsual = annex.text !== undefined || annex.columns.length === 4;
      return [
        ...(isUsual
          ? []
          : [
              {
                file,
                path: ['annex', 'columns'],
                found: `${annex.columns.length} 栏，没有写明哪一栏是任务的内容`,
                expected: '四栏：序号、措施、内容、责任单位；别的表格写明各栏的用处',
                mend: '照表头写上 text: 内容那一栏，再写 number、measure、units',
              },
            ]),
        ...named
          .filter(({ column }) => column !== undefined && !annex.columns.includes(column))
          .map(({ path, column }) => ({
            file,
            path,
            found: `“${column}”，表头没有这一栏`,
            expected: `表头的一栏：${known(annex.columns)}`,
            mend: '照 columns 改正',
          })),
      ];
    }),
    eachFile('measures', ['tasks'], ({ data: { tasks }, plan }) => {
      const columns = columnsOf(plan?.annex);
      if (!plan?.annex || !columns) return [];
      const { number, text, units } = columns;
      const free = columns.isPrinted
        ? plan.annex.columns.filter((column) => column !== number && column !== text && !units.includes(column))
        : [];
      return tasks.flatMap((task, index): Found[] => [
        ...Object.keys(task.cells)
          .filter((column) => !free.includes(column))
          .map((column) => ({
            path: ['tasks', index, 'cells', column],
            found: `“${column}”，不是表格其余的一栏`,
            expected: free.length > 0 ? `其余的一栏：${known(free)}` : '这张表没有其余的栏',
            mend: '照表头改正；内容写进 text，单位写进 units，序号写进 label',
          })),
        ...(typeof task.units === 'object' ? task.units : []).flatMap(({ column }, entry) =>
          column === undefined || units.includes(column)
            ? []
            : {
                path: ['tasks', index, 'units', entry, 'column'],
                found: `“${column}”，不是写单位的一栏`,
                expected: `写单位的一栏：${known(units)}`,
                mend: '照 plan.mdx 里 annex 的 units 改正',
              },
        ),
      ]);
    }),
  ),
  bad: {
    'plan.mdx:22 annex.columns 查到：3 栏，没有写明哪一栏是任务的内容 应为：四栏：序号、措施、内容、责任单位；别的表格写明各栏的用处 改法：照表头写上 text: 内容那一栏，再写 number、measure、units':
      { 'plan.mdx': { '主要内容, 责任单位]': '主要内容]' } },
    'printed/plan.mdx:22 annex.text 查到：“内容”，表头没有这一栏 应为：表头的一栏：“序号”、“事项”、“要求”、“主办单位”、“时限” 改法：照 columns 改正':
      { 'printed/plan.mdx': { 'text: 要求': 'text: 内容' } },
    'printed/measures/01.mdx:15 tasks[1].cells.期限 查到：“期限”，不是表格其余的一栏 应为：其余的一栏：“事项”、“时限” 改法：照表头改正；内容写进 text，单位写进 units，序号写进 label':
      { 'printed/measures/01.mdx': { '      时限:': '      期限:' } },
  },
};
