import { isAssignedTo } from '../model/duties.ts';
import type { Environment, Handbook, Plan, Task, Unit } from '../model/types.ts';

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
    .map((unit) => ({ unit, ...count(plan.tasks.filter((task) => isAssignedTo(task, unit))) }))
    .filter(({ tasks }) => tasks > 0)
    .sort((a, b) => b.tasks - a.tasks);
