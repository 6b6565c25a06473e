import { roles } from '../schema/unit.ts';
import { chineseNumeral } from '../text/numerals.ts';
import type { Environment, Measure, Plan, Responsibility, Task } from './types.ts';
import { unitSections } from './unit-cells.ts';

/** What decides how a plan counts its parts. */
export interface NumberedPlan extends Pick<Plan, 'numbering'> {
  blocks: readonly PrintedBlock[];
}

type PrintedBlock = { type: 'measures' } | { type: 'heading' | 'paragraph' | 'table'; text: string };

/** How many texts of the plan's own body, before its measures, begin as a pattern says. */
function countBefore({ blocks }: NumberedPlan, pattern: RegExp): number {
  const place = blocks.findIndex(({ type }) => type === 'measures');
  return blocks.slice(0, place).filter((block) => 'text' in block && pattern.test(block.text)).length;
}

/** What is printed before the title of an environment: `（二）`, or `第二章　` where the plan counts chapters. */
export const environmentLabel = (plan: NumberedPlan, { number }: Pick<Environment, 'number'>): string =>
  plan.numbering === 'articles'
    ? `第${chineseNumeral(number + countBefore(plan, /^第[^章]+章/u))}章　`
    : `（${chineseNumeral(number)}）`;

/** What is printed before the title of a measure: `9.`, or `第九条　` where the plan counts articles. */
export const measureLabel = (plan: NumberedPlan, { number }: Pick<Measure, 'number'>): string =>
  plan.numbering === 'articles' ? `第${chineseNumeral(number + countBefore(plan, /^第[^条]+条/u))}条　` : `${number}.`;

/** The units of a measure as its bracket states them: `责任单位：甲、乙`, or with roles `牵头单位：甲；配合单位：乙`. */
export const unitsStatement = ({ unitsText }: Pick<Measure, 'unitsText'>): string =>
  unitSections(unitsText).some(({ head }) => head) ? unitsText : `责任单位：${unitsText}`;

/** The bracket at the end of a measure's text. */
export const unitsBracket = (measure: Pick<Measure, 'unitsText'>): string => `（${unitsStatement(measure)}）`;

/** The paragraph of a measure in the document: number, title, text and the bracket that names the units. */
export const measureParagraph = (
  plan: NumberedPlan,
  measure: Pick<Measure, 'number' | 'title' | 'text' | 'unitsText'>,
) => `${measureLabel(plan, measure)}${measure.title}。${measure.text}${unitsBracket(measure)}`;

/** What the list prints before the title of an environment; undefined where it prints no such titles. */
export function listHeading({ annex }: Plan, { number, title }: Environment): string | undefined {
  if (annex?.headings === '无') return undefined;
  return annex?.headings ? `（${chineseNumeral(number)}）${title}` : `${chineseNumeral(number)}、${title}`;
}

/** The title of a measure as the list prints it, with its number. */
export function listLabel({ annex }: Plan, { number, title, listTitle = title }: Measure): string {
  const labels = { '（一）': `（${chineseNumeral(number)}）`, '1.': `${number}.`, 无: '' };
  return `${annex?.labels ? labels[annex.labels] : `(${chineseNumeral(number)})`}${listTitle}`;
}

/** The heads of the list's columns that hold units. */
export const unitColumns = ({ annex }: Plan): string[] => annex?.columns.slice(3) ?? [];

/** The cells of a row that hold units, as printed; in a list with several such columns one that is not written is empty. */
export function unitCells(plan: Plan, { unitsText }: Task): string[] {
  const columns = unitColumns(plan);
  if (columns.length === 1) return [unitsText];
  const sections = unitSections(unitsText);
  return columns.map((column) => sections.find(({ head }) => head === column)?.cell ?? '');
}

/** The units of a row by the columns that name them: where there are several, each takes the role that its head says. */
export function unitsByColumn(plan: Plan, { units }: Task): Responsibility[][] {
  const columns = unitColumns(plan);
  if (columns.length === 1) return [units];
  return columns.map((column) => units.filter(({ role }) => column.startsWith(roles[role])));
}

/** What a document for paper says of itself, as it looks like the document that it was transcribed from. */
export const transcriptOnly = '转录整理稿，不是正式文件，以印发件为准';
