import type { RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Duties } from '../../model/duties.ts';
import { notesFor } from '../../model/notes.ts';
import { measureGroups, provisionCount, provisionLabel } from '../../model/plan.ts';
import { copyStatement, environmentLabel, listHeading, measuresAt } from '../../model/printed-form.ts';
import type { Handbook, Measure, Plan, Unit } from '../../model/types.ts';
import { byUnitKind } from '../../model/unit-registry.ts';
import { collationPath, overviewPath, planPath, tasksPath, unitPath } from '../../routes/paths.ts';
import { sitePages } from '../../routes/site-pages.ts';
import type { Site } from '../../schema/site.ts';
import { type Change, changeDay, changeSections } from '../../views/changes.ts';
import { planCitation, provisionCitation } from '../../views/citation.ts';
import { recordOf } from '../../views/document-record.ts';
import { pathOf, type Subject, subjectsOf, twinPath } from '../../views/page-subject.ts';
import { reportedInPlan } from '../../views/progress.ts';
import { unitFacts } from '../../views/unit-facts.ts';
import { soleMention, unitMentionsIn } from '../../views/unit-mentions.ts';
import { heading, type Inline, link, linkTo, list, paragraph, quotation, table } from './nodes.ts';
import { figureList, noteList, printedMeasure, progressList, targetList, taskSection } from './sections.ts';

/** A page in Markdown, for programs that read text. */
export interface MarkdownTwin {
  /** The page that it repeats, relative to the base. */
  page: string;
  /** Its own file. */
  path: string;
  /** Written when asked for. */
  text: () => string;
}

const write = (site: Site, plans: readonly Plan[], content: readonly RootContent[]): string =>
  toMarkdown(
    {
      type: 'root',
      children: [
        ...content,
        { type: 'thematicBreak' },
        paragraph(`${site.name}：${copyStatement(plans)}。标明“编辑注”“编辑所写”的，不是文件内容。`),
      ],
    },
    { bullet: '-', rule: '-', extensions: [gfmToMarkdown({ tablePipeAlign: false })] },
  );

/** The whole text of a plan with its record. */
function planTwin(site: Site, plan: Plan): string {
  const body = { kind: 'body' as const, notes: notesFor(plan, { kind: 'body' }) };
  let places = 0;
  const blocks = plan.blocks.flatMap((block): RootContent[] => {
    if (block.kind === 'heading') return [heading(block.depth === 2 ? 2 : 3, block.text)];
    if (block.kind === 'paragraph') return [paragraph(block.text)];
    if (block.kind === 'table') return [table(block.rows.map((cells) => cells.map((cell) => [cell])))];
    return measuresAt(plan, places++).flatMap(({ environment, measures }) => [
      // In a plan that is kept as printed the headings stand in the body.
      ...(environment && plan.numbering !== 'printed'
        ? [heading(3, environmentLabel(plan, environment) + environment.title)]
        : []),
      ...measures.flatMap((measure) => printedMeasure(site, measure)),
    ]);
  });
  return write(
    site,
    [plan],
    [
      heading(1, plan.title),
      ...list(recordOf(plan).map(({ label, text }) => [`${label}：${text}`])),
      paragraph(link(site, overviewPath(plan), '一页概览')),
      ...blocks,
      ...(plan.annex ? [paragraph('附件：', link(site, tasksPath(plan), plan.annex.title ?? '任务清单'))] : []),
      ...noteList(site, plan, [body, ...plan.measures], 2),
    ],
  );
}

/** The annexed list, by environment. */
const taskListTwin = (site: Site, plan: Plan): string =>
  write(
    site,
    [plan],
    [
      heading(1, plan.annex?.title ?? plan.title),
      paragraph(link(site, planPath(plan), planCitation(plan)), '　附件'),
      ...measureGroups(plan).flatMap(({ environment, measures }) => {
        const tasks = measures.flatMap((measure) => measure.tasks);
        const title = environment && (listHeading(plan, environment) ?? environment.title);
        return taskSection(site, plan, tasks, ...(title ? [heading(2, title)] : []));
      }),
      ...progressList(site, plan, reportedInPlan(plan), 2),
      ...noteList(site, plan, plan.tasks, 2),
    ],
  );

/** The editor's words for a measure and for its tasks. */
function plainWords({ plain, tasks }: Measure): RootContent[] {
  const items = tasks.flatMap(({ reference, plain }) => (plain ? [[`${reference}：${plain}`]] : []));
  if (!plain && items.length === 0) return [];
  return [
    heading(2, '通俗说明（编辑所加，非官方解读）'),
    ...(plain ? [paragraph(plain)] : []),
    ...(items.length > 0 ? list(items) : []),
  ];
}

/** A measure with what the list makes of it. Its plan and number come first; the editor's words come last. */
function measureTwin(site: Site, measure: Measure): string {
  const { plan, title } = measure;
  const citation = provisionCitation(measure);
  return write(
    site,
    [plan],
    [
      heading(1, citation.includes(title) ? citation : `${citation}　${title}`),
      paragraph(link(site, planPath(plan), planCitation(plan))),
      heading(2, `${plan.words.plan}原文`),
      quotation(printedMeasure(site, measure, false)),
      ...taskSection(site, plan, measure.tasks, heading(2, '任务清单')),
      ...measure.carriesOut.map(({ number, measures }) =>
        paragraph(
          `落实的上级文件（编辑注明）　${number}：${measures.map((call) => (typeof call === 'number' ? `第${call}条措施` : call)).join('、')}`,
        ),
      ),
      ...targetList(site, plan, measure.targets, 2),
      ...progressList(site, plan, [...measure.targets, ...measure.tasks], 2),
      ...figureList(site, measure.limits, heading(2, '上限和时限')),
      ...plainWords(measure),
      ...noteList(site, plan, [measure, ...measure.tasks], 2),
    ],
  );
}

/** The units that share provisions with a unit, and how many. */
function partnerList(site: Site, { plan, partners }: Duties): RootContent[] {
  const kinds = byUnitKind(partners, ({ unit }) => unit).flatMap(({ kind, title, items }) => [
    ...(kind === 'unit' ? [] : [paragraph(`${title}，不计入协同单位`)]),
    ...list(
      items.map(({ unit, provisions }) => [
        link(site, unitPath(unit), unit.name),
        `：${provisionCount(plan, provisions.length)}`,
      ]),
    ),
  ]);
  return kinds.length > 0 ? [heading(3, '协同单位'), ...kinds] : [];
}

/** The measures for which the plan's text or the list alone names a unit. */
function soleMentions(site: Site, plan: Plan, unit: Unit): RootContent[] {
  const mentions = unitMentionsIn(plan, unit).flatMap((environment) => environment.mentions);
  const items = mentions.flatMap((mention): Inline[][] => {
    const { label, sentence } = soleMention(mention, unit);
    const { measure, difference } = mention;
    if (!difference) return [];
    const path = `${collationPath(plan)}#${difference.id}`;
    return [[`${provisionLabel(measure)}　`, link(site, path, label), `　${sentence}`]];
  });
  return items.length > 0 ? [heading(3, '只有一处列名的措施'), ...list(items)] : [];
}

/** What the plans on a page of a unit ask of it, newest first. */
const unitTwin = (site: Site, unit: Unit, duties: readonly Duties[]): string =>
  write(
    site,
    duties.map(({ plan }) => plan),
    [
      heading(1, unit.name),
      ...list(unitFacts(unit).map(({ label, text, href }) => [`${label}：`, href ? linkTo(href, text) : text])),
      ...duties.flatMap((one) => {
        const { plan, tasks, measures, targets } = one;
        return [
          heading(2, link(site, planPath(plan), planCitation(plan))),
          ...targetList(site, plan, targets, 3),
          ...taskSection(site, plan, tasks, heading(3, `任务清单（${tasks.length}项）`)),
          ...(measures.length > 0 ? [heading(3, `${plan.words.plan}措施（${measures.length}条）`)] : []),
          ...measures.map((measure) => quotation(printedMeasure(site, measure))),
          ...progressList(site, plan, [...targets, ...tasks], 3),
          ...noteList(site, plan, [...measures, ...tasks], 3),
          ...soleMentions(site, plan, unit),
          ...partnerList(site, one),
        ];
      }),
    ],
  );

/** What became of some plans, newest first; what has no day is set apart. */
const updatesTwin = (site: Site, plans: readonly Plan[]): string =>
  write(site, plans, [
    heading(1, sitePages.updates.name),
    ...changeSections(plans).flatMap(({ title, dated, undated, undatedNote, none }) => {
      const item = (change: Change): Inline[] => [
        [changeDay(change), plans.length > 1 && change.kind !== 'published' ? change.plan.shortTitle : '']
          .filter(Boolean)
          .map((words) => `${words}　`)
          .join(''),
        link(site, change.path, change.title),
        change.day ? `　${change.text}` : '',
      ];
      return [
        heading(2, title),
        ...list(dated.map(item)),
        ...(undated.length > 0 ? [paragraph(undatedNote), ...list(undated.map(item))] : []),
        ...(dated.length + undated.length === 0 ? [paragraph(none)] : []),
      ];
    }),
  ]);

/** The text of a page in Markdown; undefined for pages that have no twin. */
export function markdownText({ site }: Pick<Handbook, 'site'>, subject: Subject): string | undefined {
  switch (subject.kind) {
    case 'plan':
      return planTwin(site, subject.plan);
    case 'tasks':
      return taskListTwin(site, subject.plan);
    case 'measure':
      return measureTwin(site, subject.measure);
    case 'unit':
      return unitTwin(site, subject.unit, subject.page.items);
    case 'updates':
      return updatesTwin(site, subject.page?.items ?? []);
    default:
      return undefined;
  }
}

/**
 * The pages that have a twin in Markdown: plans, their lists, their measures, the units and what is new. Official words stand in it as
 * printed, without marks inside them, escaped so that a reader of Markdown shows them unchanged.
 * @see https://spec.commonmark.org/ and https://github.github.com/gfm/ for tables
 */
export const markdownTwins = (handbook: Handbook): MarkdownTwin[] =>
  subjectsOf(handbook).flatMap((subject) => {
    const path = twinPath(subject);
    return path ? [{ page: pathOf(subject), path, text: () => markdownText(handbook, subject) ?? '' }] : [];
  });
