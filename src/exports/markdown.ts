import type { BlockContent, DefinitionContent, List, PhrasingContent, RootContent, Table } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Duties } from '../model/duties.ts';
import { cellsRestored, notesFor } from '../model/notes.ts';
import { measureGroups, provisionCount, provisionLabel } from '../model/plan.ts';
import {
  copyStatement,
  environmentLabel,
  listHeading,
  measureBlocks,
  measureCell,
  measuresAt,
  rowCells,
  stretchText,
} from '../model/printed-form.ts';
import type { Handbook, Limit, Measure, Note, Plan, Provision, Target, Task, Unit } from '../model/types.ts';
import { byUnitKind } from '../model/unit-registry.ts';
import { absoluteUrl } from '../routes/absolute-url.ts';
import {
  collationPath,
  measurePath,
  noteAnchor,
  overviewPath,
  planPath,
  targetPath,
  taskPath,
  tasksPath,
  unitPath,
} from '../routes/paths.ts';
import { sitePages } from '../routes/site-pages.ts';
import { certainties } from '../schema/correction.ts';
import type { Site } from '../schema/site.ts';
import { type Change, changeDay, changeSections } from '../views/changes.ts';
import { goalsOnly, planCitation, provisionCitation } from '../views/citation.ts';
import { recordOf } from '../views/document-record.ts';
import { figureLabel } from '../views/figures.ts';
import { pathOf, type Subject, subjectsOf, twinPath } from '../views/page-subject.ts';
import {
  comparisonOf,
  notOfDocument,
  progressLabel,
  publishedText,
  type Reported,
  reportedInPlan,
  reportedName,
  reportedOf,
  reportsOf,
} from '../views/progress.ts';
import { unitFacts } from '../views/unit-facts.ts';
import { soleMention, unitMentionsIn } from '../views/unit-mentions.ts';

/** A page in Markdown, for programs that read text. */
export interface MarkdownTwin {
  /** The page that it repeats, relative to the base. */
  page: string;
  /** Its own file. */
  path: string;
  /** Written when asked for. */
  text: () => string;
}

/** A text or a link; texts are escaped when they are written. */
type Inline = string | PhrasingContent;

const phrasing = (content: readonly Inline[]): PhrasingContent[] =>
  content.map((one) => (typeof one === 'string' ? { type: 'text', value: one } : one));
/** A link to an address, also of another site, or to a number to call. */
const linkTo = (url: string, text: string): PhrasingContent => ({ type: 'link', url, children: phrasing([text]) });
const link = (site: Site, path: string, text: string): PhrasingContent => linkTo(absoluteUrl(site, path), text);
const heading = (depth: 1 | 2 | 3 | 4, ...content: Inline[]): RootContent => ({
  type: 'heading',
  depth,
  children: phrasing(content),
});
const paragraph = (...content: Inline[]): RootContent => ({ type: 'paragraph', children: phrasing(content) });
/** Words of the document, set apart from those of the editor. */
const quotation = (blocks: readonly RootContent[]): RootContent => ({
  type: 'blockquote',
  children: blocks as (BlockContent | DefinitionContent)[],
});
/** A list of single lines; none where there are no items. */
function list(items: readonly Inline[][]): List[] {
  if (items.length === 0) return [];
  const children = items.map((item) => ({
    type: 'listItem' as const,
    children: [{ type: 'paragraph' as const, children: phrasing(item) }],
  }));
  return [{ type: 'list', spread: false, children }];
}
/** A table of cells, its head first. */
const table = (rows: readonly Inline[][][]): Table => ({
  type: 'table',
  children: rows.map((cells) => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: phrasing(cell) })),
  })),
});

/** The editor's notes under a heading, each once, with the place of its words; notes on cells name their rows themselves. */
function noteList(
  site: Site,
  plan: Plan,
  parts: readonly (Provision | { kind: 'body'; notes: readonly Note[] })[],
  depth: 2 | 3 | 4,
): RootContent[] {
  const label = (part: (typeof parts)[number], note: Note) => {
    if (cellsRestored([note]).notes.length > 0) return '';
    return `${part.kind === 'body' ? `${plan.words.plan}正文` : provisionLabel(part)}：`;
  };
  const notes = new Map(parts.flatMap((part) => part.notes.map((note) => [note.id, { part, note }] as const)));
  if (notes.size === 0) return [];
  return [
    heading(depth, '编辑所加，不是原文'),
    ...list(
      [...notes.values()].map(({ part, note }) => [
        `编辑注　${label(part, note)}${note.remark}${note.basis}（`,
        link(site, `${collationPath(plan)}#${noteAnchor(note)}`, certainties[note.certainty]),
        '）',
      ]),
    ),
  ];
}

/** Targets or limits under a heading, with what is said of them all; nothing where there are none. */
function figureList(site: Site, figures: readonly (Target | Limit)[], ...head: RootContent[]): RootContent[] {
  if (figures.length === 0) return [];
  return [...head, ...list(figures.map((one) => [link(site, targetPath(one), one.name), `：${figureLabel(one)}`]))];
}

const targetList = (site: Site, plan: Plan, targets: readonly Target[], depth: 2 | 3): RootContent[] =>
  figureList(site, targets, heading(depth, '量化目标'), paragraph(goalsOnly(plan, targets)));

/** What was published of targets and rows, under a heading that marks it; nothing where nothing was. */
function progressList(site: Site, plan: Plan, of: readonly Reported[], depth: 2 | 3): RootContent[] {
  const items = reportedOf(of).flatMap(reportsOf);
  if (items.length === 0) return [];
  return [
    heading(depth, `${progressLabel}，${notOfDocument(plan)}`),
    ...list(
      items.map((report) => [
        link(site, report.of.kind === 'target' ? targetPath(report.of) : taskPath(report.of), reportedName(report.of)),
        `：${[report.asOf + report.figure, comparisonOf(report)].filter(Boolean).join('。')}。“${report.words}”（`,
        linkTo(report.source.url, report.source.title),
        `${publishedText(report) && `，${publishedText(report)}`}）`,
      ]),
    ),
  ];
}

/** Rows of the annexed list under its own column heads, as printed; the numbers lead to the tasks. */
function taskTable(site: Site, plan: Plan, tasks: readonly Task[]): Table {
  // Where no number is printed, the words lead to the task.
  const row = (task: Task): Inline[][] =>
    rowCells(plan, task).map((cell) => {
      const leads = task.label === '' ? 'text' : 'number';
      const words = cell.kind === 'measure' ? cell.words || measureCell(task, cell.column) : cell.words;
      return [cell.kind === leads && words ? link(site, taskPath(task), words) : words];
    });
  const heads = plan.annex?.columns ?? [];
  return table([heads.map((head) => [head]), ...tasks.map(row)]);
}

/** Rows of the list under a heading; nothing where there are none. */
const taskSection = (site: Site, plan: Plan, tasks: readonly Task[], ...head: RootContent[]): RootContent[] =>
  tasks.length > 0 ? [...head, taskTable(site, plan, tasks)] : [];

/** A measure as the plan prints it. Its number and title, or without them its first words, lead to its page. */
function printedMeasure(site: Site, measure: Measure, isLinked = true): RootContent[] {
  return measureBlocks(measure).map((block, index) => {
    if (block.kind === 'table') return table(block.rows.map((cells) => cells.map((cell) => [stretchText(cell)])));
    const head = block.stretches.filter(({ kind }) => kind === 'label' || kind === 'title');
    const lead = stretchText(head.length > 0 ? head : block.stretches.slice(0, 1));
    if (!isLinked || index > 0) return paragraph(stretchText(block.stretches));
    // The sign that closes a title is no part of the link.
    const [, words = lead, end = ''] = head.length > 0 ? (/^(.*?)([。：:\s]*)$/u.exec(lead) ?? []) : [];
    return paragraph(link(site, measurePath(measure), words), end + stretchText(block.stretches).slice(lead.length));
  });
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
