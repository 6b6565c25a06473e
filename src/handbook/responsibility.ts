import type { Handbook, Measure, Plan, Responsibility, Target, Task, Unit } from './model.ts';

/** A unit with which another shares tasks. */
export interface Partner {
  unit: Unit;
  /** The tasks that name both, in list order. */
  tasks: Task[];
}

/** What one plan asks of one unit. */
export interface Duties {
  plan: Plan;
  /** Measures whose bracket in the plan's text names the unit. */
  measures: Measure[];
  /** Tasks whose cell in the list names the unit. */
  tasks: Task[];
  /** The targets of those tasks. */
  targets: Target[];
  /** All that those tasks name with the unit, most shared first, groups that name no body included: count `bodiesAmong` them. */
  partners: Partner[];
}

/** True if a measure or task names the unit, under any of its names. */
export const names = (provision: { units: readonly Responsibility[] }, unit: Unit): boolean =>
  provision.units.some((responsibility) => responsibility.unit.id === unit.id);

/** Every unit of a measure or task once, in printed order. */
export const unitsOf = (provision: { units: readonly Responsibility[] }): Unit[] => [
  ...new Set(provision.units.map(({ unit }) => unit)),
];

/** The partners that are one body each; collectives and unnamed groups are never counted as bodies. */
export const bodiesAmong = (partners: readonly Partner[]): Partner[] =>
  partners.filter(({ unit }) => unit.kind === 'unit');

function partnersIn(tasks: readonly Task[], unit: Unit): Partner[] {
  const partners = new Map<Unit, Partner>();
  for (const task of tasks)
    for (const other of unitsOf(task)) {
      if (other.id === unit.id) continue;
      const partner = partners.get(other) ?? { unit: other, tasks: [] };
      partner.tasks.push(task);
      partners.set(other, partner);
    }
  return [...partners.values()].sort((a, b) => b.tasks.length - a.tasks.length);
}

/** What a plan asks of a unit, in document order. */
export function dutiesIn(plan: Plan, unit: Unit): Duties {
  const tasks = plan.tasks.filter((task) => names(task, unit));
  return {
    plan,
    measures: plan.measures.filter((measure) => names(measure, unit)),
    tasks,
    targets: tasks.flatMap((task) => task.targets),
    partners: partnersIn(tasks, unit),
  };
}

/** What all plans ask of a unit, newest plan first; plans that do not name it are left out. */
export const dutiesOf = (handbook: Handbook, unit: Unit): Duties[] =>
  handbook.plans
    .map((plan) => dutiesIn(plan, unit))
    .filter(({ measures, tasks }) => measures.length + tasks.length > 0);
