import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from '@playwright/test';
import { checkContent, loadHandbook } from '../src/checks/check-content.ts';
import { contentFolder, readContentFiles } from '../src/loader/folder.ts';
import type { Plan } from '../src/model/types.ts';
import { measurePath, searchPath, tasksPath, unitsPath } from '../src/routes/paths.ts';
import { searchIndexFiles } from '../src/search/build/index-files.ts';
import { collectionOf } from './bench/collection.ts';
import { type FirstAnswer, firstAnswer } from './bench/first-answer.ts';
import { type Loaded, loadedFiles } from './bench/loaded-files.ts';
import { slowWayTo } from './bench/slow-network.ts';
import { findBrowser } from './install.ts';
import { startNginx } from './nginx.ts';

/*
 * The first visit of a fresh browser to pages of `dist` under nginx: requests and bytes as sent, with Brotli as over https and with
 * gzip alone as over plain http, and the times on a slow 3G network. Then a first search, from Enter in the header of a measure's page
 * with gzip alone: by words of the document, by an editor's word and by a question, each followed by another question. Figures of
 * time are medians of several runs. Steps are counted on the slow network, where what is asked for at once begins at once.
 * `--plans 10` tells instead what everyday queries load of a collection of ten plans, without a browser; it may be given several times.
 */
const handbook = loadHandbook(contentFolder);
const plan = handbook.plans[0];
const measure = plan?.measures[0];
if (!plan || !measure) throw new Error('内容里没有方案或措施。');
const { base } = handbook.site;
const leading = measurePath(measure);
const search = `${searchPath}?${new URLSearchParams({ q: measure.title.slice(0, 4) })}`;
const visits = { 首页: '', 措施: leading, 任务清单: tasksPath(plan), 责任单位: unitsPath, 搜索: search };
/** When a page has come to rest after it was loaded, the icon of its tab included, and how long it is watched then, in milliseconds. */
const restMs = 2000;
const watchedMs = 5000;

interface Visit {
  requests: number;
  /** Of all bodies, as sent. */
  bytes: number;
  /** Asked for after the page has come to rest. */
  later: number;
  /** The first text, and all that was asked for, in milliseconds after the address was entered. */
  painted: number;
  rested: number;
}

/** Opens an address in a browser that has nothing of it. */
async function visit(browser: Browser, address: string): Promise<Visit> {
  const page = await browser.newPage({ locale: 'zh-CN' });
  const sizes: Promise<number>[] = [];
  page.context().on('requestfinished', (request) => {
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  const start = performance.now();
  await page.goto(address, { timeout: 120_000 });
  if (address.includes(searchPath))
    await page.locator('#search-results[aria-busy=false] a').first().waitFor({ timeout: 120_000 });
  const rested = performance.now() - start;
  await page.waitForTimeout(restMs);
  const requests = sizes.length;
  const painted = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);
  await page.waitForTimeout(watchedMs);
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await page.context().close();
  return { requests, bytes, later: sizes.length - requests, painted, rested };
}

type Rows = Record<string, Record<string, string | number>>;

/** A first search on a measure's page; and the collections of so many plans of which it is told what everyday queries load. */
const runs = 5;
const { values } = parseArgs({ options: { plans: { type: 'string', multiple: true, default: [] } } });
const answering = plan.measures.find(
  ({ searchTerms, tasks }) => searchTerms.length > 0 && tasks.some((task) => task.asked.length > 0),
);
const other = plan.measures.findLast((one) => one !== answering);
const questions: Record<string, string | undefined> = {
  原文: answering?.title,
  近义: answering?.searchTerms[0],
  问题: answering?.tasks.flatMap(({ asked }) => asked).flatMap((one) => one.questions)[0],
};

async function answerRows(browser: Browser, page: string) {
  const found: Rows = {};
  const nginx = await startNginx('dist', base, false);
  const slow = await slowWayTo(nginx.origin);
  for (const [kind, query] of Object.entries(questions)) {
    if (!query || !answering || !other) continue;
    const asked = [
      { query, path: base + measurePath(answering) },
      { query: other.title, path: base + measurePath(other) },
    ] as const;
    const times: FirstAnswer[] = [];
    for (let run = 0; run < runs; run++) times.push(await firstAnswer(browser, nginx.origin + page, asked));
    const median = (pick: (one: FirstAnswer) => number) =>
      times.map(pick).sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
    const { steps } = await firstAnswer(browser, slow.origin + page, asked);
    found[`${kind}：${query}`] = {
      请求: median(({ requests }) => requests),
      步: steps,
      'gzip kB': (median(({ bytes }) => bytes) / 1000).toFixed(1),
      毫秒: Math.round(median(({ milliseconds }) => milliseconds)),
      处理器毫秒: Math.round(median(({ processor }) => processor)),
      再问毫秒: Math.round(median(({ nextMilliseconds }) => nextMilliseconds)),
      再问处理器毫秒: Math.round(median(({ nextProcessor }) => nextProcessor)),
    };
  }
  slow.close();
  nginx.stop();
  return found;
}

const size = (path: string) => gzipSync(readFileSync(join('dist', path)), { level: 9 }).length;
/** What the search page loads that a page before it has not: itself, its scripts and the worker, as sent with gzip. */
function pageBytes(): { requests: number; bytes: number } {
  const addressesIn = (path: string) =>
    [...readFileSync(join('dist', path, 'index.html'), 'utf8').matchAll(/(?:href|src)="([^"]+\.(?:js|css))"/gu)].map(
      ([, address = '']) => address.slice(base.length),
    );
  const before = new Set(addressesIn(leading));
  const files = [...new Set(addressesIn(searchPath))].filter((path) => !before.has(path));
  return {
    requests: 1 + files.length,
    bytes: [`${searchPath}index.html`, ...files].reduce((sum, path) => sum + size(path), 0),
  };
}

/** Of the queries in `tests/queries` that are asked in everyday words, so many are asked of each collection. */
const sampleSize = 100;
function everydayQueries(): string[] {
  const all = readdirSync('tests/queries')
    .filter((name) => /(?:natural|situations).*\.tsv$/u.test(name))
    .flatMap((name) => readFileSync(join('tests/queries', name), 'utf8').split('\n'))
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t', 1)[0] ?? '');
  const step = Math.max(1, Math.floor(all.length / sampleSize));
  return all.filter((_, at) => at % step === 0);
}

/**
 * What a first question takes of a collection of so many plans, of which the index alone is made and read in memory. A query of which
 * a word may be mistyped waits for the dictionary where nothing answers it as typed, and is counted by itself.
 */
async function weightRows(plans: number, of: Plan): Promise<Rows> {
  const made = checkContent(collectionOf(readContentFiles(contentFolder), of, plans));
  if (!made.ok) throw new Error('造出来的方案有问题。');
  const fixed = pageBytes();
  const loaded = await loadedFiles((await searchIndexFiles(made.handbook)).files, everydayQueries());
  const row = (some: readonly Loaded[]) => {
    const at = (share: number, pick: (one: Loaded) => number) =>
      some.map(pick).sort((a, b) => a - b)[Math.floor((some.length - 1) * share)] ?? 0;
    const kilobytes = (share: number) => ((at(share, ({ bytes }) => bytes) + fixed.bytes) / 1000).toFixed(1);
    return {
      问: some.length,
      'gzip kB 中位': kilobytes(0.5),
      九五分位: kilobytes(0.95),
      最大: kilobytes(1),
      '请求 中位': at(0.5, ({ requests }) => requests) + fixed.requests,
      '请求 九五分位': at(0.95, ({ requests }) => requests) + fixed.requests,
    };
  };
  return {
    [`${plans} 份方案`]: row(loaded.filter((one) => !one.hasDictionary)),
    [`${plans} 份方案 等词典的`]: row(loaded.filter((one) => one.hasDictionary)),
  };
}

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);
async function measureVisits() {
  const rows: Rows = {};
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  for (const [coding, hasBrotli] of [
    ['br', true],
    ['gzip', false],
  ] as const) {
    const nginx = await startNginx('dist', base, hasBrotli);
    const slow = await slowWayTo(nginx.origin);
    for (const [name, path] of Object.entries(visits)) {
      const { requests, bytes, later } = await visit(browser, nginx.origin + base + path);
      const row = { ...rows[name], 请求: requests, 之后: later, [`${coding} kB`]: (bytes / 1000).toFixed(1) };
      if (hasBrotli) {
        const { painted, rested } = await visit(browser, slow.origin + base + path);
        Object.assign(row, { '慢速3G 文字 秒': seconds(painted), '慢速3G 完成 秒': seconds(rested) });
      }
      rows[name] = row;
    }
    slow.close();
    nginx.stop();
  }
  const page = base + leading;
  const answers = await answerRows(browser, page);
  await browser.close();
  console.table(rows);
  console.table(answers);
}

if (values.plans.length === 0) await measureVisits();
for (const plans of values.plans.map(Number)) console.table(await weightRows(plans, plan));
