import { comparePath, measurePath, planPath, topicPath, unitPath } from './paths.ts';
import { planPagesOf, sitePages } from './site-pages.ts';

type PlanPair = Parameters<typeof comparePath>[0];
type NamedPlan = Parameters<typeof planPagesOf>[0];

/** What pages are named after. */
interface Named {
  units: readonly { id: string }[];
  topics: readonly { id: string }[];
  plans: readonly (NamedPlan & { measures: readonly { number: number; plan: { id: string } }[] })[];
}

/** The addresses that others may rely on, sorted: of all pages but further pages of long lists and sheets for paper. */
export const addressesOf = ({ units, topics, plans }: Named, pairs: readonly PlanPair[]): string[] =>
  [
    ...Object.values(sitePages).map(({ path }) => path),
    ...plans.flatMap((plan) => [
      planPath(plan),
      ...planPagesOf(plan).map(({ path }) => path),
      ...plan.measures.map(measurePath),
    ]),
    ...pairs.map(comparePath),
    ...units.map(unitPath),
    ...topics.map(topicPath),
  ]
    .filter((path, at, all) => path !== '' && all.indexOf(path) === at)
    .sort();

/** An address that leads to another, with all that lies below it. */
interface Redirect {
  from: string;
  to: string;
}

/** Redirects with those that follow: the data of a plan move with it. */
const withData = (redirects: readonly Redirect[]): Redirect[] =>
  redirects.flatMap(({ from, to }) => [
    { from, to },
    ...(/^plans\/[^/]+\/$/u.test(from) ? [{ from: `data/${from}`, to: `data/${to}` }] : []),
  ]);

/** Where an address leads in the end; itself where nothing redirects it, undefined where it leads round in a circle. */
export function redirected(path: string, redirects: readonly Redirect[]): string | undefined {
  const all = withData(redirects);
  const passed = new Set<string>();
  for (let at = path; !passed.has(at); ) {
    passed.add(at);
    const [nearest] = all.filter(({ from }) => at.startsWith(from)).sort((a, b) => b.from.length - a.from.length);
    if (!nearest) return at;
    at = nearest.to + at.slice(nearest.from.length);
  }
  return undefined;
}

const unitAddress = /^units\/([^/]+)\/$/u;
/** A unit's file in the data of a plan: what is before its id, the id, and what is after it. */
const unitFile = /^(data\/plans\/[^/]+\/units\/)([^/.]+?)((?:-report)?\.[^/]+)$/u;

/** The files of a redirected unit in the data of the plans, as they were called before. */
function movedUnitFiles(paths: readonly string[], from: string, end: string): Redirect[] {
  const [before, now] = [from, end].map((address) => unitAddress.exec(address)?.[1]);
  if (before === undefined || now === undefined) return [];
  return paths.flatMap((to) => {
    const [, folder, id, rest] = unitFile.exec(to) ?? [];
    return id === now ? [{ from: `${folder}${before}${rest}`, to }] : [];
  });
}

/** The addresses that lead to some paths: each path that lies below the end of a redirect, as it was called before. */
export function movedPaths(paths: readonly string[], redirects: readonly Redirect[]): Redirect[] {
  const isThere = new Set(paths);
  const moved = withData(redirects).flatMap(({ from }) => {
    const end = redirected(from, redirects);
    return end === undefined
      ? []
      : [
          ...paths.filter((path) => path.startsWith(end)).map((to) => ({ from: from + to.slice(end.length), to })),
          ...movedUnitFiles(paths, from, end),
        ];
  });
  return [...new Map(moved.filter(({ from }) => !isThere.has(from)).map((one) => [one.from, one])).values()];
}
