import { comparedPairs, type PlanPair } from '../model/compared-pairs.ts';
import { unitsIn } from '../model/duties.ts';
import { hasSeveral, listedTitle } from '../model/plan.ts';
import type { Handbook, Plan } from '../model/types.ts';
import { byUnitKind } from '../model/unit-registry.ts';
import { comparePath, measurePath, topicPath, unitPath } from '../routes/paths.ts';
import { linkedIn, type PlanPageKind, planPageName, planPages, planPagesOf, sitePages } from '../routes/site-pages.ts';
import { topicKinds } from '../schema/topic.ts';
import { planCitation } from './citation.ts';
import { termsOf } from './glossary.ts';
import { inARow, recordWords, withoutTargets } from './plan-words.ts';
import { topicKindsOf, topicsOfKind } from './support.ts';

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
    parts: topicKindsOf(topics).map((kind) => ({
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
  const { targets, tasks } = plan;
  const onOneSheet = inARow(['措施', unitsIn(plan).length > 0 && '单位', targets.length > 0 && '目标']);
  const terms = { name: sitePages.terms.name, path: sitePages.terms.path, caption: '文件中加引号的词语及其出处' };
  return [
    ...linkTo('overview', `${onOneSheet}列于一页，可打印、可下载图片`),
    ...linkTo('tasks', `附件全部${tasks.length}项`),
    ...linkTo('targets', targets.length > 0 ? `${targets.length}个目标，附出处` : withoutTargets(plan)),
    ...linkTo('collation', recordWords(plan).caption),
    ...(termsOf({ plans: [plan] }).length > 0 ? [terms] : []),
    ...compared.map((pair) => ({
      name: `与${(pair.newer === plan ? pair.older : pair.newer).shortTitle}比较`,
      path: comparePath(pair),
      caption: '新增、延续、未再列入和数字的变化',
    })),
    ...linkTo('print', `${plan.annex ? '全文与附件' : '全文'}，公文版式`),
    ...linkTo('plan-data', 'Word、Excel、CSV、JSON'),
  ];
}
