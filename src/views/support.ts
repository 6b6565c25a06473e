import { isTask, leafProvisions } from '../model/plan.ts';
import type { Handbook, Measure, Plan, Provision, Responsibility, Target, Task, Topic } from '../model/types.ts';
import { type PageOf, pagesOf } from '../routes/pagination.ts';
import { type TopicKind, topicKinds } from '../schema/topic.ts';
import type { FilterSelect } from './target-ledger.ts';

/** What one plan offers on a topic: measures with those of their parts that belong to it, in document order. */
export interface Support {
  plan: Plan;
  measures: { measure: Measure; parts: Provision[] }[];
}

/** What the text of a provision answers to one who looks for support; nothing that is not said there. */
export interface SupportCard {
  /** What is offered: the official wording. */
  offer: string;
  /** The addressees that the text names. */
  whom: string[];
  /** The numbers and times promised or allowed, in the document's words. */
  figures: string[];
  /** The units to ask: the bodies named, or where there are none the collectives; never groups that name no body. */
  ask: Responsibility[];
}

export const topicKindList = Object.keys(topicKinds) as TopicKind[];

/** The kinds of which there are topics. */
export const topicKindsOf = (topics: readonly Topic[]): TopicKind[] =>
  topicKindList.filter((kind) => topics.some((topic) => topic.kind === kind));

/** The topics of one kind, in their order. */
export const topicsOfKind = (topics: readonly Topic[], kind: TopicKind): Topic[] =>
  topics.filter((topic) => topic.kind === kind);

/** The provisions of all plans tagged with the topic, newest plan first; plans without any are left out. */
export function supportFor(handbook: Handbook, topic: Topic): Support[] {
  return handbook.plans
    .map((plan) => ({
      plan,
      measures: plan.measures
        .map((measure) => ({
          measure,
          parts: leafProvisions(measure).filter(({ topics }) => topics.some(({ id }) => id === topic.id)),
        }))
        .filter(({ parts }) => parts.length > 0),
    }))
    .filter(({ measures }) => measures.length > 0);
}

/** The provisions of one plan tagged with the topic. */
export const partsOfSupport = ({ measures }: Support): Provision[] => measures.flatMap(({ parts }) => parts);

/** The targets that the provisions of one plan state. */
export const targetsOfSupport = (support: Pick<Support, 'measures'>): Target[] => [
  ...new Set(support.measures.flatMap(({ parts }) => parts.flatMap(({ targets }) => targets))),
];

/** The same over the pages of the topic. */
export const supportPages = (handbook: Handbook, topic: Topic): PageOf<Support>[] =>
  pagesOf(supportFor(handbook, topic), (support) => support.measures.length + partsOfSupport(support).length);

/** The provisions of all plans tagged with the topic. */
export const supportParts = (handbook: Handbook, topic: Topic): Provision[] =>
  supportFor(handbook, topic).flatMap(partsOfSupport);

/** How many provisions of all plans are tagged with the topic. */
export const supportCount = (handbook: Handbook, topic: Topic): number => supportParts(handbook, topic).length;

/** The topics of a measure and its tasks, in the order of the registry. */
export const topicsOf = (measure: Measure): Topic[] =>
  [...new Set(leafProvisions(measure).flatMap(({ topics }) => topics))].sort((a, b) => a.order - b.order);

/** The topics of other kinds by which provisions of one topic can be filtered: where a kind tells some of them apart. */
export const topicSelects = (
  topics: readonly Topic[],
  topic: Topic,
  provisions: readonly Provision[],
): FilterSelect[] =>
  topicKindList
    .filter((kind) => kind !== topic.kind)
    .map((kind) => ({
      name: kind,
      label: topicKinds[kind],
      options: topicsOfKind(topics, kind)
        .filter((other) => provisions.some((provision) => provision.topics.includes(other)))
        .map(({ id, name }) => ({ value: id, label: name })),
    }))
    .filter(({ options }) => options.length > 1);

/** How provisions of one or several plans are called together: `任务`, `措施` or `任务和措施`. */
export const provisionsName = (provisions: readonly Provision[]): string =>
  [provisions.some(isTask) && '任务', !provisions.every(isTask) && '措施'].filter(Boolean).join('和') || '任务';

/** The answers of a provision. */
export function supportCard(provision: Provision): SupportCard {
  const ofKind = (kind: string) => provision.units.filter(({ unit }) => unit.kind === kind);
  const bodies = ofKind('unit');
  const quotations = [...new Set([...provision.targets, ...provision.limits].map(({ text }) => text))];
  return {
    offer: provision.text,
    whom: provision.whom,
    figures: quotations.filter((text) => !quotations.some((other) => other !== text && other.includes(text))),
    ask: bodies.length > 0 ? bodies : ofKind('collective'),
  };
}

/** What the document leaves open of some provisions: what the editor lists for the plan, and time limits where none of them sets one. */
export const unstatedOf = (plan: Plan, provisions: readonly Provision[]): string[] => [
  ...plan.unstated,
  ...(provisions.some(({ limits }) => limits.some(({ kind }) => kind === 'deadline')) ? [] : ['办理期限']),
];

/** What one plan leaves open on a topic, and whether there is a unit to ask. */
export function openPoints(support: Support): { unstated: string[]; asks: boolean } {
  const parts = partsOfSupport(support);
  return { unstated: unstatedOf(support.plan, parts), asks: parts.some((part) => supportCard(part).ask.length > 0) };
}

/** The editor's words for a measure, where what is shown of it is all of it. */
export const plainOfWhole = (measure: Measure, parts: readonly Provision[]): string | undefined =>
  parts.length === leafProvisions(measure).length && parts.every(({ plain }) => !plain) ? measure.plain : undefined;

/** The tasks that serve no enterprise directly, as the editor sees it. */
export const tasksWithoutTopics = (plan: Plan): Task[] => plan.tasks.filter(({ topics }) => topics.length === 0);
