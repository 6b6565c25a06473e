import { dutiesIn } from '../../model/duties.ts';
import type { Handbook, Measure, Note, Plan, Task, Unit } from '../../model/types.ts';
import { absoluteUrl } from '../../routes/absolute-url.ts';
import { planPath, unitPath } from '../../routes/paths.ts';
import { unitKinds } from '../../schema/unit.ts';
import { planCitation } from '../../views/citation.ts';
import { unitTitle } from '../../views/duty-summary.ts';

/** A table for a spreadsheet: official words and the editor's in columns of their own. */
export interface HandoutTable {
  name: string;
  /** `width` in Latin characters, of which a Chinese one takes two. */
  columns: readonly { header: string; width: number }[];
  rows: (string | number)[][];
}

/** What is given to take away: a plan's whole list, or what it asks of one unit. */
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
  /** What the sheet is, label and words. */
  record: [label: string, words: string][];
  tables: { tasks: HandoutTable; measures: HandoutTable };
}

const remarks = (notes: readonly Note[]) => notes.map(({ remark, basis }) => remark + basis).join('\n');
const promised = ({ targets }: Task | Measure) => targets.map(({ text }) => text).join('\n');

const taskTable = (tasks: readonly Task[]): HandoutTable => ({
  name: '任务清单',
  columns: [
    { header: '序号', width: 6 },
    { header: '环境', width: 14 },
    { header: '工作措施', width: 20 },
    { header: '主要内容', width: 64 },
    { header: '自主创新举措', width: 9 },
    { header: '责任单位', width: 24 },
    { header: '量化目标', width: 26 },
    { header: '编辑注', width: 30 },
  ],
  rows: tasks.map((task) => [
    task.number,
    task.measure.environment.title,
    task.measure.listTitle ?? task.measure.title,
    task.text,
    task.innovation ? '是' : '',
    task.unitsText,
    promised(task),
    remarks(task.notes),
  ]),
});

const measureTable = (measures: readonly Measure[]): HandoutTable => ({
  name: '方案措施',
  columns: [
    { header: '序号', width: 6 },
    { header: '环境', width: 14 },
    { header: '措施', width: 20 },
    { header: '方案正文', width: 80 },
    { header: '责任单位', width: 24 },
    { header: '量化目标', width: 26 },
    { header: '编辑注', width: 30 },
  ],
  rows: measures.map((measure) => [
    measure.number,
    measure.environment.title,
    measure.title,
    measure.text,
    measure.unitsText,
    promised(measure),
    remarks(measure.notes),
  ]),
});

function scope(plan: Plan, unit: Unit | undefined, tasks: number, measures: number): [string, string][] {
  const list = (words: string) => (plan.annex ? `任务清单${words}${tasks}项，` : '');
  if (!unit) return [['范围', `${list('全部')}方案全部${measures}条措施。`]];
  const named = `${list(`写明“${unit.name}”的`)}方案正文写明${plan.annex ? '' : `“${unit.name}”`}的${measures}条措施。`;
  return [
    ['责任单位', unit.name],
    ...(unit.aliases.length > 0 ? [['原文的其他印法', unit.aliases.join('、')] as [string, string]] : []),
    ...(unit.kind === 'unit' ? [] : [['称谓', `${unitKinds[unit.kind]}，不是一个单位的名称。`] as [string, string]]),
    ['范围', `${plan.number}：${named}`],
  ];
}

const titleOf = (plan: Plan, unit?: Unit): string =>
  unit ? unitTitle(unit, [plan]) : (plan.annex?.title ?? `${plan.title}各条措施`);

/** What a plan gives to take away: for one unit what names it, without a unit all. */
export function handoutOf({ site }: Pick<Handbook, 'site'>, plan: Plan, unit?: Unit): Handout {
  const { tasks, measures } = unit ? dutiesIn(plan, unit) : plan;
  const all = [...tasks, ...measures].flatMap(({ notes }) => notes);
  const notes = all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index);
  return {
    plan,
    unit,
    title: titleOf(plan, unit),
    maker: site.name,
    tasks,
    measures,
    notes,
    record: [
      ['文件', planCitation(plan)],
      ['发文机关', plan.issuer],
      ['印发日期', plan.issuedText],
      ...scope(plan, unit, tasks.length, measures.length),
      ['说明', '据转录文本整理，不是正式文件；引用和办事以正式印发的文件为准。'],
      ['量化目标', '方案提出的目标，照抄原文词句，不是完成情况。'],
      ['编辑注', '手册编辑对转录文字的说明，不是文件内容。'],
      ['网页', absoluteUrl(site, unit ? unitPath(unit) : planPath(plan))],
    ],
    tables: { tasks: taskTable(tasks), measures: measureTable(measures) },
  };
}
