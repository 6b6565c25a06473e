import { comparedPairs, type PlanPair } from '../model/compared-pairs.ts';
import { hasSeveral, listedTitle } from '../model/plan.ts';
import type { Handbook, Plan } from '../model/types.ts';
import { byUnitKind } from '../model/unit-registry.ts';
import { comparePath, measurePath, topicPath, unitPath } from '../routes/paths.ts';
import { linkedIn, type PlanPageKind, planPageName, planPages, planPagesOf, sitePages } from '../routes/site-pages.ts';
import { topicKinds } from '../schema/topic.ts';
import { planCitation } from './citation.ts';
import { recordWords } from './plan-words.ts';
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
      ...plan.measures.map((measure) => ({ name: listedTitle(measure), path: measurePath(measure) })),
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

/** The other pages about a plan, as its own page offers them, each with what the reader finds there. */
export function planLinks(plan: Plan, compared: readonly PlanPair[]): (Link & { caption: string })[] {
  const linkTo = (kind: PlanPageKind, caption: string, name = planPageName(kind, plan)) =>
    name === null ? [] : [{ name, path: planPages[kind].path(plan.id), caption }];
  return [
    ...linkTo('overview', '措施、单位和目标列于一页，可打印、可下载图片'),
    ...linkTo('tasks', `附件全部${plan.tasks.length}项`),
    ...linkTo('targets', `${plan.targets.length}个目标，附出处`),
    ...linkTo('collation', recordWords(plan).caption),
    { name: sitePages.terms.name, path: sitePages.terms.path, caption: '文件中加引号的词语及其出处' },
    ...compared.map((pair) => ({
      name: `与${(pair.newer === plan ? pair.older : pair.newer).shortTitle}比较`,
      path: comparePath(pair),
      caption: '新增、延续、未再列入和数字的变化',
    })),
    ...linkTo('print', '全文与附件，公文版式'),
    ...linkTo('plan-data', 'Word、Excel、CSV、JSON'),
  ];
}
