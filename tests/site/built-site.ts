import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type CheerioAPI, load } from 'cheerio';
import { loadHandbook } from '../../src/checks/check-content.ts';
import { anchorSuffix } from '../../src/model/plan.ts';
import type { Plan, Unit } from '../../src/model/types.ts';
import { pageOfPlan, pagePath } from '../../src/routes/pagination.ts';
import { unitPath, type unitPrintPath } from '../../src/routes/paths.ts';
import { dutyPages } from '../../src/views/unit-duties.ts';

/** Where the site under test was built: `dist`, unless HANDBOOK_SITE names another folder. */
export const site = process.env.HANDBOOK_SITE ?? 'dist';

if (!existsSync(site)) throw new Error(`没有 ${site}：这些测试看的是建好的网站，请先运行 npm run build。`);

/** The content that it was built from. */
export const handbook = loadHandbook(process.env.HANDBOOK_CONTENT ?? 'content');
const { base } = handbook.site;
/** The plans that come with a list of tasks. */
export const plansWithList = handbook.plans.filter(({ annex }) => annex);

export interface BuiltPage {
  /** Address from the root of the server, base included: `/plans/…/`. */
  address: string;
  html: string;
  $: CheerioAPI;
}

/** The file that a server of a folder, by default the built site, gives for an address below the base; undefined if there is none. */
export function fileFor(address: string, folder = site): string | undefined {
  if (!address.startsWith(base)) return undefined;
  const file = join(folder, decodeURIComponent(address.slice(base.length)));
  if (!existsSync(file)) return undefined;
  if (!statSync(file).isDirectory()) return file;
  const index = join(file, 'index.html');
  return existsSync(index) ? index : undefined;
}

/** Every page of the built site, and those that lead to one from where it was before. */
const all: BuiltPage[] = readdirSync(site, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html'))
  .sort()
  .map((file) => {
    const html = readFileSync(join(site, file), 'utf8');
    return { address: base + file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/u, '$1'), html, $: load(html) };
  });

const leadsOn = ({ $ }: BuiltPage) => $('meta[http-equiv=refresh]').length > 0;
/** Every page of the built site. */
export const pages = all.filter((page) => !leadsOn(page));
/** What stands where pages were before. */
export const movedPages = all.filter(leadsOn);

/** Addresses of one page of each kind, by the shape of the address: `/units/a/` and `/units/b/` look alike. */
export const kinds: ReadonlySet<string> = new Set(
  new Map(
    pages.map(({ address }) => [address.replace(/(units|support|measures)\/[\w-]+\//u, '$1/*/'), address]),
  ).values(),
);

/** The page at a path relative to the base. Throws if it was not built. */
export function pageAt(path: string): BuiltPage {
  const page = pages.find(({ address }) => address === base + path);
  if (!page) throw new Error(`没有页面 ${base}${path}`);
  return page;
}

/** The page that shows a plan, of a list that shows the whole of each over several pages: of units, of data. */
export const pageWithPlan = (path: string, plan: Plan): BuiltPage => pageAt(pagePath(path, pageOfPlan(plan)));

/** The page on which the duties of a unit under a plan stand, or its sheet for paper; the first one where there are none. */
export function pageOfDuties(
  unit: Unit,
  plan: Plan,
  pathOf: typeof unitPath | typeof unitPrintPath = unitPath,
): BuiltPage {
  const page = dutyPages(handbook, unit).find(({ items }) => items.some((duties) => duties.plan === plan));
  return pageAt(pagePath(pathOf(unit), page?.number ?? 1));
}

/** The anchors of a plan's rows on a page that several plans share, in the order of the page. */
export function rowsOf({ $ }: BuiltPage, plan: Plan, rows: string): string[] {
  const suffix = anchorSuffix(handbook, plan);
  const ids = $(rows)
    .toArray()
    .map((row) => $(row).attr('id') ?? '');
  return ids.filter((id) => (suffix ? id.endsWith(suffix) : !id.includes('_')));
}
