import { isAssignedTo } from '../model/duties.ts';
import { leafProvisions } from '../model/plan.ts';
import { isFormer } from '../model/succession.ts';
import type { Environment, Plan, Unit } from '../model/types.ts';

/** Steps of heat for numbers above zero. */
export const heatSteps = 4;

export interface Cell {
  environment: Environment;
  /** How many tasks of the environment name the unit, or measures of a plan without a list. */
  count: number;
  /** From 0, for none, to `heatSteps`, for as many as any cell has. */
  heat: number;
}

export interface MatrixRow {
  unit: Unit;
  /** One for each environment, in document order. */
  cells: Cell[];
  count: number;
}

/** How much of each environment names each of the units; those that the plan does not name at all are left out, and those whose duties another has. */
export function matrixOf(plan: Plan, units: readonly Unit[]): MatrixRow[] {
  const named = units.filter(
    (unit) => !isFormer(unit) && [...plan.measures, ...plan.tasks].some((provision) => isAssignedTo(provision, unit)),
  );
  const counted = named.map((unit) => ({
    unit,
    cells: plan.environments.map((environment) => ({
      environment,
      count: environment.measures.flatMap(leafProvisions).filter((part) => isAssignedTo(part, unit)).length,
    })),
  }));
  const most = Math.max(...counted.flatMap(({ cells }) => cells.map(({ count }) => count)));
  return counted.map(({ unit, cells }) => ({
    unit,
    cells: cells.map((cell) => ({ ...cell, heat: cell.count && Math.ceil((cell.count / most) * heatSteps) })),
    count: cells.reduce((total, { count }) => total + count, 0),
  }));
}
