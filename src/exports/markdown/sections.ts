import type { RootContent, Table } from 'mdast';
import { cellsRestored } from '../../model/notes.ts';
import { provisionLabel } from '../../model/plan.ts';
import { measureBlocks, measureCell, rowCells, stretchText } from '../../model/printed-form.ts';
import type { Limit, Measure, Note, Plan, Provision, Target, Task } from '../../model/types.ts';
import { collationPath, measurePath, noteAnchor, targetPath, taskPath } from '../../routes/paths.ts';
import { certainties } from '../../schema/correction.ts';
import type { Site } from '../../schema/site.ts';
import { goalsOnly } from '../../views/citation.ts';
import { figureLabel, nameBesideFigure } from '../../views/figures.ts';
import {
  comparisonOf,
  notOfDocument,
  progressLabel,
  publishedText,
  type Reported,
  reportedName,
  reportedOf,
  reportsOf,
} from '../../views/progress.ts';
import { heading, type Inline, link, linkTo, list, paragraph, table } from './nodes.ts';

/** The editor's notes under a heading, each once, with the place of its words; notes on cells name their rows themselves. */
export function noteList(
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
export function figureList(site: Site, figures: readonly (Target | Limit)[], ...head: RootContent[]): RootContent[] {
  if (figures.length === 0) return [];
  return [
    ...head,
    ...list(figures.map((one) => [link(site, targetPath(one), nameBesideFigure(one)), `：${figureLabel(one)}`])),
  ];
}

export const targetList = (site: Site, plan: Plan, targets: readonly Target[], depth: 2 | 3): RootContent[] =>
  figureList(site, targets, heading(depth, '量化目标'), paragraph(goalsOnly(plan, targets)));

/** What was published of targets and rows, under a heading that marks it; nothing where nothing was. */
export function progressList(site: Site, plan: Plan, of: readonly Reported[], depth: 2 | 3): RootContent[] {
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
export const taskSection = (site: Site, plan: Plan, tasks: readonly Task[], ...head: RootContent[]): RootContent[] =>
  tasks.length > 0 ? [...head, taskTable(site, plan, tasks)] : [];

/** A measure as the plan prints it. Its number and title, or without them its first words, lead to its page. */
export function printedMeasure(site: Site, measure: Measure, isLinked = true): RootContent[] {
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
