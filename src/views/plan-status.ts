import type { Handbook, Plan } from '../model/types.ts';
import { dayText } from '../text/dates.ts';
import { planCitation } from './citation.ts';

/** The status of a plan in a word; undefined for one in force. */
export const statusLabel = ({ status }: Plan): string | undefined =>
  ({ 'in-force': undefined, replaced: '已被代替', ended: '已终止' })[status.kind];

/** The notice on the pages of a plan that is not in force. */
export interface StatusNotice {
  label: string;
  sentence: string;
  /** The plan that took its place. */
  successor: Plan | undefined;
  /** The document that says so, as the editor cites it. */
  basis: string;
}

/** The notice of a plan's status; undefined if it is in force. */
export function statusNotice({ plans }: Pick<Handbook, 'plans'>, plan: Plan): StatusNotice | undefined {
  const { status } = plan;
  const label = statusLabel(plan);
  if (status.kind === 'in-force' || !label) return undefined;
  const since = status.on ? `自${dayText(status.on)}起` : '';
  const successor = status.kind === 'replaced' ? plans.find(({ id }) => id === status.by) : undefined;
  const sentence = `本文件${since}已${successor ? `由${planCitation(successor)}代替` : '终止'}。`;
  return { label, sentence, successor, basis: status.basis };
}
