import type { Environment, Handbook, Plan, Target, Task, Unit } from './model.ts';
import { names } from './responsibility.ts';

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
    .filter(({ kind }) => kind !== 'group')
    .map((unit) => ({ unit, ...count(plan.tasks.filter((task) => names(task, unit))) }))
    .filter(({ tasks }) => tasks > 0)
    .sort((a, b) => b.tasks - a.tasks);

/** The targets that count in one unit of measure together, largest first; units of measure in document order. */
export function targetsByMeasureUnit({ targets }: Plan): { unit: string; targets: Target[] }[] {
  const units = [...new Set(targets.map(({ unit }) => unit))];
  return units.map((unit) => ({
    unit,
    targets: targets.filter((target) => target.unit === unit).sort((a, b) => b.value - a.value),
  }));
}
