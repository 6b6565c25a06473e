import type { Measure, Plan, Provision, Task } from './types.ts';

/** Whether a provision is a row of the list. */
export const isTask = (provision: Provision): provision is Task => provision.kind === 'task';

/** The smallest parts of a measure that name who answers for them: its rows, or where the plan has no list the measure itself. */
export const partsOf = (measure: Measure): Provision[] => (measure.tasks.length > 0 ? measure.tasks : [measure]);

/** The same of a whole plan, in its order. */
export const provisionsOf = ({ measures }: Plan): Provision[] => measures.flatMap(partsOf);

/** How a provision is called beside others of its plan: `第37项`, or where there is no list `措施9`. */
export const provisionLabel = (provision: Provision): string =>
  isTask(provision) ? `第${provision.number}项` : `措施${provision.number}`;

/** The rows of a measure from the first to the last: `35–38`. */
export const taskRange = ({ tasks }: Measure, between: string): string =>
  [tasks[0], tasks.at(-1)].map((task) => task?.number).join(between);

/** So many provisions of a plan: `3项任务`, or where it has no list `3条措施`. */
export const provisionCount = ({ annex }: Pick<Plan, 'annex'>, count: number): string =>
  annex ? `${count}项任务` : `${count}条措施`;
