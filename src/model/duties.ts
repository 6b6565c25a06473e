import { isTask, provisionsOf } from './plan.ts';
import { answersTo, holderOf } from './succession.ts';
import type { Handbook, Measure, Plan, Provision, Responsibility, Target, Task, Unit } from './types.ts';

/** A unit that shares provisions with another. */
export interface Partner {
  unit: Unit;
  /** Those that name both, in the plan's order. */
  provisions: Provision[];
}

/** What one plan assigns to one unit. */
export interface Duties {
  plan: Plan;
  /** Those whose bracket in the plan's text names the unit. */
  measures: Measure[];
  /** Those whose cell in the list names the unit. */
  tasks: Task[];
  /** The tasks, or in a plan without a list the measures. */
  provisions: Provision[];
  /** The targets of the provisions. */
  targets: Target[];
  /** The other units of the provisions, most shared first, with collectives and groups: `namedBodies` gives those that count as bodies. */
  partners: Partner[];
}

/** Whether a measure or task names the unit, or one whose duties it has, under any of its names. */
export const isAssignedTo = (provision: { units: readonly Responsibility[] }, unit: Unit): boolean =>
  provision.units.some((responsibility) => answersTo(responsibility, unit));

/** The units that have to do what a measure or task says, in printed order, each once: after a merger two names are one unit. */
export const assignedUnits = (provision: { units: readonly Responsibility[] }): Unit[] => [
  ...new Set(provision.units.map(({ unit }) => holderOf(unit))),
];

/** The partners that are one body each, without collectives and unnamed groups. */
export const namedBodies = (partners: readonly Partner[]): Partner[] =>
  partners.filter(({ unit }) => unit.kind === 'unit');

function partnersIn(provisions: readonly Provision[], unit: Unit): Partner[] {
  const partners = new Map<Unit, Partner>();
  for (const provision of provisions)
    for (const other of assignedUnits(provision)) {
      if (other === holderOf(unit)) continue;
      const partner = partners.get(other) ?? { unit: other, provisions: [] };
      partner.provisions.push(provision);
      partners.set(other, partner);
    }
  return [...partners.values()].sort((a, b) => b.provisions.length - a.provisions.length);
}

/** What a plan assigns to a unit, in document order. */
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

/** The units that a document names itself, each once, and not those that have the duties of others by a reform. */
export const unitsIn = ({ measures, tasks }: Pick<Plan, 'measures' | 'tasks'>): Unit[] => [
  ...new Set([...measures, ...tasks].flatMap((one) => one.units.map(({ unit }) => unit))),
];

/** The units that the documents name themselves, and those that are there for no other reason than a reform are not. */
export const namedUnits = ({ units, plans }: Pick<Handbook, 'units' | 'plans'>): Unit[] => {
  const named = new Set(plans.flatMap(unitsIn));
  return units.filter((unit) => unit.predecessors.length === 0 || named.has(unit));
};

/** The number of provisions that name a unit, over all plans: tasks, and measures of plans without a list. */
export function dutyCounts(handbook: Handbook, unit: Unit): { tasks: number; measures: number } {
  const provisions = dutiesOf(handbook, unit).flatMap((duties) => duties.provisions);
  const tasks = provisions.filter(isTask).length;
  return { tasks, measures: provisions.length - tasks };
}

/** What all plans that name a unit assign to it, newest plan first. */
export const dutiesOf = (handbook: Pick<Handbook, 'plans'>, unit: Unit): Duties[] =>
  handbook.plans
    .map((plan) => dutiesIn(plan, unit))
    .filter(({ measures, tasks }) => measures.length + tasks.length > 0);

/** Two units that share provisions, in the order of the first cell that names both. */
export interface UnitPair {
  units: [Unit, Unit];
  /** In the plan's order. */
  provisions: Provision[];
}

/** Every pair of units that share provisions of a plan, most shared first. */
export function pairsIn(plan: Plan): UnitPair[] {
  const pairs = new Map<string, UnitPair>();
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
