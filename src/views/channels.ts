import { isAssignedTo } from '../model/duties.ts';
import { isTask } from '../model/plan.ts';
import type { Channel, Measure, Plan, Topic, Unit } from '../model/types.ts';
import { topicsOf } from './support.ts';

/** First the channels that are meant, then those that serve all needs; each once. */
function withGeneral(plan: Plan, isMeant: (channel: Channel) => boolean): Channel[] {
  const meant = plan.channels.filter(isMeant);
  return [...meant, ...plan.channels.filter((channel) => !channel.topics && !meant.includes(channel))];
}

const serves = ({ topics = [] }: Channel, wanted: readonly Topic[]) => topics.some((topic) => wanted.includes(topic));

/** The channels that a plan names for a topic. */
export const channelsForTopic = (plan: Plan, topic: Topic): Channel[] =>
  withGeneral(plan, (channel) => serves(channel, [topic]));

/** The measure whose text or row names a channel. */
const measureOf = ({ provision }: Channel): Measure => (isTask(provision) ? provision.measure : provision);

/** The channels that a measure names, then those for the needs that it answers. */
export function channelsForMeasure(measure: Measure): Channel[] {
  const own = measure.plan.channels.filter((channel) => measureOf(channel) === measure);
  const needs = topicsOf(measure).filter(({ kind }) => kind === 'need');
  const others = withGeneral(measure.plan, (channel) => serves(channel, needs));
  return [...own, ...others.filter((channel) => !own.includes(channel))];
}

/** The channels for which a plan makes a unit answer, then those that serve all needs. */
export const channelsForUnit = (plan: Plan, unit: Unit): Channel[] =>
  withGeneral(plan, ({ provision }) => isAssignedTo(provision, unit));
