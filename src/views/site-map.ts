import { hasSeveral } from '../model/plan.ts';
import type { Handbook, Plan } from '../model/types.ts';
import { byUnitKind } from '../model/unit-registry.ts';
import { comparePath, measurePath, topicPath, unitPath } from '../routes/paths.ts';
import { linkedIn, planPagesOf, sitePages } from '../routes/site-pages.ts';
import { topicKinds } from '../schema/topic.ts';
import { planCitation } from './citation.ts';
import { comparedPairs } from './plan-comparison.ts';
import { topicKindList, topicsOfKind } from './support.ts';

interface Link {
  name: string;
  path: string;
}

/** A section of the site map: links, and parts with links of their own. */
export interface SiteMapSection {
  title: string;
  links: Link[];
  parts: { title: string; links: Link[] }[];
}

/** The sections of some plans, each with its pages and measures. */
export function planSections(handbook: Handbook, plans: readonly Plan[]): SiteMapSection[] {
  const pairs = comparedPairs(handbook);
  return plans.map((plan) => ({
    title: hasSeveral(handbook) ? planCitation(plan) : plan.title,
    links: [
      ...planPagesOf(plan).filter(({ kind }) => kind !== 'plan-data'),
      ...pairs
        .filter(({ newer }) => newer === plan)
        .map((pair) => ({ name: `与${pair.older.shortTitle}比较`, path: comparePath(pair) })),
      ...plan.measures.map((measure) => ({ name: `${measure.number}　${measure.title}`, path: measurePath(measure) })),
    ],
    parts: [],
  }));
}

/** The sections of all that is not of one plan: units, topics and the other pages of the site. */
export const sharedSections = ({ units, topics }: Handbook): SiteMapSection[] => [
  {
    title: sitePages.units.name,
    links: [{ name: '全部责任单位', path: sitePages.units.path }],
    parts: byUnitKind(units, (unit) => unit).map(({ title, items }) => ({
      title,
      links: items.map((unit) => ({ name: unit.name, path: unitPath(unit) })),
    })),
  },
  {
    title: sitePages.support.name,
    links: [{ name: '全部需求', path: sitePages.support.path }],
    parts: topicKindList.map((kind) => ({
      title: `按${topicKinds[kind]}`,
      links: topicsOfKind(topics, kind).map((topic) => ({ name: topic.name, path: topicPath(topic) })),
    })),
  },
  { title: '其他', links: linkedIn('siteMap'), parts: [] },
];
