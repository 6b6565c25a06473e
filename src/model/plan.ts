import { measureBlocks } from './printed-form.ts';
import type { Environment, Handbook, Measure, Plan, Provision, Task } from './types.ts';

/** Whether a page has to name the plan of what it shows. */
export const hasSeveral = ({ plans }: Pick<Handbook, 'plans'>): boolean => plans.length > 1;

/** The plan that the handbook leads to first: the newest in force, or the newest. */
export const leadingPlan = ({ plans }: Pick<Handbook, 'plans'>): Plan | undefined =>
  plans.find(({ status }) => status.kind === 'in-force') ?? plans[0];

/**
 * The end of a plan's anchors on pages that several plans share. The oldest plan's have none, so that a bookmark stays valid when
 * a newer plan is added. The id of a plan holds no underscore.
 */
export const anchorSuffix = ({ plans }: Pick<Handbook, 'plans'>, plan: Plan): string =>
  plan === plans.at(-1) ? '' : `_${plan.id}`;

/** Whether a provision is a row of the list. */
export const isTask = (provision: Provision): provision is Task => provision.kind === 'task';

/** The tasks of a measure, or where the plan has no list the measure itself. */
export const leafProvisions = (measure: Measure): Provision[] => (measure.tasks.length > 0 ? measure.tasks : [measure]);

/** The tasks of a plan, or where it has no list its measures, in its order. */
export const provisionsOf = ({ measures }: Plan): Provision[] => measures.flatMap(leafProvisions);

/** The name of a provision beside others of its plan: `第37项` or `措施9`. */
export const provisionLabel = ({ reference }: Provision): string => reference;

/** The measures of a plan by environment, in its order; together where it has none. */
export const measureGroups = ({
  environments,
  measures,
}: Pick<Plan, 'environments' | 'measures'>): { environment: Environment | undefined; measures: Measure[] }[] =>
  environments.length > 0
    ? environments.map((environment) => ({ environment, measures: environment.measures }))
    : [{ environment: undefined, measures }];

/** A measure in a list: its number, where it has one, and its title, as the document prints them; a title that it does not print is set off. */
export function listedTitle(measure: Measure): string {
  const { mark, title, titled } = measure;
  const [first] = measureBlocks(measure);
  const label = first?.kind === 'paragraph' ? first.stretches.find(({ kind }) => kind === 'label') : undefined;
  if (titled === 'printed' && label) return label.text + title;
  return mark ? `${mark} ${title}` : title;
}

/** The numbers of a measure's first and last task as the list prints them: `35–38`; empty where it prints none. */
export function taskRange({ tasks }: Measure, between: string): string {
  const labels = tasks.map(({ label }) => label).filter((label) => label !== '');
  const [first = '', last = ''] = [labels[0], labels.at(-1)];
  return first === last && tasks.length > 1 && labels.length === 1
    ? first
    : [first, last].filter(Boolean).join(between);
}

/** A number of provisions with their counter: `3项任务`, or where the plan has no list `3条措施`. */
export const provisionCount = ({ annex, words }: Pick<Plan, 'annex' | 'words'>, count: number): string =>
  `${count}${annex ? '项任务' : words.measures}`;
