import { comparedPairs } from '../model/compared-pairs.ts';
import { type Duties, namedUnits, unitsIn } from '../model/duties.ts';
import { hasSeveral, taskRange } from '../model/plan.ts';
import { environmentName } from '../model/printed-form.ts';
import type { Handbook, Measure, Plan, Topic, Unit } from '../model/types.ts';
import { type PageOf, pagePath, pageSuffix, pagesOf } from '../routes/pagination.ts';
import { comparePath, measurePath, topicPath, unitPath, unitPrintPath } from '../routes/paths.ts';
import {
  type PlanPageKind,
  planPageName,
  planPages,
  planPagesOf,
  type SitePageKind,
  sitePages,
} from '../routes/site-pages.ts';
import { topicKinds } from '../schema/topic.ts';
import { unnumbered } from '../text/outline-numbers.ts';
import { collate } from './collation.ts';
import { termsOf } from './glossary.ts';
import { comparePlans } from './plan-comparison.ts';
import { inARow, recordWords, sharedWord, withoutTargets } from './plan-words.ts';
import { provisionsName, type Support, supportPages, supportParts, topicKindsOf, topicsOfKind } from './support.ts';
import { environmentAnchor } from './table-of-contents.ts';
import { dutyPages, unitTitle } from './unit-duties.ts';
import { successionNotes } from './unit-succession.ts';

/**
 * What a page is about. Its path, title, breadcrumb, tags, JSON-LD, share card and Markdown twin follow from it.
 * A list that continues over several pages has the page with its items.
 */
export type Subject =
  | { kind: SitePageKind; page?: PageOf<Plan> }
  /** Shown for missing addresses. */
  | { kind: 'not-found' }
  | { kind: PlanPageKind; plan: Plan }
  | { kind: 'comparison'; newer: Plan; older: Plan }
  | { kind: 'measure'; measure: Measure }
  | { kind: 'unit' | 'unit-print'; unit: Unit; page: PageOf<Duties> }
  | { kind: 'topic'; topic: Topic; page: PageOf<Support> };

/** The way to a page from the home page. */
export interface Crumb {
  name: string;
  /** Relative to the base; absent for the page itself. */
  path?: string;
}

export interface PageFacts {
  /** The page's own title, which the handbook's name follows; unique in the site. */
  title: string;
  /** In one sentence. */
  description: string;
  /** Without the home page; none for the home page and for missing addresses. */
  crumbs: Crumb[];
}

const isOfPlan = (subject: Subject): subject is Extract<Subject, { kind: PlanPageKind }> =>
  Object.hasOwn(planPages, subject.kind);

const numbered = (path: string, page: PageOf<unknown> | undefined) => pagePath(path, page?.number ?? 1);

/** Where a page stands, relative to the base. */
export function pathOf(subject: Subject): string {
  if (isOfPlan(subject)) return planPages[subject.kind].path(subject.plan.id);
  switch (subject.kind) {
    case 'comparison':
      return comparePath(subject);
    case 'measure':
      return measurePath(subject.measure);
    case 'unit':
      return numbered(unitPath(subject.unit), subject.page);
    case 'unit-print':
      return numbered(unitPrintPath(subject.unit), subject.page);
    case 'topic':
      return numbered(topicPath(subject.topic), subject.page);
    case 'not-found':
      return '404.html';
    default:
      return numbered(sitePages[subject.kind].path, subject.page);
  }
}

/** The plan that a page is about; of a comparison the newer. None for pages on which plans stand together. */
export function subjectPlan(subject: Subject): Plan | undefined {
  if (isOfPlan(subject)) return subject.plan;
  if (subject.kind === 'measure') return subject.measure.plan;
  return subject.kind === 'comparison' ? subject.newer : undefined;
}

/** Whether a page is official text, so that it has the document's date and issuer. */
export const isOfficial = ({ kind }: Subject): boolean =>
  kind === 'plan' || kind === 'tasks' || kind === 'print' || kind === 'measure';

/** The day on which the words of a page were issued, from the document's record; undefined for the handbook's own pages. */
export const issuedOn = (subject: Subject): string | undefined =>
  isOfficial(subject) ? subjectPlan(subject)?.issuedOn : undefined;

const withTwin: ReadonlySet<Subject['kind']> = new Set(['plan', 'tasks', 'measure', 'unit', 'updates']);

/** The page's text in Markdown, relative to the base, where there is one: for plans, task lists, measures, units and updates. */
export function twinPath(subject: Subject): string | undefined {
  const { kind } = subject;
  return withTwin.has(kind) ? `${pathOf(subject)}index.md` : undefined;
}

/** Some facts in brackets; nothing where there are none. */
function inBrackets(...facts: (string | undefined)[]): string {
  const known = facts.filter(Boolean);
  return known.length > 0 ? `（${known.join('，')}）` : '';
}

/** What the text of a plan has: its chapters before the measures, its environments and measures, its chapters behind them. */
function contentsOf({ blocks, environments, measures, words }: Plan): string {
  const chapters: { title: string; hasMeasures: boolean }[] = [];
  for (const block of blocks) {
    const isChapter = block.kind === 'heading' && block.depth === 2;
    if (isChapter) chapters.push({ title: unnumbered(block.text), hasMeasures: false });
    const last = chapters.at(-1);
    if (block.kind === 'measures' && last) last.hasMeasures = true;
  }
  const isMain = ({ hasMeasures }: (typeof chapters)[number]) => hasMeasures;
  const titles = (some: typeof chapters) => some.map(({ title }) => title);
  const counted = environments.length > 0 ? `${environments.length}${words.chapters}` : '';
  return [
    ...titles(chapters.slice(0, Math.max(0, chapters.findIndex(isMain)))),
    `${counted}${measures.length}${words.measures}`,
    ...titles(chapters.slice(chapters.findLastIndex(isMain) + 1)),
  ].join('、');
}

function planFacts(handbook: Handbook, kind: PlanPageKind, plan: Plan): Pick<PageFacts, 'title' | 'description'> {
  const name = planPageName(kind, plan) ?? '';
  const { title, number, shortTitle, annex, tasks, targets } = plan;
  const named = `${name} ${shortTitle}`;
  switch (kind) {
    case 'plan':
      return {
        title: hasSeveral(handbook) ? `${title} ${number ?? shortTitle}` : title,
        description: `${title}${inBrackets(number, plan.issuedText)}全文：${contentsOf(plan)}。`,
      };
    case 'tasks': {
      const innovations = tasks.filter(({ innovation }) => innovation).length;
      return {
        title: named,
        description: `${annex?.title ?? title}：全部${tasks.length}项任务的内容和责任单位${innovations > 0 || !annex?.text ? `，其中自主创新举措${innovations}项` : ''}。`,
      };
    }
    case 'overview': {
      const counts = [
        ...(plan.environments.length > 0 ? [`${plan.environments.length}${plan.words.chapters}`] : []),
        `${plan.measures.length}条措施`,
        ...(targets.length > 0 ? [`${targets.length}个量化目标`] : []),
      ];
      return {
        title: named,
        description: `${title}的${counts.join('、')}${unitsIn(plan).length > 0 ? '和列在前面的责任单位' : ''}，排在一页上，可打印在一张纸上，也可下载图片。`,
      };
    }
    case 'targets':
      return {
        title: named,
        description:
          targets.length > 0
            ? `${title}提出的${targets.length}个量化目标，每个都附原文、${annex ? '任务和' : ''}责任单位${plan.limits.length > 0 ? '；上限和时限另列' : ''}。`
            : `${title}：${withoutTargets(plan)}。`,
      };
    case 'collation': {
      const collation = collate(plan);
      const differing = collation.measures.filter(({ differences }) => differences.length > 0).length;
      const compared = `${plan.words.plan}正文与任务清单逐句对照：${differing > 0 ? `${differing}${plan.words.measures}有${collation.differences.length}处不同` : '没有不同'}；并附`;
      return {
        title: named,
        description: `${title}的${annex ? compared : ''}${plan.compared ? `${plan.words.copy}更正记录` : recordWords(plan).name}${plan.corrections.length > 0 ? `${plan.corrections.length}条` : '，没有记下差错'}。`,
      };
    }
    case 'print':
      return {
        title: named,
        description: `${title}${inBrackets(number)}全文${annex ? '和任务清单' : ''}，公文版式，A4 幅面。`,
      };
    case 'plan-data':
      return {
        title: named,
        description: `${title}的${inARow(['措施', annex !== undefined && '任务清单', targets.length > 0 && '量化目标', unitsIn(plan).length > 0 && '责任单位'])}，可下载 CSV 和 JSON。`,
      };
  }
}

function siteDescription(
  { site, units, topics, plans }: Handbook,
  { kind, page }: { kind: SitePageKind; page?: PageOf<Plan> },
): string {
  switch (kind) {
    case 'home':
      return site.description;
    case 'terms': {
      const terms = termsOf({ plans: page?.items ?? [] });
      const first = terms.slice(0, 4).map(({ term }) => term);
      if (terms.length === 0) return '文件中加引号的词语及其出处；收录的文件没有这样的词语。';
      return `${page && page.of > 1 ? '本页的文件' : '文件'}中加引号的${terms.length}个词语，如${first.join('、')}：出处和原文解释。`;
    }
    case 'support': {
      const needs = topicsOfKind(topics, 'need').map(({ name }) => name);
      const kinds = topicKindsOf(topics).map((kind) => topicKinds[kind]);
      return `企业按${inARow(kinds)}查找：${needs.slice(0, 8).join('、')}等，每条均链接到原文。`;
    }
    case 'units': {
      if (namedUnits({ units, plans }).length === 0) return '收录的文件没有写明责任单位。';
      const shown = page?.items ?? plans;
      const [plan, chapter] = [sharedWord(shown, 'plan', '文件'), sharedWord(shown, 'chapter', '部分')];
      const duties = shown.some(({ annex }) => annex) ? '和任务清单中的措施、任务' : '中的措施';
      return `文件列明的全部责任单位，各自在${plan}${duties}和量化目标，在各${chapter}的分布，以及单位协同关系。`;
    }
    default:
      return sitePages[kind].description ?? sitePages[kind].name;
  }
}

/** What a page says of itself: its title, description and breadcrumb. */
export function pageFacts(handbook: Handbook, subject: Subject): PageFacts {
  const { site } = handbook;
  const toPlan = (plan: Plan): Crumb => ({ name: plan.shortTitle, path: planPages.plan.path(plan.id) });
  const toUnits: Crumb = { name: sitePages.units.name, path: sitePages.units.path };
  if (isOfPlan(subject)) {
    const { kind, plan } = subject;
    const crumbs = [toPlan(plan), { name: planPageName(kind, plan) ?? '' }];
    return { ...planFacts(handbook, kind, plan), crumbs: kind === 'plan' ? [{ name: plan.shortTitle }] : crumbs };
  }
  switch (subject.kind) {
    case 'not-found':
      return { title: '没有这个页面', description: '您要找的页面不存在，可以搜索或从目录进入。', crumbs: [] };
    case 'comparison': {
      const { newer, older } = subject;
      const { measures, tasks, listed } = comparePlans(older, newer);
      const { fresh, continued, dropped } = listed ? tasks : measures;
      const counted = { 新增: fresh, 延续: continued, 未再列入: dropped };
      const changes = Object.entries(counted).flatMap(([name, some]) =>
        some.length > 0 ? [`${name}${some.length}${listed ? '项任务' : newer.words.measures}`] : [],
      );
      return {
        title: `${newer.shortTitle}与${older.shortTitle}比较`,
        description: `${newer.cited}与${older.cited}逐项比较：${[...changes, '数字有哪些变化'].join('，')}。`,
        crumbs: [toPlan(newer), { name: `与${older.shortTitle}比较` }],
      };
    }
    case 'measure': {
      const { measure } = subject;
      const { plan, environment } = measure;
      const label = measure.mark && measure.reference;
      const range = taskRange(measure, '—');
      const parts: (string | false)[] = [
        `${plan.words.plan}原文`,
        plan.annex !== undefined && range ? `任务清单第${range}项` : false,
        (measure.units.length > 0 || measure.tasks.length > 0) && '责任单位',
        measure.targets.length > 0 && '量化目标',
      ];
      const chapter = environment && {
        name: environmentName(plan, environment, environment.short),
        path: `${planPages.plan.path(plan.id)}#${environmentAnchor(plan, environment)}`,
      };
      // Measures can be called alike: titles of pages are unique.
      const isUnique = plan.measures.filter(({ reference }) => reference === measure.reference).length === 1;
      const place = isUnique ? '' : `（第${measure.number}条）`;
      return {
        title: [label, measure.title + place, hasSeveral(handbook) ? plan.shortTitle : ''].filter(Boolean).join(' '),
        description: `${plan.title}${label}“${measure.title}”：${inARow(parts)}。`,
        crumbs: [toPlan(plan), ...(chapter ? [chapter] : []), { name: label || measure.title }],
      };
    }
    case 'unit': {
      const { unit, page } = subject;
      const titles = page.items.map(({ plan }) => plan.title).join('、');
      return {
        title: unit.name + pageSuffix(page),
        description: [
          ...(titles ? [`${unit.name}在${titles}中的措施、任务、量化目标和协同单位。`] : [`${unit.name}，责任单位。`]),
          ...successionNotes(unit).map(({ sentence }) => sentence),
        ].join(''),
        crumbs: [toUnits, { name: unit.name }],
      };
    }
    case 'unit-print': {
      const { unit, page } = subject;
      const plans = page.items.map(({ plan }) => plan);
      const title = unitTitle(unit, plans);
      return {
        title: `打印 ${title}${pageSuffix(page)}`,
        description: `${title}，公文版式，A4 幅面，可直接打印：文件写明该单位的全部内容。`,
        crumbs: [toUnits, { name: unit.name, path: unitPath(unit) }, { name: '打印' }],
      };
    }
    case 'topic': {
      const { topic, page } = subject;
      const parts = supportParts(handbook, topic);
      return {
        title: `${topic.name} 找支持${pageSuffix(page)}`,
        description: `与“${topic.name}”有关的${parts.length}项${provisionsName(parts)}：原文、适用对象、责任单位、目标与时限。`,
        crumbs: [{ name: sitePages.support.name, path: sitePages.support.path }, { name: topic.name }],
      };
    }
    default: {
      const { kind, page } = subject;
      const { name, title = name }: { name: string; title?: string } = sitePages[kind];
      return {
        title: kind === 'home' ? site.name : title + (page ? pageSuffix(page) : ''),
        description: siteDescription(handbook, subject),
        crumbs: kind === 'home' ? [] : [{ name }],
      };
    }
  }
}

/** Every page of the site, the one for missing addresses apart. */
export function subjectsOf(handbook: Handbook): Subject[] {
  const { plans, units, topics } = handbook;
  const kinds = Object.keys(sitePages) as SitePageKind[];
  return [
    ...kinds.flatMap((kind): Subject[] =>
      sitePages[kind].paged ? pagesOf(plans).map((page) => ({ kind, page })) : [{ kind }],
    ),
    ...plans.flatMap((plan): Subject[] => [
      ...planPagesOf(plan).map(({ kind }) => ({ kind, plan })),
      ...plan.measures.map((measure) => ({ kind: 'measure', measure }) as const),
    ]),
    ...comparedPairs(handbook).map((pair) => ({ kind: 'comparison', ...pair }) as const),
    ...units.flatMap((unit) =>
      dutyPages(handbook, unit).flatMap((page): Subject[] => [
        { kind: 'unit', unit, page },
        ...(page.items.length > 0 ? [{ kind: 'unit-print', unit, page } as const] : []),
      ]),
    ),
    ...topics.flatMap((topic) =>
      supportPages(handbook, topic).map((page) => ({ kind: 'topic', topic, page }) as const),
    ),
  ];
}
