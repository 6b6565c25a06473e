import { roles } from '../schema/unit.ts';
import { chineseNumeral } from '../text/numerals.ts';
import type { Environment, Measure, Plan, Responsibility, Task } from './types.ts';
import { unitSections } from './unit-cells.ts';

/** What the labels of a plan's parts depend on. */
export interface NumberedPlan extends Pick<Plan, 'numbering'> {
  blocks: readonly PrintedBlock[];
}

type PrintedBlock = { kind: 'measures' } | { kind: 'heading' | 'paragraph' | 'table'; text: string };

/** The number of blocks before the measures that match a pattern. */
function countBefore({ blocks }: NumberedPlan, pattern: RegExp): number {
  const place = blocks.findIndex(({ kind }) => kind === 'measures');
  return blocks.slice(0, place).filter((block) => block.kind !== 'measures' && pattern.test(block.text)).length;
}

/** The number before the title of an environment: `（二）`, or `第二章　` in a plan of chapters. */
export const environmentLabel = (plan: NumberedPlan, { number }: Pick<Environment, 'number'>): string =>
  plan.numbering === 'articles'
    ? `第${chineseNumeral(number + countBefore(plan, /^第[^章]+章/u))}章　`
    : `（${chineseNumeral(number)}）`;

/** The number before the title of a measure: `9.`, or `第九条　` in a plan of articles. */
export const measureLabel = (plan: NumberedPlan, { number }: Pick<Measure, 'number'>): string =>
  plan.numbering === 'articles' ? `第${chineseNumeral(number + countBefore(plan, /^第[^条]+条/u))}条　` : `${number}.`;

/** The words inside a measure's bracket: `责任单位：甲、乙`, or with roles `牵头单位：甲；配合单位：乙`. */
export const unitsStatement = ({ unitsText }: Pick<Measure, 'unitsText'>): string =>
  unitSections(unitsText).some(({ head }) => head) ? unitsText : `责任单位：${unitsText}`;

/** The bracket at the end of a measure's text. */
export const unitsBracket = (measure: Pick<Measure, 'unitsText'>): string => `（${unitsStatement(measure)}）`;

/** The paragraph of a measure in the document: number, title, text and the bracket that names the units. */
export const measureParagraph = (
  plan: NumberedPlan,
  measure: Pick<Measure, 'number' | 'title' | 'text' | 'unitsText'>,
) => `${measureLabel(plan, measure)}${measure.title}。${measure.text}${unitsBracket(measure)}`;

/** The heading of an environment in the list; undefined in a list without such headings. */
export function listHeading({ annex }: Plan, { number, title }: Environment): string | undefined {
  if (annex?.headings === '无') return undefined;
  return annex?.headings ? `（${chineseNumeral(number)}）${title}` : `${chineseNumeral(number)}、${title}`;
}

/** The title of a measure as the list prints it, with its number. */
export function listLabel({ annex }: Plan, { number, title, listTitle = title }: Measure): string {
  const labels = { '（一）': `（${chineseNumeral(number)}）`, '1.': `${number}.`, 无: '' };
  return `${annex?.labels ? labels[annex.labels] : `(${chineseNumeral(number)})`}${listTitle}`;
}

/** What the head of the list says of its rows with `*`: `主要内容 (*为……举措)` gives `为……举措`; undefined if it says nothing. */
export const starLegend = ({ annex }: Pick<Plan, 'annex'>): string | undefined =>
  annex?.columns.map((head) => /[（(]\*(.+)[）)]/u.exec(head)?.[1]).find((legend) => legend !== undefined);

/** The heads of the columns of the list that hold units: one, or two by roles. */
export const unitColumns = ({ annex }: Plan): string[] => annex?.columns.slice(3) ?? [];

/** The cells of a row in those columns, as printed; empty where the row names no unit of the column. */
export function unitCells(plan: Plan, { unitsText }: Task): string[] {
  const columns = unitColumns(plan);
  if (columns.length === 1) return [unitsText];
  const sections = unitSections(unitsText);
  return columns.map((column) => sections.find(({ head }) => head === column)?.cell ?? '');
}

/** The units of a row by those columns; of two columns, each holds the role that its head names. */
export function unitsByColumn(plan: Plan, { units }: Task): Responsibility[][] {
  const columns = unitColumns(plan);
  if (columns.length === 1) return [units];
  return columns.map((column) => units.filter(({ role }) => column.startsWith(roles[role])));
}

/** The statement on documents for paper, which look like the one that was transcribed. */
export const transcriptOnly = '转录整理稿，不是正式文件，以印发件为准';
