import { mkdir, writeFile } from 'node:fs/promises';
import { loadHandbook } from '../src/checks/check-content.ts';
import { contentFolder } from '../src/loader/folder.ts';
import { ask, coldBytes, offersFor, openSearchPage, withSearch } from './bench/search-page.ts';
import { type JudgedSearch, readThresholds, searchQuality } from './bench/search-quality.ts';

/*
 * Measures search in a real browser on the built site: how many queries of `tests/queries` fall short of each demand, the same
 * figures that `npm run test:content` holds to thresholds, and how fast and heavy search is.
 * When a query is asked first, its parts of the index may have to be loaded; when it is asked again, everything is at hand.
 */
const queries = 'tests/queries';
const report = '.build/bench-search.json';
/** The queries that are asked a second time, to tell how fast search is once all is at hand. */
const askedAgain = 1000;

const handbook = loadHandbook(contentFolder);
const thresholds = readThresholds(queries);
const plan = handbook.plans.find(({ id }) => id === thresholds.plan);
if (!plan) throw new Error(`${queries} 问的是方案 ${thresholds.plan}，内容里没有。`);
const { base } = handbook.site;

const percentile = (values: readonly number[], at: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * at))] ?? 0;

await withSearch(base, async (browser, address) => {
  const page = await openSearchPage(browser, address);
  const times = new Map<string, number>();
  const search: JudgedSearch = {
    async ask(query) {
      const { rows, milliseconds, ...answer } = await ask(page, query);
      if (!times.has(query)) times.set(query, milliseconds);
      return { ...answer, rows: rows.map((row) => ({ ...row, path: row.path.slice(base.length) })) };
    },
    offers: (query) => offersFor(page, query),
  };
  const quality = await searchQuality(queries, search, plan, handbook.thesaurus);
  const first = [...times.values()];
  const again: number[] = [];
  for (const query of [...times.keys()].slice(-askedAgain)) again.push((await ask(page, query)).milliseconds);
  const cold = [];
  for (const query of ['电费太贵', plan.tasks[0]?.text.slice(0, 8) ?? '', '有困难找谁', '企'])
    cold.push({ query, ...(await coldBytes(browser, address, query)) });
  const speed = {
    初问中位毫秒: Math.round(percentile(first, 0.5)),
    初问九五分位毫秒: Math.round(percentile(first, 0.95)),
    再问中位毫秒: Math.round(percentile(again, 0.5)),
    再问九五分位毫秒: Math.round(percentile(again, 0.95)),
    再问最大毫秒: Math.round(Math.max(...again)),
    首答千字节: (Math.max(...cold.map(({ search }) => search)) / 1000).toFixed(1),
    连同页面: (Math.max(...cold.map(({ all }) => all)) / 1000).toFixed(1),
  };
  await mkdir('.build', { recursive: true });
  await writeFile(report, `${JSON.stringify({ quality, speed, cold }, null, 2)}\n`);
  for (const { name, queries: asked, shortfalls } of quality) {
    const figures = Object.entries(shortfalls).map(([demand, all]) => {
      const most = thresholds.most[name]?.[demand];
      return `${demand} ${all.length}（至多 ${most}；${((100 * all.length) / asked).toFixed(1)}%）`;
    });
    console.log(`${name}  问 ${asked}  ${figures.join('  ')}`);
  }
  console.log(Object.entries(speed).flat().join('  '));
  console.log(`详情：${report}`);
});
