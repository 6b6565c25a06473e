import { isTask } from '../model/plan.ts';
import { measureCell, rowCells } from '../model/printed-form.ts';
import type { Plan, Provision, Task } from '../model/types.ts';
import {
  type CellColumn,
  environmentColumns,
  type HandoutTable,
  numberCell,
  numberColumn,
  tableOf,
  targetsColumn,
} from './handout-tables.ts';

/** How far a task has come, to be chosen from. */
export const progressStates = ['未启动', '在办', '办结'] as const;

/** The line above the table in which it is said who filled it in, and when. */
export const fillLine = '填报单位（盖章）：　　　　　　　　填报人：　　　　　　填报日期：　　　　年　　月　　日';

/** What whoever gets a form should know. */
export const fillHelp = '浅黄色的空格由责任单位填写。完成时限只照录原文写明的，原文没有的留空。进展状态从下拉框选择。';

/** The head of a column in which a list prints until when. */
const isDeadlineHead = (head: string) => /时限|期限|时间/u.test(head);

/**
 * Until when, as the targets of a provision state it: a period that all of them have, or the targets that have one. Empty where the document
 * says nothing.
 */
export function statedDeadline({ targets }: Pick<Provision, 'targets'>): string {
  const [first, ...others] = new Set(targets.map(({ period }) => period));
  if (others.length === 0) return first ?? '';
  const stated = targets.flatMap(({ period, text }) => {
    if (period === undefined) return [];
    return [text.includes(period) ? text : `${period}：${text}`];
  });
  return stated.join('\n');
}

/** The columns that a form adds to what the document prints. */
export function addedColumns({ annex, targets }: Plan): CellColumn<Provision>[] {
  const empty = (header: string, width: number): CellColumn<Provision> => ({
    header,
    width,
    isToFill: true,
    cell: () => '',
  });
  return [
    ...(targets.length > 0 ? [{ ...targetsColumn, width: 20 }] : []),
    ...(annex?.columns.some(isDeadlineHead)
      ? []
      : [{ header: '完成时限', width: 15, isToFill: true as const, cell: statedDeadline }]),
    { ...empty('进展状态', 10), choices: progressStates },
    empty('进展情况', 32),
    empty('责任科室', 15),
    empty('责任人', 12),
    empty('联系电话', 20),
    empty('备注', 12),
  ];
}

/** The columns of a list as printed, heads and cells. Each row names its measure, as rows of a form are handed on and sorted. */
function listColumns(plan: Plan): CellColumn<Task>[] {
  const widths = { number: 9, measure: 16, text: 48, units: 18, other: 15 } as const;
  const [first] = plan.tasks;
  const kinds = first ? rowCells(plan, first) : [];
  return kinds.map(({ column, kind }, index) => ({
    header: column,
    width: widths[kind],
    ...(isDeadlineHead(column) && { isToFill: true as const }),
    cell: (task) => {
      const { words = '' } = rowCells(plan, task)[index] ?? {};
      if (kind === 'measure') return words || measureCell(task, column);
      return kind === 'number' ? numberCell(words) : words;
    },
  }));
}

/**
 * A form on the progress of some rows of a list, or in a plan without one of measures: the words of the document, and columns to be filled
 * in. Nothing in it is the editor's.
 */
export function reportForm(plan: Plan, provisions: readonly Provision[]): HandoutTable {
  const name = '填报表';
  const environments = environmentColumns(plan).map((column) => ({ ...column, width: 11 }));
  const added = addedColumns(plan);
  const tasks = provisions.filter(isTask);
  if (tasks.length > 0) return tableOf(name, [...environments, ...listColumns(plan), ...added], tasks);
  return tableOf<Provision>(
    name,
    [
      ...environments,
      { ...numberColumn, width: 9 },
      { header: '措施', width: 18, cell: (item) => (isTask(item) ? '' : item.title) },
      { header: `${plan.words.plan}正文`, width: 56, cell: ({ text }) => text },
      { header: '责任单位', width: 18, cell: ({ unitsText }) => unitsText },
      ...added,
    ],
    provisions,
  );
}
