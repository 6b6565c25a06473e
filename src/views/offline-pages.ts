import { leadingPlan } from '../model/plan.ts';
import type { Handbook, Plan } from '../model/types.ts';
import { type Subject, subjectPlan, subjectsOf } from './page-subject.ts';

/** The plans on one page of a list. */
const plansOn = (subject: Subject): Plan[] | undefined =>
  'page' in subject ? subject.page?.items.map((item) => ('plan' in item ? item.plan : item)) : undefined;

/**
 * The pages that a copy for reading without a network holds, so that it does not grow with each older plan: those of the leading
 * plan and those of no plan; of lists over all plans the first page, and any that holds the leading plan.
 */
export function offlinePages(handbook: Handbook): Subject[] {
  const leading = leadingPlan(handbook);
  return subjectsOf(handbook).filter((subject) => {
    const plan = subjectPlan(subject);
    if (plan) return plan === leading;
    const plans = plansOn(subject);
    return !plans || ('page' in subject && subject.page?.number === 1) || plans.some((one) => one === leading);
  });
}
