import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { preview } from 'astro';
import { checkContent, loadHandbook } from '../src/checks/check-content.ts';
import { filesIn } from '../src/integrations/site-files.ts';
import { contentFolder, readContentFiles } from '../src/loader/folder.ts';
import { recordsOf } from '../src/search/build/records.ts';
import { type Collection, collectionOf, writeFiles } from './bench/collection.ts';
import { measured } from './bench/process-tree.ts';
import { ask, coldBytes, openSearchPage } from './bench/search-page.ts';
import { findBrowser } from './install.ts';

/*
 * Builds collections of plans, the real content and variants of its leading plan, and prints what the builds and search then
 * take: `npm run bench:build`, or `npm run bench:build -- 1 10 500`. Times hold for a machine that does nothing else.
 */
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1, 10, 100];
const report = '.build/bench-build.json';
/** So many of the words that only one plan has are searched for. */
const sampled = 20;
/** Words that stand in every plan. */
const common = ['企业', '营商环境', '电费太贵'];

const handbook = loadHandbook(contentFolder);
const [plan] = handbook.plans;
if (!plan) throw new Error('内容里没有方案。');
const content = readContentFiles(contentFolder);

const megabytes = (bytes: number) => Math.round(bytes / 1e6);
const kilobytes = (bytes: number) => Number((bytes / 1000).toFixed(1));
const largestOf = (numbers: readonly number[]) => numbers.reduce((most, number) => Math.max(most, number), 0);

/** What a built site holds, in bytes; pages without their compressed copies. */
function siteFigures(folder: string) {
  const files = filesIn(folder).map((path) => ({ path, bytes: statSync(join(folder, path)).size }));
  const pages = files.filter(({ path }) => /(?:^|\/)index\.html$/u.test(path));
  const [largest] = pages.toSorted((a, b) => b.bytes - a.bytes);
  return {
    '网站 MB': megabytes(files.reduce((total, { bytes }) => total + bytes, 0)),
    文件: files.length,
    页: pages.length,
    最大页: largest?.path,
    '最大页 kB': kilobytes(largest?.bytes ?? 0),
  };
}

/** Asks a built site for words that some plans alone have, and for words that all have. */
async function searchFigures(browser: Browser, address: string, { files, markers }: Collection) {
  const checked = checkContent(files);
  if (!checked.ok) throw new Error('The multiplied content has problems.');
  const records = recordsOf(checked.handbook);
  const holders = (word: string) =>
    records.filter(({ titles, words }) => [...titles, ...words].some((text) => text.includes(word))).length;
  const step = Math.max(1, Math.floor(markers.length / sampled));
  const words = markers.filter((_, index) => index % step === 0).slice(0, sampled);
  const page = await openSearchPage(browser, address);
  let exact = 0;
  for (const word of words) {
    const { rows } = await ask(page, `“${word}”`);
    const paths = rows.filter(({ match }) => match === 'exact').length;
    if (paths === holders(word)) exact++;
  }
  const queries = [...common, ...words];
  for (const query of queries) await ask(page, query);
  const warm: number[] = [];
  for (const query of queries) warm.push((await ask(page, query)).milliseconds);
  await page.close();
  const cold: number[] = [];
  for (const query of queries.slice(0, common.length + 2)) cold.push((await coldBytes(browser, address, query)).search);
  return {
    记录: records.length,
    独有词全对: words.length === 0 ? '—' : `${exact}/${words.length}`,
    '首答最多 kB': kilobytes(largestOf(cold)),
    '再问最慢 毫秒': Math.round(largestOf(warm)),
  };
}

async function figuresOf(plans: number, browser: Browser, folder: string) {
  const collection = collectionOf(content, plan as NonNullable<typeof plan>, plans);
  const [source, site] = [join(folder, 'content'), join(folder, 'site')];
  writeFiles(collection.files, source);
  const build = ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', site];
  const taken = await measured(process.execPath, build, { HANDBOOK_CONTENT: source });
  const server = await preview({ outDir: site, server: { port: 0 }, logLevel: 'error' });
  try {
    const address = `http://localhost:${server.port}${handbook.site.base}`;
    return {
      方案: plans,
      秒: Number(taken.seconds.toFixed(1)),
      处理器秒: Number(taken.processorSeconds.toFixed(1)),
      '最多内存 MB': megabytes(taken.peakMemory),
      ...siteFigures(site),
      ...(await searchFigures(browser, address, collection)),
    };
  } finally {
    await server.stop();
  }
}

// Astro cannot move its files to another disk, where the system may keep temporary ones.
mkdirSync('.build', { recursive: true });
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ['--no-sandbox', '--disable-background-networking'],
});
const rows = [];
try {
  for (const plans of sizes) {
    const folder = mkdtempSync('.build/bench-');
    try {
      rows.push(await figuresOf(plans, browser, folder));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
} finally {
  await browser.close();
}
writeFileSync(report, `${JSON.stringify(rows, null, 2)}\n`);
console.table(rows);
console.log(`详情：${report}`);
