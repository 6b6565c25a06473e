import { hasSeveral } from '../model/plan.ts';
import type { Handbook } from '../model/types.ts';
import { plansOnPage } from '../routes/pagination.ts';
import { planPath, siteMapPath, supportPath, tasksPath, unitsPath } from '../routes/paths.ts';

/** A way into the handbook that needs no search. */
export interface SearchWay {
  path: string;
  name: string;
  caption: string;
}

/** The ways that the search page offers: lists and texts of the newest plans, the list of all plans if there are more, and the indexes. */
export function searchWays(handbook: Handbook): SearchWay[] {
  const { plans } = handbook;
  const ways: SearchWay[] = [];
  for (const plan of plans.slice(0, plansOnPage)) {
    const prefix = hasSeveral(handbook) ? `${plan.shortTitle}：` : '';
    const list = `${plan.cited}，全部${plan.tasks.length}项`;
    if (plan.annex) ways.push({ path: tasksPath(plan), name: `${prefix}任务清单`, caption: list });
    const caption = plan.annex ? plan.shortTitle : plan.cited;
    ways.push({ path: planPath(plan), name: `${prefix}${plan.words.plan}原文`, caption });
  }
  if (plans.length > plansOnPage)
    ways.push({ path: siteMapPath, name: '全部文件', caption: `${plans.length}份，从新到旧` });
  ways.push({ path: unitsPath, name: '责任单位', caption: '每个单位负责的措施和任务' });
  ways.push({ path: supportPath, name: '找支持', caption: '按企业遇到的事情' });
  return ways;
}
