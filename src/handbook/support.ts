import type { Handbook, Measure, Plan, Task, Topic } from './model.ts';

/** What one plan offers for a need: measures with the tasks that meet it, in document order. */
export interface Support {
  plan: Plan;
  measures: { measure: Measure; tasks: Task[] }[];
}

/** The tasks of all plans that meet a need; plans without any are left out. */
export function supportFor(handbook: Handbook, topic: Topic): Support[] {
  return handbook.plans
    .map((plan) => ({
      plan,
      measures: plan.measures
        .map((measure) => ({
          measure,
          tasks: measure.tasks.filter(({ topics }) => topics.some(({ id }) => id === topic.id)),
        }))
        .filter(({ tasks }) => tasks.length > 0),
    }))
    .filter(({ measures }) => measures.length > 0);
}

/** How many tasks meet a need, over all plans. */
export const supportCount = (handbook: Handbook, topic: Topic): number =>
  supportFor(handbook, topic)
    .flatMap(({ measures }) => measures)
    .reduce((total, { tasks }) => total + tasks.length, 0);
