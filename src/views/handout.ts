import { dutiesIn } from '../model/duties.ts';
import { isTask } from '../model/plan.ts';
import { columnsOf, otherCells } from '../model/printed-form.ts';
import { answersTo } from '../model/succession.ts';
import type { Handbook, Measure, Note, Plan, Provision, Task, Unit } from '../model/types.ts';
import { publicUrl } from '../routes/absolute-url.ts';
import { planPath, unitPath } from '../routes/paths.ts';
import { planCitation } from './citation.ts';
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
import { unitTitle } from './unit-duties.ts';
import { type Fact, unitFacts } from './unit-facts.ts';

/** The formats in which a handout is given, and how each is announced. */
export const handoutFormats = { xlsx: 'Excel 表格', docx: 'Word 文档', csv: 'CSV' } as const;
export type HandoutFormat = keyof typeof handoutFormats;

/** A table for a spreadsheet: official words and the editor's in columns of their own. */
export interface HandoutTable {
  name: string;
  /** `width` in Latin characters, of which a Chinese one takes two. */
  columns: readonly { header: string; width: number }[];
  rows: (string | number)[][];
}

/** The content of a sheet to fill in, print and hand up: a plan's whole list, or one unit's part of it. */
export interface Handout {
  plan: Plan;
  unit: Unit | undefined;
  title: string;
  /** The handbook, as the maker of the file. */
  maker: string;
  tasks: Task[];
  measures: Measure[];
  /** The editor's notes on these tasks and measures, each once. */
  notes: Note[];
  /** Those of its targets and tasks of which something was published. */
  reported: Reported[];
  /** What the registry says of the unit. */
  facts: Fact[];
  /** What the sheet is. */
  record: Fact[];
  tables: { tasks: HandoutTable; measures: HandoutTable };
}

/** A column of such a table. */
interface SheetColumn<Item> {
  header: string;
  width: number;
  cell: (item: Item) => string | number;
}

const numberColumn: SheetColumn<Provision> = {
  header: '序号',
  width: 6,
  // Whole numbers as numbers, so that they sort.
  cell: (item) => {
    const mark = isTask(item) ? item.label : item.mark;
    return /^\d+$/u.test(mark) ? Number(mark) : mark;
  },
};
const environmentColumn = ({ words }: Plan): SheetColumn<Provision> => ({
  header: words.chapter,
  width: 14,
  cell: (item) => (isTask(item) ? item.measure : item).environment?.title ?? '',
});
const unitsColumn: SheetColumn<Provision> = { header: '责任单位', width: 24, cell: ({ unitsText }) => unitsText };
/** Who leads, where the document tells it: a role that its columns or brackets give, or a rule for all of them. */
const leadsIn = (plan: Plan): SheetColumn<Provision>[] =>
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
const targetsColumn: SheetColumn<Provision> = {
  header: '量化目标',
  width: 26,
  cell: (item) => item.targets.map(({ text }) => text).join('\n'),
};
const notesColumn: SheetColumn<Provision> = {
  header: '编辑注',
  width: 30,
  cell: (item) => item.notes.map(({ remark, basis }) => remark + basis).join('\n'),
};

/** What was published of a row, or of a measure and its targets; a column of its own, as it is no part of the document. */
const progressColumn = (plan: Plan): SheetColumn<Provision> => ({
  header: `${progressLabel}（${notOfDocument(plan)}）`,
  width: 40,
  cell: (item) =>
    progressOf(item)
      .flatMap((of) => reportsOf(of).map((report) => fullReport(report, of !== item)))
      .join('\n'),
});
/** The targets of a measure, and a row with its own. */
const progressOf = (item: Provision): Reported[] => (isTask(item) ? reportedIn(item) : reportedOf(item.targets));
const withProgress = (plan: Plan): SheetColumn<Provision>[] =>
  reportedInPlan(plan).length > 0 ? [progressColumn(plan)] : [];

const inEnvironments = (plan: Plan) => (plan.environments.length > 0 ? [environmentColumn(plan)] : []);

const taskColumns = (plan: Plan): readonly SheetColumn<Task>[] => {
  const innovation: SheetColumn<Task> = {
    header: '自主创新举措',
    width: 14,
    cell: (task) => (task.innovation ? '是' : ''),
  };
  return [
    numberColumn,
    ...inEnvironments(plan),
    { header: '工作措施', width: 20, cell: ({ measure }) => measure.listTitle ?? measure.title },
    { header: '主要内容', width: 64, cell: ({ text }) => text },
    ...otherColumns(plan).map((column) => ({
      header: column,
      width: 20,
      cell: (task: Task) => otherCells(task).find((one) => one.column === column)?.words ?? '',
    })),
    ...(plan.annex?.text && !plan.tasks.some((task) => task.innovation) ? [] : [innovation]),
    unitsColumn,
    ...leadsIn(plan),
    targetsColumn,
    notesColumn,
    ...withProgress(plan),
  ];
};

/** The columns of a list, kept as printed, that have no other place: 完成时限, 工作目标. */
function otherColumns({ annex, tasks }: Plan): string[] {
  const { isPrinted, number, text, measure, units = [] } = columnsOf(annex) ?? {};
  const known = [number, text, ...units];
  const isSaid = (column: string) =>
    column !== measure || tasks.some((task) => otherCells(task).some((one) => one.column === column));
  return isPrinted ? (annex?.columns.filter((column) => !known.includes(column) && isSaid(column)) ?? []) : [];
}

const measureColumns = (plan: Plan): readonly SheetColumn<Measure>[] => [
  numberColumn,
  ...inEnvironments(plan),
  { header: '措施', width: 20, cell: ({ title }) => title },
  { header: `${plan.words.plan}正文`, width: 80, cell: ({ text }) => text },
  unitsColumn,
  ...leadsIn(plan),
  targetsColumn,
  notesColumn,
  ...withProgress(plan),
];

const tableOf = <Item>(name: string, columns: readonly SheetColumn<Item>[], items: readonly Item[]): HandoutTable => ({
  name,
  columns,
  rows: items.map((item) => columns.map(({ cell }) => cell(item))),
});

/** The names of a unit and of those whose duties it has, as far as the plan names them. */
function printedNamesIn(plan: Plan, unit: Unit): string {
  const own = [...plan.measures, ...plan.tasks].flatMap(({ units }) => units.filter((one) => answersTo(one, unit)));
  const names = new Set(own.map((one) => one.unit.name));
  return [...(names.size > 0 ? names : [unit.name])].map((name) => `“${name}”`).join('、');
}

/** How much of a plan a handout holds. */
function scopeOf(plan: Plan, unit: Unit | undefined, tasks: number, measures: number): string {
  const list = (words: string) => (plan.annex ? `任务清单${words}${tasks}项，` : '');
  const names = unit ? printedNamesIn(plan, unit) : '';
  const name = plan.annex ? '' : names;
  if (!unit) return `${list('全部')}${plan.words.plan}全部${measures}${plan.words.measures}。`;
  return `${plan.cited}：${list(`写明${names}的`)}${plan.words.plan}正文写明${name}的${measures}${plan.words.measures}。`;
}

/** The handout of a plan: for one unit what names it, without a unit all. */
export function handoutOf({ site }: Pick<Handbook, 'site'>, plan: Plan, unit?: Unit): Handout {
  const { tasks, measures } = unit ? dutiesIn(plan, unit) : plan;
  const targets = new Set([...measures, ...tasks].flatMap((one) => one.targets));
  const reported = reportedOf<Reported>([...targets, ...tasks]);
  const address = publicUrl(site, unit ? unitPath(unit) : planPath(plan));
  return {
    plan,
    unit,
    title: unit ? unitTitle(unit, [plan]) : (plan.annex?.title ?? `${plan.title}各条措施`),
    maker: site.name,
    tasks,
    measures,
    notes: [...new Map([...tasks, ...measures].flatMap((item) => item.notes.map((note) => [note.id, note]))).values()],
    reported,
    facts: unit ? unitFacts(unit) : [],
    record: [
      { label: '文件', text: planCitation(plan) },
      ...(plan.issuer ? [{ label: '发文机关', text: plan.issuer }] : []),
      ...(plan.issuedText ? [{ label: '印发日期', text: plan.issuedText }] : []),
      ...(unit ? [{ label: '责任单位', text: unit.name }, ...unitFacts(unit)] : []),
      { label: '范围', text: scopeOf(plan, unit, tasks.length, measures.length) },
      { label: '说明', text: `据${plan.words.copy}文本整理，不是正式文件；引用和办事以正式印发的文件为准。` },
      {
        label: '量化目标',
        text: `${plan.words.plan}提出的目标，照抄原文词句${reported.length > 0 ? '' : '，不是完成情况'}。`,
      },
      ...(reported.length > 0
        ? [{ label: progressLabel, text: `各单位公布的，照录原话，注明出处；${notOfDocument(plan)}。` }]
        : []),
      { label: '关于编辑注', text: `手册编辑对${plan.words.copy}文字的说明，不是文件内容。` },
      ...(address ? [{ label: '网页', text: address }] : []),
    ],
    tables: {
      tasks: tableOf('任务清单', taskColumns(plan), tasks),
      measures: tableOf(`${plan.words.plan}措施`, measureColumns(plan), measures),
    },
  };
}
