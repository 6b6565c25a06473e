import { isTask, provisionsOf } from '../model/plan.ts';
import { columnsOf, otherCells } from '../model/printed-form.ts';
import type { Measure, Note, Plan, Provision, Target, Task } from '../model/types.ts';
import {
  fullReport,
  notOfDocument,
  progressLabel,
  type Reported,
  reportedIn,
  reportedInPlan,
  reportedOf,
  reportsOf,
} from './progress.ts';
import { rolesIn } from './roles.ts';

/** A column of a table for a spreadsheet. */
export interface TableColumn {
  header: string;
  /** In Latin characters, of which a Chinese one takes two. */
  width: number;
  /** Empty cells are for whoever fills in the table. */
  isToFill?: true;
  /** What may be filled in. */
  choices?: readonly string[];
}

/** A table for a spreadsheet: official words and the editor's in columns of their own. */
export interface HandoutTable {
  name: string;
  columns: readonly TableColumn[];
  rows: (string | number)[][];
}

/** A column with what stands in it of each item. */
export interface CellColumn<Item> extends TableColumn {
  cell: (item: Item) => string | number;
}

export const tableOf = <Item>(
  name: string,
  columns: readonly CellColumn<Item>[],
  items: readonly Item[],
): HandoutTable => ({ name, columns, rows: items.map((item) => columns.map(({ cell }) => cell(item))) });

/** A number as a list prints it, whole ones as numbers, so that they sort. */
export const numberCell = (words: string): string | number => (/^\d+$/u.test(words) ? Number(words) : words);

export const numberColumn: CellColumn<Provision> = {
  header: '序号',
  width: 6,
  cell: (item) => numberCell(isTask(item) ? item.label : item.mark),
};

/** The environment in short, in a plan that has any. */
export const environmentColumns = ({ environments, words }: Plan): CellColumn<Provision>[] =>
  environments.length > 0
    ? [
        {
          header: words.chapter,
          width: 14,
          cell: (item) => (isTask(item) ? item.measure : item).environment?.short ?? '',
        },
      ]
    : [];

const unitsColumn: CellColumn<Provision> = { header: '责任单位', width: 24, cell: ({ unitsText }) => unitsText };

/** Who leads, where the document tells it: a role that its columns or brackets give, or a rule for all of them. */
const leadColumns = (plan: Plan): CellColumn<Provision>[] =>
  rolesIn(plan).includes('lead')
    ? [
        {
          header: '牵头单位',
          width: 16,
          cell: ({ units }) =>
            units
              .filter(({ role }) => role === 'lead')
              .map((one) => `${one.name}${one.byRule ? '（依全文规则）' : ''}`)
              .join('、'),
        },
      ]
    : [];

/** The words of targets, one a line; words that others hold are left out. */
const targetWords = (targets: readonly Target[]): string =>
  targets
    .filter(({ text }) => !targets.some((other) => other.text !== text && other.text.includes(text)))
    .map(({ text }) => text)
    .join('\n');

export const targetsColumn: CellColumn<Provision> = {
  header: '量化目标',
  width: 26,
  cell: ({ targets }) => targetWords(targets),
};

/** How the notes on a provision are given: in full, or by their numbers. */
export type NoteCell = (notes: readonly Note[]) => string;

const notesColumn = (noteCell: NoteCell): CellColumn<Provision> => ({
  header: '编辑注',
  width: 10,
  cell: ({ notes }) => noteCell(notes),
});

/** What was published of each item, in a plan of which anything was; a column of its own, as it is no part of the document. */
const progressColumns = <Item extends Provision | Target>(
  plan: Plan,
  progressOf: (item: Item) => readonly Reported[],
): CellColumn<Item>[] =>
  reportedInPlan(plan).length > 0
    ? [
        {
          header: `${progressLabel}（${notOfDocument(plan)}）`,
          width: 40,
          cell: (item) =>
            progressOf(item)
              .flatMap((of) => reportsOf(of).map((report) => fullReport(report, of !== item)))
              .join('\n'),
        },
      ]
    : [];

/** The columns of a list, kept as printed, that have no other place: 完成时限, 工作目标. */
function otherColumns({ annex, tasks }: Plan): CellColumn<Task>[] {
  const { isPrinted, number, text, measure, units = [] } = columnsOf(annex) ?? {};
  const known = [number, text, ...units];
  const isSaid = (column: string) =>
    column !== measure || tasks.some((task) => otherCells(task).some((one) => one.column === column));
  const columns = isPrinted ? (annex?.columns.filter((column) => !known.includes(column) && isSaid(column)) ?? []) : [];
  return columns.map((column) => ({
    header: column,
    width: 20,
    cell: (task) => otherCells(task).find((one) => one.column === column)?.words ?? '',
  }));
}

const innovationColumn: CellColumn<Task> = {
  header: '自主创新举措',
  width: 14,
  cell: ({ innovation }) => (innovation ? '是' : ''),
};

/** The rows of a list by columns that sort and filter, with the editor's notes. */
export const taskTable = (plan: Plan, tasks: readonly Task[], noteCell: NoteCell): HandoutTable =>
  tableOf<Task>(
    '任务清单',
    [
      numberColumn,
      ...environmentColumns(plan),
      { header: '工作措施', width: 20, cell: ({ measure }) => measure.listTitle ?? measure.title },
      { header: '主要内容', width: 64, cell: ({ text }) => text },
      ...otherColumns(plan),
      ...(plan.annex?.text && !plan.tasks.some(({ innovation }) => innovation) ? [] : [innovationColumn]),
      unitsColumn,
      ...leadColumns(plan),
      targetsColumn,
      notesColumn(noteCell),
      ...progressColumns(plan, reportedIn),
    ],
    tasks,
  );

/** The measures of the text. */
export const measureTable = (plan: Plan, measures: readonly Measure[], noteCell: NoteCell): HandoutTable =>
  tableOf<Measure>(
    `${plan.words.plan}措施`,
    [
      numberColumn,
      ...environmentColumns(plan),
      { header: '措施', width: 20, cell: ({ title }) => title },
      { header: `${plan.words.plan}正文`, width: 80, cell: ({ text }) => text },
      unitsColumn,
      ...leadColumns(plan),
      targetsColumn,
      notesColumn(noteCell),
      ...progressColumns(plan, (measure: Measure) => reportedOf(measure.targets)),
    ],
    measures,
  );

/** The targets of some provisions, each in the document's words with the period that it states. */
export function targetTable(plan: Plan, provisions: readonly Provision[]): HandoutTable {
  const ofProvision = ({ cell, ...column }: CellColumn<Provision>): CellColumn<Target> => ({
    ...column,
    cell: ({ provision }) => cell(provision),
  });
  const targets = provisionsOf(plan).flatMap((provision) => (provisions.includes(provision) ? provision.targets : []));
  return tableOf<Target>(
    '量化目标',
    [
      { ...ofProvision(numberColumn), header: `${plan.annex ? '任务' : '措施'}序号`, width: 10 },
      ...environmentColumns(plan).map(ofProvision),
      { header: '措施', width: 24, cell: ({ measure }) => measure.title },
      { header: '量化目标', width: 64, cell: ({ text }) => text },
      { header: '期限', width: 12, cell: ({ period = '' }) => period },
      ofProvision(unitsColumn),
      ...progressColumns(plan, (target: Target) => [target]),
    ],
    targets,
  );
}
