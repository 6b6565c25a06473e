import { endingOf } from '../model/status.ts';
import type { Handbook, Plan } from '../model/types.ts';
import { dayText } from '../text/dates.ts';
import { planCitation } from './citation.ts';

type Dated = Pick<Plan, 'status' | 'coming'>;

/** The day that a status names: the first without the plan in force, or the last with it. */
const namedDay = (plan: Dated): string => {
  const ending = endingOf(plan);
  const day = ending && (ending.on ?? (ending.kind === 'ended' ? ending.until : undefined));
  return day ? dayText(day) : '';
};

/**
 * The status of a plan in a word, as it is on the day for which the handbook is built; undefined for one in force without an end.
 * One whose end is to come names the day, so that the words stay true after it.
 */
export const statusLabel = (plan: Dated): string | undefined =>
  plan.coming
    ? `有效，至${namedDay(plan)}`
    : { 'in-force': undefined, replaced: '已被代替', ended: '已终止' }[plan.status.kind];

/** The notice on the pages of a plan that is not in force, or will not be from some day. */
export interface StatusNotice {
  label: string;
  sentence: string;
  /** The plan that takes its place. */
  successor: Plan | undefined;
  /** The document that says so, as the editor cites it. */
  basis: string;
}

/** The notice of a plan's status; undefined if it is in force without an end. Each sentence is true on every day on which it is read. */
export function statusNotice({ plans }: Pick<Handbook, 'plans'>, plan: Plan): StatusNotice | undefined {
  const ending = endingOf(plan);
  const label = statusLabel(plan);
  if (!ending || !label) return undefined;
  const { basis } = ending;
  const day = namedDay(plan);
  if (ending.kind === 'ended' && ending.until !== undefined) {
    const sentence = `本文件有效期至${day}${plan.coming ? '' : '，已期满'}。`;
    return { label, sentence, successor: undefined, basis };
  }
  const successor = ending.kind === 'replaced' ? plans.find(({ id }) => id === ending.by) : undefined;
  const end = successor ? `由${planCitation(successor)}代替` : '终止';
  const sentence = plan.coming ? `本文件自${day}起${end}，此前有效。` : `本文件${day && `自${day}起`}已${end}。`;
  return { label, sentence, successor, basis };
}
