import { isTask, provisionsOf } from './plan.ts';
import type { Handbook, Measure, Plan, Provision, Responsibility, Target, Task, Unit } from './types.ts';

/** A unit that is named together with another. */
export interface Partner {
  unit: Unit;
  /** What names both, in the plan's order: tasks, or measures of a plan without a list. */
  provisions: Provision[];
}

/** What one plan asks of one unit. */
export interface Duties {
  plan: Plan;
  /** Measures whose bracket in the plan's text names the unit. */
  measures: Measure[];
  /** Tasks whose cell in the list names the unit. */
  tasks: Task[];
  /** Those tasks, or of a plan without a list those measures. */
  provisions: Provision[];
  /** What those provisions promise. */
  targets: Target[];
  /** All that those provisions name with the unit, most shared first, groups that name no body included: count `namedBodies` them. */
  partners: Partner[];
}

/** True if a measure or task names the unit, under any of its names. */
export const isAssignedTo = (provision: { units: readonly Responsibility[] }, unit: Unit): boolean =>
  provision.units.some((responsibility) => responsibility.unit.id === unit.id);

/** Every unit of a measure or task once, in printed order. */
export const assignedUnits = (provision: { units: readonly Responsibility[] }): Unit[] => [
  ...new Set(provision.units.map(({ unit }) => unit)),
];

/** The partners that are one body each; collectives and unnamed groups are never counted as bodies. */
export const namedBodies = (partners: readonly Partner[]): Partner[] =>
  partners.filter(({ unit }) => unit.kind === 'unit');

function partnersIn(provisions: readonly Provision[], unit: Unit): Partner[] {
  const partners = new Map<Unit, Partner>();
  for (const provision of provisions)
    for (const other of assignedUnits(provision)) {
      if (other.id === unit.id) continue;
      const partner = partners.get(other) ?? { unit: other, provisions: [] };
      partner.provisions.push(provision);
      partners.set(other, partner);
    }
  return [...partners.values()].sort((a, b) => b.provisions.length - a.provisions.length);
}

/** What a plan asks of a unit, in document order. */
export function dutiesIn(plan: Plan, unit: Unit): Duties {
  const provisions = provisionsOf(plan).filter((provision) => isAssignedTo(provision, unit));
  return {
    plan,
    measures: plan.measures.filter((measure) => isAssignedTo(measure, unit)),
    tasks: provisions.filter(isTask),
    provisions,
    targets: provisions.flatMap(({ targets }) => targets),
    partners: partnersIn(provisions, unit),
  };
}

/** How often all plans name a unit: rows of their lists, and measures of those without a list. */
export function dutyCounts(handbook: Handbook, unit: Unit): { tasks: number; measures: number } {
  const provisions = dutiesOf(handbook, unit).flatMap((duties) => duties.provisions);
  const tasks = provisions.filter(isTask).length;
  return { tasks, measures: provisions.length - tasks };
}

/** What all plans ask of a unit, newest plan first; plans that do not name it are left out. */
export const dutiesOf = (handbook: Pick<Handbook, 'plans'>, unit: Unit): Duties[] =>
  handbook.plans
    .map((plan) => dutiesIn(plan, unit))
    .filter(({ measures, tasks }) => measures.length + tasks.length > 0);

/** Two entries of the registry that are named together, in the order of their first such cell. */
export interface Pair {
  units: [Unit, Unit];
  /** In the plan's order: tasks, or measures of a plan without a list. */
  provisions: Provision[];
}

/** Every pair that a plan names together, most shared first; each pair once. */
export function pairsIn(plan: Plan): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const provision of provisionsOf(plan)) {
    const units = assignedUnits(provision);
    for (const [index, one] of units.entries())
      for (const other of units.slice(index + 1)) {
        const key = [one.id, other.id].sort().join(' ');
        const pair = pairs.get(key) ?? { units: [one, other], provisions: [] };
        pair.provisions.push(provision);
        pairs.set(key, pair);
      }
  }
  return [...pairs.values()].sort((a, b) => b.provisions.length - a.provisions.length);
}
