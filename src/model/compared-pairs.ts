import { replacementOf } from './status.ts';
import type { Handbook, Plan } from './types.ts';

/** A plan and the older one that it is compared with. */
export interface PlanPair {
  newer: Plan;
  older: Plan;
}

/** The ids of the plans that a plan continues something of, as the editor states. */
const continuedBy = ({ measures, tasks }: Plan): Set<string | undefined> =>
  new Set([...measures, ...tasks].map(({ continues }) => continues?.split('/', 1)[0]));

/**
 * The pairs of plans that are compared, newest first: each with the one that its issuer issued before it and with those that it
 * replaces or continues. Two plans that are all there is are always compared. There are about as many pairs as plans.
 */
export function comparedPairs({ plans }: Pick<Handbook, 'plans'>): PlanPair[] {
  return plans.flatMap((newer, index) => {
    const earlier = plans.slice(index + 1);
    const before = earlier.find(({ issuer }) => issuer === newer.issuer);
    const stated = continuedBy(newer);
    return earlier
      .filter(
        (older) => plans.length === 2 || older === before || stated.has(older.id) || replacementOf(older) === newer.id,
      )
      .map((older) => ({ newer, older }));
  });
}
