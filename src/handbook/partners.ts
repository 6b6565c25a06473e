import type { Plan, Task, Unit } from './model.ts';
import { unitsOf } from './responsibility.ts';

/** Two entries of the registry that tasks name together, in the order of their first such cell. */
export interface Pair {
  units: [Unit, Unit];
  /** In list order. */
  tasks: Task[];
}

/** Every pair that a plan's list names together, most shared first; each pair once. */
export function pairsIn(plan: Plan): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const task of plan.tasks) {
    const units = unitsOf(task);
    for (const [index, one] of units.entries())
      for (const other of units.slice(index + 1)) {
        const key = [one.id, other.id].sort().join(' ');
        const pair = pairs.get(key) ?? { units: [one, other], tasks: [] };
        pair.tasks.push(task);
        pairs.set(key, pair);
      }
  }
  return [...pairs.values()].sort((a, b) => b.tasks.length - a.tasks.length);
}
