import { isAssignedTo } from '../model/duties.ts';
import { measureGroups } from '../model/plan.ts';
import { isFormer } from '../model/succession.ts';
import type { Environment, Handbook, Plan, Task, Unit } from '../model/types.ts';
import { byUnitKind } from '../model/unit-registry.ts';
import { hasLeads, leadsOf } from './roles.ts';
import type { taskConditions } from './row-filters.ts';
import { listedName } from './unit-succession.ts';

/** How many tasks there are, and how many of them are 自主创新举措. */
export interface TaskCount {
  tasks: number;
  innovations: number;
}

const count = (tasks: readonly Task[]): TaskCount => ({
  tasks: tasks.length,
  innovations: tasks.filter(({ innovation }) => innovation).length,
});

/** The tasks of each environment, in document order. */
export const tasksByEnvironment = (plan: Plan): (TaskCount & { environment: Environment })[] =>
  plan.environments.map((environment) => ({
    environment,
    ...count(environment.measures.flatMap(({ tasks }) => tasks)),
  }));

/** The tasks whose cells name each body or collective, most first; groups that name no body are left out. */
export const tasksByUnit = ({ units }: Handbook, plan: Plan): (TaskCount & { unit: Unit })[] =>
  units
    .filter((unit) => unit.kind !== 'group' && !isFormer(unit))
    .map((unit) => ({ unit, ...count(plan.tasks.filter((task) => isAssignedTo(task, unit))) }))
    .filter(({ tasks }) => tasks > 0)
    .sort((a, b) => b.tasks - a.tasks);

/** A select by which the task list is filtered; each option says how many tasks it leaves by itself. */
export interface TaskSelect {
  name: (typeof taskConditions)[number];
  label: string;
  /** Options below a heading, or without one. */
  groups: { heading?: string; options: { value: string; label: string; count: number }[] }[];
}

/** The selects by which a plan's task list is filtered. */
export function taskSelects(handbook: Handbook, plan: Plan): TaskSelect[] {
  const counted = handbook.units
    .map((unit) => ({ unit, tasks: plan.tasks.filter((task) => isAssignedTo(task, unit)).length }))
    .filter(({ tasks }) => tasks > 0);
  const units = byUnitKind(counted, ({ unit }) => unit).map(({ title, items }) => ({
    heading: title,
    options: items.map(({ unit, tasks }) => ({ value: unit.id, label: listedName(unit), count: tasks })),
  }));
  const leading = handbook.units
    .map((unit) => ({
      unit,
      tasks: plan.tasks.filter((task) => leadsOf(task).some(({ id }) => id === unit.id)).length,
    }))
    .filter(({ tasks }) => tasks > 0);
  const leads = hasLeads(plan)
    ? [{ options: leading.map(({ unit, tasks }) => ({ value: unit.id, label: listedName(unit), count: tasks })) }]
    : [];
  const environments = tasksByEnvironment(plan).map(({ environment: { number, short }, tasks }) => ({
    value: String(number),
    label: short,
    count: tasks,
  }));
  const measures = measureGroups(plan).map(({ environment, measures }) => ({
    ...(environment && { heading: environment.short }),
    options: measures.map(({ number, mark, title, tasks }) => ({
      value: String(number),
      label: mark ? `${mark} ${title}` : title,
      count: tasks.length,
    })),
  }));
  const selects: TaskSelect[] = [
    { name: 'unit', label: '责任单位', groups: units },
    { name: 'with', label: '协同单位', groups: units },
    { name: 'lead', label: '牵头单位', groups: leads },
    { name: 'environment', label: plan.words.chapter, groups: [{ options: environments }] },
    { name: 'measure', label: '措施', groups: measures },
  ];
  return selects.filter(({ groups }) => groups.some(({ options }) => options.length > 0));
}
