import type { Plan, Provision, Unit } from './model.ts';
import { provisionsOf } from './provision.ts';
import { unitsOf } from './responsibility.ts';

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
    const units = unitsOf(provision);
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
