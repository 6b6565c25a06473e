import { type CollectionEntry, getCollection, render } from 'astro:content';
import type { Entry } from './loader/entries.ts';
import { assemble } from './model/assemble.ts';
import type { Measure, Plan } from './model/types.ts';
import { measurePath, planPath } from './routes/paths.ts';

const [site, units, topics, thesaurus, plans, measures, corrections] = await Promise.all([
  getCollection('site'),
  getCollection('units'),
  getCollection('topics'),
  getCollection('thesaurus'),
  getCollection('plans'),
  getCollection('measures'),
  getCollection('corrections'),
]);

const lastPart = (id: string) => id.slice(id.lastIndexOf('/') + 1);
const folder = (id: string) => id.split('/')[1] ?? '';
const named = <Data>({ id, data }: { id: string; data: Data }) => ({ id: lastPart(id), data });

/** The file names and lines matter to the check alone, which has read the same files before the build. */
function entryOf<Data>({ id, data, body = '' }: { id: string; data: Data; body?: string | undefined }): Entry<Data> {
  return { file: `${id}.mdx`, data, body, bodyLine: 1 };
}

const [settings] = site;
if (!settings || plans.length === 0 || units.length === 0)
  throw new Error('没有读到内容：content/ 里应有 site.yaml、units/ 和至少一个 plans/<编号>/plan.mdx。');

const measuresByPlan = Map.groupBy(measures, ({ id }) => folder(id));
const assembled = assemble({
  site: settings.data,
  units: units.map(named),
  topics: topics.map(named),
  thesaurus: thesaurus[0]?.data.synonyms ?? [],
  plans: plans.map((plan) => ({
    id: folder(plan.id),
    plan: entryOf(plan),
    measures: (measuresByPlan.get(folder(plan.id)) ?? []).map(entryOf),
    corrections: corrections.find(({ id }) => folder(id) === folder(plan.id))?.data.corrections ?? [],
  })),
});
if (assembled.problems.length > 0)
  throw new Error(`内容有 ${assembled.problems.length} 处问题，运行 npm run check 查看。`);

/** The whole content, joined, checked and frozen: what every page is made from. */
export const { handbook } = assembled;

const bodies = new Map<string, CollectionEntry<'plans'> | CollectionEntry<'measures'>>([
  ...plans.map((entry) => [planPath({ id: folder(entry.id) }), entry] as const),
  ...measures.map(
    (entry) => [measurePath({ plan: { id: folder(entry.id) }, number: entry.data.number }), entry] as const,
  ),
]);

async function contentOf(path: string) {
  const entry = bodies.get(path);
  if (!entry) throw new Error(`没有 ${path} 的正文。`);
  return (await render(entry)).Content;
}

/** The body of a measure, as a component. */
export const measureContent = (measure: Measure) => contentOf(measurePath(measure));
/** The body of a plan, as a component that takes `Measures` among its `components`. */
export const planContent = (plan: Plan) => contentOf(planPath(plan));
