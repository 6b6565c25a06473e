import type { Handbook, Measure, Plan, Unit } from '../../model/types.ts';
import { plansOnPage } from '../../routes/pagination.ts';
import { dataIndexPath, dataPath, measurePath, planPath, printPath, tasksPath, unitPath } from '../../routes/paths.ts';

/** What stands at an address, as far as portals and search engines tell pages apart. */
export type PageKind =
  | { kind: 'home' }
  /** Official text: the document, its annex or the whole for paper. */
  | { kind: 'document'; plan: Plan; whole: boolean }
  | { kind: 'measure'; plan: Plan; measure: Measure }
  | { kind: 'unit'; unit: Unit }
  | { kind: 'data'; plans: Plan[] }
  /** The handbook's own pages: indexes, search, help. */
  | { kind: 'list' };

/** The kind of the page at a path relative to the base. */
export function pageKind({ plans, units }: Handbook, path: string): PageKind {
  if (path === '') return { kind: 'home' };
  if (path === dataIndexPath) return { kind: 'data', plans: plans.slice(0, plansOnPage) };
  for (const plan of plans) {
    if (!path.startsWith(planPath(plan)) && path !== dataPath(plan)) continue;
    if (path === planPath(plan)) return { kind: 'document', plan, whole: true };
    if (path === tasksPath(plan) || path === printPath(plan)) return { kind: 'document', plan, whole: false };
    if (path === dataPath(plan)) return { kind: 'data', plans: [plan] };
    const measure = plan.measures.find((one) => path === measurePath(one));
    if (measure) return { kind: 'measure', plan, measure };
  }
  const unit = units.find((one) => path === unitPath(one));
  return unit ? { kind: 'unit', unit } : { kind: 'list' };
}

/** The day on which the words of a page were issued, from the document's record; undefined for the handbook's own pages. */
export const issuedOn = (page: PageKind): string | undefined => ('plan' in page ? page.plan.issuedOn : undefined);
