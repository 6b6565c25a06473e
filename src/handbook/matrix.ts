import type { Environment, Plan, Unit } from './model.ts';
import { names } from './responsibility.ts';

/** Steps of heat for numbers above zero. */
export const heatSteps = 4;

export interface Cell {
  environment: Environment;
  /** How many tasks of the environment name the unit. */
  tasks: number;
  /** From 0, for no task, to `heatSteps`, for as many as any cell has. */
  heat: number;
}

export interface MatrixRow {
  unit: Unit;
  /** One for each environment, in document order. */
  cells: Cell[];
  tasks: number;
}

/** How many tasks of each environment name each of the units; those that the plan does not name at all are left out. */
export function matrixOf(plan: Plan, units: readonly Unit[]): MatrixRow[] {
  const named = units.filter((unit) => [...plan.measures, ...plan.tasks].some((provision) => names(provision, unit)));
  const counted = named.map((unit) => ({
    unit,
    cells: plan.environments.map((environment) => ({
      environment,
      tasks: environment.measures.flatMap(({ tasks }) => tasks).filter((task) => names(task, unit)).length,
    })),
  }));
  const most = Math.max(...counted.flatMap(({ cells }) => cells.map(({ tasks }) => tasks)));
  return counted.map(({ unit, cells }) => ({
    unit,
    cells: cells.map((cell) => ({ ...cell, heat: cell.tasks && Math.ceil((cell.tasks / most) * heatSteps) })),
    tasks: cells.reduce((total, { tasks }) => total + tasks, 0),
  }));
}
