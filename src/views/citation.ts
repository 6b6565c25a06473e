import { isTask } from '../model/plan.ts';
import type { Measure, Plan, Provision, Task } from '../model/types.ts';

/** How to cite a plan: its title and number. */
export const planCitation = (plan: Plan): string => `《${plan.title}》（${plan.number}）`;

/** How to cite a measure: `东政办〔2025〕2号 措施9“搭建对外开放平台”`. */
export const measureCitation = ({ plan, number, title }: Measure): string => `${plan.number} 措施${number}“${title}”`;

/** How to cite a row of the list: `东政办〔2025〕2号 任务清单第37项`. */
export const taskCitation = ({ plan, number }: Task): string => `${plan.number} 任务清单第${number}项`;

/** How to cite the part of a document that names who answers for it. */
export const provisionCitation = (provision: Provision): string =>
  isTask(provision) ? taskCitation(provision) : measureCitation(provision);

/** The month in which a plan was issued, for saying how old its goals are: `2025年3月`. */
export const issuedMonth = ({ issuedOn }: Plan): string => {
  const [year, month] = issuedOn.split('-');
  return `${year}年${Number(month)}月`;
};

/** What is said wherever targets of a plan are shown. */
export const goalsOnly = (plan: Plan): string => `方案于${issuedMonth(plan)}提出的目标，不是完成情况。`;
