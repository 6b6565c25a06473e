import type { Ending, Status } from '../schema/plan.ts';
import { dayAfter } from '../text/dates.ts';
import type { Plan } from './types.ts';

/** The first day on which a plan with such a status is no longer in force; undefined where the document gives none. */
export const endsOn = (ending: Ending): string | undefined =>
  ending.on ?? (ending.kind === 'ended' && ending.until !== undefined ? dayAfter(ending.until) : undefined);

/** What holds of a plan on a day: a status of a later day is still to come. */
export function statusOn(recorded: Status, day: string): { status: Status; coming?: Ending } {
  if (recorded.kind === 'in-force') return { status: recorded };
  const end = endsOn(recorded);
  return end !== undefined && end > day ? { status: { kind: 'in-force' }, coming: recorded } : { status: recorded };
}

/** What the content records of a plan's end, past or to come; undefined for one without an end. */
export const endingOf = ({ status, coming }: Pick<Plan, 'status' | 'coming'>): Ending | undefined =>
  coming ?? (status.kind === 'in-force' ? undefined : status);

/** The id of the plan that replaces one, now or on a later day. */
export function replacementOf(plan: Pick<Plan, 'status' | 'coming'>): string | undefined {
  const ending = endingOf(plan);
  return ending?.kind === 'replaced' ? ending.by : undefined;
}
