import type { Handbook, Plan } from './types.ts';

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
