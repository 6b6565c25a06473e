import { dutiesIn } from '../model/duties.ts';
import { answersTo } from '../model/succession.ts';
import type { Handbook, Measure, Note, Plan, Provision, Task, Unit } from '../model/types.ts';
import { publicUrl } from '../routes/absolute-url.ts';
import { planPath, unitPath } from '../routes/paths.ts';
import { fileSize } from '../text/file-size.ts';
import { planCitation } from './citation.ts';
import { type HandoutTable, measureTable, type NoteCell, targetTable, taskTable } from './handout-tables.ts';
import { notOfDocument, progressLabel, type Reported, reportedOf } from './progress.ts';
import { fillHelp } from './report-form.ts';
import { unitTitle } from './unit-duties.ts';
import { type Fact, unitFacts } from './unit-facts.ts';

/** The formats in which a handout is given, and how each is announced. */
export const handoutFormats = { xlsx: 'Excel', docx: 'Word', csv: 'CSV' } as const;
export type HandoutFormat = keyof typeof handoutFormats;
/** The formats of a form to be filled in. */
export const reportFormats = ['xlsx', 'docx'] as const satisfies HandoutFormat[];
export type ReportFormat = (typeof reportFormats)[number];

/** How a file is announced: what it holds, its format and its size, which is given in bytes. */
export const fileLabel = ({ holds, format, size }: { holds: string; format: HandoutFormat; size: number }): string =>
  `${holds}（${handoutFormats[format]}，${fileSize(size)}）`;

/** The name under which a file is kept by who downloads it: of which document, whose part of it, what it holds. */
export const keptName = (
  { plan, unit }: Pick<Handout, 'plan'> & { unit?: Unit | undefined },
  { holds, format }: { holds: string; format: HandoutFormat },
): string => `${[plan.title, unit?.name, holds].filter(Boolean).join('-')}.${format}`;

/** The content of a sheet to fill in, print and hand up: a plan's whole list, or one unit's part of it. */
export interface Handout {
  plan: Plan;
  unit: Unit | undefined;
  title: string;
  /** The handbook, as the maker of the file. */
  maker: string;
  tasks: Task[];
  measures: Measure[];
  /** What a form asks about: the tasks, or where there are none the measures. */
  provisions: Provision[];
  /** The editor's notes on these tasks and measures, each once. */
  notes: Note[];
  /** Those of its targets and tasks of which something was published. */
  reported: Reported[];
  /** What the registry says of the unit. */
  facts: Fact[];
  /** What the sheet is. */
  record: Fact[];
  /** The tables of a spreadsheet, with the numbers of the notes: `注3`. */
  tables: { tasks: HandoutTable; measures: HandoutTable; targets: HandoutTable };
}

/** The tasks, or without a list the measures, with the notes in full. */
export const tableWithNotes = ({ plan, tasks, measures }: Handout): HandoutTable => {
  const inFull: NoteCell = (notes) => notes.map(({ remark, basis }) => remark + basis).join('\n');
  return plan.annex ? taskTable(plan, tasks, inFull) : measureTable(plan, measures, inFull);
};

/** The title of a form. */
export const reportTitle = ({ plan, unit, tasks }: Handout): string =>
  `${unit?.name ?? plan.shortTitle}${tasks.length > 0 ? '任务' : '措施'}进展情况填报表`;

/** All measures of a plan in words: `方案全部20条措施`; of one that is called as they are, `全部6条措施`. */
const allMeasures = ({ words, measures }: Plan): string =>
  `${words.measures.includes(words.plan) ? '' : words.plan}全部${measures.length}${words.measures}`;

/** What a form is: as the sheet is, but for what it holds and how it is filled in. */
export const reportRecord = ({ plan, unit, tasks, measures, record }: Handout): Fact[] => {
  const rows =
    tasks.length > 0
      ? `任务清单${unit ? `写明${printedNamesIn(plan, unit)}的` : '全部'}${tasks.length}项`
      : unit
        ? `${plan.words.plan}正文写明${printedNamesIn(plan, unit)}的${measures.length}${plan.words.measures}`
        : allMeasures(plan);
  return record.flatMap((fact) =>
    fact.label === '范围'
      ? [
          { label: '范围', text: `${rows}，逐一填报。` },
          { label: '填写', text: fillHelp },
        ]
      : [fact],
  );
};

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
  if (!unit) return `${list('全部')}${allMeasures(plan)}。`;
  return `${plan.cited}：${list(`写明${names}的`)}${plan.words.plan}正文写明${name}的${measures}${plan.words.measures}。`;
}

/** The handout of a plan: for one unit what names it, without a unit all. */
export function handoutOf({ site }: Pick<Handbook, 'site'>, plan: Plan, unit?: Unit): Handout {
  const { tasks, measures } = unit ? dutiesIn(plan, unit) : plan;
  const provisions: Provision[] = tasks.length > 0 ? tasks : measures;
  const notes = [
    ...new Map([...tasks, ...measures].flatMap((item) => item.notes.map((note) => [note.id, note]))).values(),
  ];
  const numbered: NoteCell = (some) =>
    notes.flatMap(({ id }, index) => (some.some((note) => note.id === id) ? [`注${index + 1}`] : [])).join('、');
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
    provisions,
    notes,
    reported,
    facts: unit ? unitFacts(unit) : [],
    record: [
      { label: '文件', text: planCitation(plan) },
      ...(plan.issuer ? [{ label: '发文机关', text: plan.issuer }] : []),
      ...(plan.issuedText ? [{ label: '印发日期', text: plan.issuedText }] : []),
      ...(unit ? [{ label: '责任单位', text: unit.name }, ...unitFacts(unit)] : []),
      { label: '范围', text: scopeOf(plan, unit, tasks.length, measures.length) },
      { label: '说明', text: `据${plan.words.copy}文本整理，不是正式文件；引用和办事以正式印发的文件为准。` },
      ...(targets.size > 0
        ? [
            {
              label: '量化目标',
              text: `${plan.words.plan}提出的目标，照抄原文词句${reported.length > 0 ? '' : '，不是完成情况'}。`,
            },
          ]
        : []),
      ...(reported.length > 0
        ? [{ label: progressLabel, text: `各单位公布的，照录原话，注明出处；${notOfDocument(plan)}。` }]
        : []),
      ...(notes.length > 0
        ? [{ label: '关于编辑注', text: `手册编辑对${plan.words.copy}文字的说明，不是文件内容。` }]
        : []),
      ...(address ? [{ label: '网页', text: address }] : []),
    ],
    tables: {
      tasks: taskTable(plan, tasks, numbered),
      measures: measureTable(plan, measures, numbered),
      targets: targetTable(plan, provisions),
    },
  };
}
