import { unitsIn } from '../model/duties.ts';
import { measureGroups } from '../model/plan.ts';
import { copyStatement, environmentLabel } from '../model/printed-form.ts';
import type { Environment, Measure, Plan, Responsibility, Target } from '../model/types.ts';
import { goalsOnly } from './citation.ts';
import { type Figure, figureOf, nameBesideFigure } from './figures.ts';
import { lastReport, shortReport } from './progress.ts';
import { roleGround, rolePhrase } from './roles.ts';

/** The units that stand first in a measure: those that lead, or where the document says of none that it leads, the first of each place. */
export interface FirstUnits {
  /** `牵头`, where the document gives it. */
  role: string;
  units: Responsibility[];
  /** How many others the measure names. */
  others: number;
}

export interface OverviewMeasure {
  measure: Measure;
  first: FirstUnits;
  /** `name` is without the figure; `reported` is the last that was published of it, in a few words. */
  targets: (Figure & { target: Target; name: string; reported?: string })[];
}

/** What a plan holds, for one sheet: its measures with their first units and their targets. */
export interface Overview {
  plan: Plan;
  /** How many of what it has: `6`, `大环境`. */
  counts: { value: number; label: string }[];
  groups: { environment: Environment | undefined; title: string; measures: OverviewMeasure[] }[];
  /** What a reader must know to read it, a sentence each. */
  remarks: string[];
}

/** How many units of a measure are shown. */
const shownUnits = 3;

const distinct = (units: readonly Responsibility[]): Responsibility[] => [
  ...new Map(units.map((one) => [one.unit.id, one])).values(),
];

/** The first units of a measure; where its text names none, those of its rows. */
export function firstUnits({ mentions, units, tasks }: Measure): FirstUnits {
  const places = units.length > 0 ? mentions.map((mention) => mention.units) : tasks.map((task) => task.units);
  const all = distinct(places.flat());
  const leads = all.length === 0 ? [] : distinct(places.flat().filter(({ role }) => role === 'lead'));
  const first = leads.length > 0 ? leads : distinct(places.flatMap((place) => place.slice(0, 1)));
  const shown = first.slice(0, shownUnits);
  return { role: leads[0] ? rolePhrase(leads[0]) : '', units: shown, others: all.length - shown.length };
}

/** The remarks on units: on their order, or on what makes them lead, and on the others. */
function unitRemarks(plan: Plan, first: readonly FirstUnits[]): string[] {
  const isNamed = first.some(({ units }) => units.length > 0);
  const hasLeads = first.some(({ role }) => role !== '');
  const isOrdered = first.some(({ role, units, others }) => role === '' && units.length > 0 && others > 0);
  const ground = first.flatMap(({ units }) => units.map(roleGround)).find(Boolean);
  return [
    ...(isOrdered
      ? [`单位是${plan.words.plan}列在第一位的，${hasLeads ? '没有写牵头的各条' : '文件'}没有写明由谁牵头`]
      : []),
    ...(ground ? [ground.replace(/。$/u, '')] : []),
    ...(isNamed && first.some(({ others }) => others > 0) ? ['“另有”是同一条还列名的单位和统称'] : []),
  ];
}

export function overviewOf(plan: Plan): Overview {
  const { environments, measures, annex, tasks, targets, words } = plan;
  const groups = measureGroups(plan).map(({ environment, measures }) => ({
    environment,
    title: environment ? environmentLabel(plan, environment) + environment.title : '',
    measures: measures.map((measure) => ({
      measure,
      first: firstUnits(measure),
      targets: measure.targets.map((target) => {
        const report = lastReport(target);
        return {
          target,
          name: nameBesideFigure(target),
          ...figureOf(target),
          ...(report && { reported: shortReport(report) }),
        };
      }),
    })),
  }));
  const titled = new Set(measures.map((one) => one.titled));
  return {
    plan,
    counts: [
      { value: environments.length, label: words.chapters },
      { value: measures.length, label: '条措施' },
      ...(annex ? [{ value: tasks.length, label: '项任务' }] : []),
      { value: unitsIn(plan).filter(({ kind }) => kind === 'unit').length, label: '个责任单位' },
      { value: targets.length, label: '个量化目标' },
    ].filter(({ value }) => value > 0),
    groups,
    remarks: [
      ...unitRemarks(
        plan,
        groups.flatMap((group) => group.measures.map(({ first }) => first)),
      ),
      ...(targets.length > 0 ? [`数字是${goalsOnly(plan, targets).replace(/。$/u, '')}`] : []),
      ...(titled.has('editor') ? ['文件没有印标题的，名称是编辑所拟'] : []),
      ...(titled.has('opening') ? ['没有标题的，取开头的几个字'] : []),
      copyStatement([plan]),
    ],
  };
}
