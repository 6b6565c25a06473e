import type { Handbook, Measure, Plan, Provision, Task } from './types.ts';

/** Whether a page must say which plan it speaks of. */
export const hasSeveral = ({ plans }: Pick<Handbook, 'plans'>): boolean => plans.length > 1;

/** The plan that the handbook leads to first: the newest in force, or the newest. */
export const leadingPlan = ({ plans }: Pick<Handbook, 'plans'>): Plan | undefined =>
  plans.find(({ status }) => status.kind === 'in-force') ?? plans[0];

/**
 * What the anchors of a plan end in on pages that several plans share: the oldest plan's are bare, so that an address keeps
 * its place when a newer plan comes. An id of a plan holds no underscore.
 */
export const anchorSuffix = ({ plans }: Pick<Handbook, 'plans'>, plan: Plan): string =>
  plan === plans.at(-1) ? '' : `_${plan.id}`;

/** Whether a provision is a row of the list. */
export const isTask = (provision: Provision): provision is Task => provision.kind === 'task';

/** The smallest parts of a measure that name who answers for them: its rows, or where the plan has no list the measure itself. */
export const leafProvisions = (measure: Measure): Provision[] => (measure.tasks.length > 0 ? measure.tasks : [measure]);

/** The same of a whole plan, in its order. */
export const provisionsOf = ({ measures }: Plan): Provision[] => measures.flatMap(leafProvisions);

/** How a provision is called beside others of its plan: `第37项`, or where there is no list `措施9`. */
export const provisionLabel = (provision: Provision): string =>
  isTask(provision) ? `第${provision.number}项` : `措施${provision.number}`;

/** The rows of a measure from the first to the last: `35–38`. */
export const taskRange = ({ tasks }: Measure, between: string): string =>
  [tasks[0], tasks.at(-1)].map((task) => task?.number).join(between);

/** So many provisions of a plan: `3项任务`, or where it has no list `3条措施`. */
export const provisionCount = ({ annex }: Pick<Plan, 'annex'>, count: number): string =>
  annex ? `${count}项任务` : `${count}条措施`;
