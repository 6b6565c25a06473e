import { dutiesIn } from '../../model/duties.ts';
import { isTask } from '../../model/plan.ts';
import type { Handbook, Limit, Measure, Plan, Responsibility, Target, Task, Unit } from '../../model/types.ts';
import { absoluteUrl } from '../../routes/absolute-url.ts';
import { dataPath, measurePath, planPath, targetPath, taskPath, unitPath } from '../../routes/paths.ts';
import type { Status } from '../../schema/plan.ts';
import type { Site } from '../../schema/site.ts';
import type { UnitKind } from '../../schema/unit.ts';

/*
 * The rows of the open data. Names and order of the fields are a public interface: other programs rely on them.
 * What each field means to a reader is said in `dataset-fields.ts`.
 */

export interface UnitReference {
  id: string;
  /** The registry's name; `unitsText` has what is printed. */
  name: string;
}

export interface MeasureRow {
  number: number;
  title: string;
  environment: string;
  text: string;
  units: UnitReference[];
  unitsText: string;
  tasks: number[];
  targets: string[];
  url: string;
}

export interface TaskRow {
  number: number;
  measure: number;
  text: string;
  units: UnitReference[];
  unitsText: string;
  innovation: boolean;
  url: string;
  notes: string[];
}

export interface TargetRow {
  id: string;
  measure: number;
  task: number | null;
  name: string;
  operator: Target['operator'];
  value: number;
  unit: string;
  period: string | null;
  text: string;
  url: string;
}

export interface LimitRow {
  id: string;
  measure: number;
  task: number | null;
  kind: Limit['kind'];
  name: string;
  value: number;
  unit: string;
  text: string;
  url: string;
}

export interface UnitRow {
  id: string;
  name: string;
  aliases: string[];
  kind: UnitKind;
  measures: number[];
  tasks: number[];
  targets: string[];
  url: string;
}

export interface Dataset {
  measures: MeasureRow[];
  tasks: TaskRow[];
  targets: TargetRow[];
  limits: LimitRow[];
  units: UnitRow[];
}

export interface PlanRow {
  id: string;
  title: string;
  shortTitle: string;
  number: string;
  issuer: string;
  issuedOn: string;
  /** As the content has it: whether it is in force, and on what word it is not. */
  status: Status;
  url: string;
  data: string;
}

/** The tables of a dataset, in the order in which they are offered. */
export const tables = ['measures', 'tasks', 'targets', 'limits', 'units'] as const;
export type Table = (typeof tables)[number];

const references = (units: readonly Responsibility[]): UnitReference[] =>
  units.map(({ unit: { id, name } }) => ({ id, name }));
const numbers = (items: readonly { number: number }[]) => items.map(({ number }) => number);
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

const addressIn = (site: Site) => (path: string) => absoluteUrl(site, path);

/** Every plan, newest first, with its status and where its data lie. */
export function planRows({ site, plans }: Pick<Handbook, 'site' | 'plans'>): PlanRow[] {
  const address = addressIn(site);
  return plans.map((plan) => ({
    id: plan.id,
    title: plan.title,
    shortTitle: plan.shortTitle,
    number: plan.number,
    issuer: plan.issuer,
    issuedOn: plan.issuedOn,
    status: plan.status,
    url: address(planPath(plan)),
    data: address(`${dataPath(plan)}datapackage.json`),
  }));
}

/** The open data of one plan. Units are those that the plan names. Addresses start at the site's base, or are whole where its origin is set. */
export function datasetOf({ site, units }: Pick<Handbook, 'site' | 'units'>, plan: Plan): Dataset {
  const address = addressIn(site);
  const measureRow = (measure: Measure): MeasureRow => ({
    number: measure.number,
    title: measure.title,
    environment: measure.environment.title,
    text: measure.text,
    units: references(measure.units),
    unitsText: measure.unitsText,
    tasks: numbers(measure.tasks),
    targets: ids(measure.targets),
    url: address(measurePath(measure)),
  });
  const taskRow = (task: Task): TaskRow => ({
    number: task.number,
    measure: task.measure.number,
    text: task.text,
    units: references(task.units),
    unitsText: task.unitsText,
    innovation: task.innovation,
    url: address(taskPath(task)),
    notes: task.notes.map(({ remark }) => remark),
  });
  const targetRow = ({ id, measure, provision, name, operator, value, unit, period, text }: Target): TargetRow => ({
    id,
    measure: measure.number,
    task: isTask(provision) ? provision.number : null,
    name,
    operator,
    value,
    unit,
    period: period ?? null,
    text,
    url: address(targetPath({ id, measure })),
  });
  const limitRow = ({ id, measure, provision, kind, name, value, unit, text }: Limit): LimitRow => ({
    id,
    measure: measure.number,
    task: isTask(provision) ? provision.number : null,
    kind,
    name,
    value,
    unit,
    text,
    url: address(targetPath({ id, measure })),
  });
  const unitRow = (unit: Unit): UnitRow[] => {
    const { measures, tasks, targets } = dutiesIn(plan, unit);
    if (measures.length + tasks.length === 0) return [];
    const { id, name, aliases, kind } = unit;
    return [
      {
        id,
        name,
        aliases,
        kind,
        measures: numbers(measures),
        tasks: numbers(tasks),
        targets: ids(targets),
        url: address(unitPath(unit)),
      },
    ];
  };
  return {
    measures: plan.measures.map(measureRow),
    tasks: plan.tasks.map(taskRow),
    targets: plan.targets.map(targetRow),
    limits: plan.limits.map(limitRow),
    units: units.flatMap(unitRow),
  };
}
