import { isTask } from '../model/plan.ts';
import { annexLines, pointLabels } from '../model/printed-form.ts';
import type { Measure, Plan, Provision, Target, Task } from '../model/types.ts';

/** How to cite a plan: its title and number. */
export const planCitation = ({ title, number, cited }: Plan): string => (number ? `《${title}》（${number}）` : cited);

/** What sets the name of a document apart from the number of its part. */
const gap = ({ number }: Plan) => (number ? ' ' : '');

/** How to cite a measure: `东政办〔2025〕2号 措施9“搭建对外开放平台”`. A title that is not the document's is not quoted. */
export function measureCitation({ plan, reference, title, titled, mark }: Measure): string {
  const quoted = titled === 'printed' && mark !== '' ? `“${title}”` : '';
  return `${plan.cited}${gap(plan)}${reference}${quoted}`;
}

/** How to cite a row of the list: `东政办〔2025〕2号 任务清单第37项`. */
export const taskCitation = ({ plan, reference }: Task): string => `${plan.cited}${gap(plan)}任务清单${reference}`;

/** How to cite the part of a document that names who answers for it. */
export const provisionCitation = (provision: Provision): string =>
  isTask(provision) ? taskCitation(provision) : measureCitation(provision);

/** How the list of a plan is named in full: `附件“任务清单”`; one that has a name of its own by that. */
function listName(plan: Plan): string {
  const { title = '' } = plan.annex ?? {};
  const annexed = annexLines(plan).some((line) => line.startsWith('附件')) ? '附件' : '';
  if (title === '') return `${annexed}任务清单`;
  return `${annexed}“${title.includes('任务清单') ? '任务清单' : title}”`;
}

/** More authors than these are not named. @see GB/T 7714-2015, 8.1.2 */
const namedIssuers = 3;

/** Who issued a plan, where several did divided by `comma`; empty where the record does not say. */
function issuersOf({ issuer }: Plan, comma: string, others: string): string {
  const all = issuer?.split('、') ?? [];
  return all.slice(0, namedIssuers).join(comma) + (all.length > namedIssuers ? others : '');
}

/** A plan as the source of its words, in full: `甲办公室《方案》（东政办〔2025〕2号）`. */
export const documentOf = (plan: Plan): string => issuersOf(plan, '、', '等') + planCitation(plan);

/** A plan as a list of references names it, up to the day on which it was read. @see GB/T 7714-2015, 4.6 and appendix B */
export function referenceOf(plan: Plan): string {
  const { title, number, issuedOn } = plan;
  const issuer = issuersOf(plan, ', ', ', 等');
  return `${issuer && `${issuer}. `}${title}${number ? `: ${number}` : ''}[A/OL]. ${issuedOn ? `(${issuedOn})` : ''}`;
}

/** Where words stand in their document, numbered as it does: `附件“任务清单”第37项`, `“4.强化要素保障”`. */
export function placeOf(provision: Provision): string {
  const { plan, reference } = provision;
  if (isTask(provision)) return listName(plan) + reference;
  const { title, titled, mark, number } = provision;
  if (plan.numbering === 'points') return `“${pointLabels.measure(number)}${title}”`;
  return `${reference}${titled === 'printed' && mark !== '' ? `“${title}”` : ''}`;
}

/** Where words stand, in full: `甲办公室《方案》（东政办〔2025〕2号）附件“任务清单”第37项`. */
export const sourceOf = (provision: Provision): string => documentOf(provision.plan) + placeOf(provision);

/** When a plan was issued, for saying how old its goals are: `于2025年3月`; empty where the document has no date. */
export const issuedMonth = ({ issuedOn }: Plan): string => {
  const [year, month] = issuedOn?.split('-') ?? [];
  return year && month ? `于${year}年${Number(month)}月` : '';
};

/**
 * What is said wherever targets of a plan are shown, behind the words for the plan: that they are goals; where progress was published
 * of some, that it stands beside them.
 */
export function goalsSaid(plan: Plan, targets: readonly Target[]): string {
  const reported = targets.filter(({ progress }) => progress.length > 0).length;
  const goals = `${issuedMonth(plan)}提出的目标`;
  if (reported === 0) return `${goals}，不是完成情况。`;
  const others = reported < targets.length;
  return `${goals}。${others ? '有公布进展的' : '公布的进展'}附后，不是${plan.words.plan}内容${others ? '；其余还没有收录进展' : ''}。`;
}
export const goalsOnly = (plan: Plan, targets: readonly Target[]): string => plan.words.plan + goalsSaid(plan, targets);
