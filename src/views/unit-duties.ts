import { type Duties, dutiesOf, dutyCounts } from '../model/duties.ts';
import { listedTitle } from '../model/plan.ts';
import { isFormer } from '../model/succession.ts';
import type { Handbook, Plan, Unit } from '../model/types.ts';
import { type PageOf, pagesOf, plansOnPage } from '../routes/pagination.ts';
import { measurePath, planPath, taskAnchor, unitPath, unitPrintPath } from '../routes/paths.ts';
import { statusLabel } from './plan-status.ts';
import { unitMentionsIn } from './unit-mentions.ts';
import { successionLabel } from './unit-succession.ts';

/** The duties of a unit under all plans, over its pages. */
export const dutyPages = (handbook: Handbook, unit: Unit): PageOf<Duties>[] =>
  pagesOf(dutiesOf(handbook, unit), ({ measures, tasks }) => measures.length + tasks.length);

/** The title of a sheet with a unit's duties under some plans. */
export const unitTitle = (unit: Unit, plans: readonly Pick<Plan, 'annex'>[]): string =>
  `${unit.name}的${plans.some(({ annex }) => annex) ? '任务和措施' : '措施'}`;

/** A unit with how often all plans name it: rows of their lists, and measures of those without a list. */
export interface CountedUnit {
  unit: Unit;
  tasks: number;
  measures: number;
}

/** How often all plans name a unit. */
export const dutyCount = ({ tasks, measures }: Pick<CountedUnit, 'tasks' | 'measures'>): number => tasks + measures;

/** The bodies and collectives by their rows of lists and their measures of plans without one, most first; those with none are left out. */
export const busiestUnits = (handbook: Handbook): CountedUnit[] =>
  handbook.units
    .filter((unit) => unit.kind !== 'group' && !isFormer(unit))
    .map((unit) => ({ unit, ...dutyCounts(handbook, unit) }))
    .filter((one) => dutyCount(one) > 0)
    .sort((a, b) => dutyCount(b) - dutyCount(a));

/** A unit's duties without the texts, as JSON for the front page. Paths are relative to the base. */
export interface DutySummary {
  name: string;
  path: string;
  /** What became of it, where something did, and the units that came of it. */
  now?: { words: string; units: { name: string; path: string }[] };
  /** Its sheet for paper, where a document names it. */
  print?: string;
  plans: {
    name: string;
    path: string;
    tasks: number;
    innovations: number;
    targets: number;
    /** Measures that name the unit in the plan's text or in the list. */
    measures: {
      /** With its number, as the document prints them. */
      title: string;
      path: string;
      /** The rows of the list that name the unit; each stands at its anchor on the measure's page. */
      tasks: { number: number; name?: string; anchor: string }[];
    }[];
  }[];
}

/** Summarises a unit's duties under the newest plans. */
export function summaryOf(handbook: Handbook, unit: Unit): DutySummary {
  const duties = dutiesOf(handbook, unit);
  return {
    name: unit.name,
    path: unitPath(unit),
    ...(unit.succession && {
      now: {
        words: successionLabel(unit) ?? '',
        units: unit.succession.into.map((one) => ({ name: one.name, path: unitPath(one) })),
      },
    }),
    ...(duties.length > 0 && { print: unitPrintPath(unit) }),
    plans: duties.slice(0, plansOnPage).map(({ plan, tasks, targets }) => ({
      name: [plan.shortTitle, statusLabel(plan)].filter(Boolean).join(' · '),
      path: planPath(plan),
      tasks: tasks.length,
      innovations: tasks.filter(({ innovation }) => innovation).length,
      targets: targets.length,
      measures: unitMentionsIn(plan, unit).flatMap(({ mentions }) =>
        mentions.map(({ measure, tasks }) => ({
          title: listedTitle(measure),
          path: measurePath(measure),
          tasks: tasks.map((task) => ({
            number: task.number,
            ...(task.reference !== `第${task.number}项` && { name: task.reference }),
            anchor: taskAnchor(task),
          })),
        })),
      ),
    })),
  };
}
