import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser } from '@playwright/test';
import type { CopyDescription } from '../src/browser/copy-format.ts';
import { loadHandbook } from '../src/checks/check-content.ts';
import { filesIn } from '../src/integrations/site-files.ts';
import { contentFolder, readContentFiles } from '../src/loader/folder.ts';
import { copyDescriptionPath } from '../src/routes/offline-paths.ts';
import { collectionOf } from './bench/collection.ts';
import { ask, coldBytes, firstVisit, openSearchPage, withSearch } from './bench/search-page.ts';

/*
 * Builds collections of plans, the real content and variants of its leading plan, and prints what the builds and search then
 * take: `npm run bench:build`, or `npm run bench:build -- 1 10 500`. Times hold for a machine that does nothing else.
 */
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1, 10, 100];
const report = '.build/bench-build.json';
const queries = ['企业', '营商环境', '电费太贵'];

const {
  plans: ownPlans,
  site: { base },
} = loadHandbook(contentFolder);
const [plan] = ownPlans;
if (!plan) throw new Error('内容里没有方案。');
const content = readContentFiles(contentFolder);

const megabytes = (bytes: number) => Math.round(bytes / 1e6);
const kilobytes = (bytes: number) => Number((bytes / 1000).toFixed(1));

/** Builds a site and prints what its process took; Pagefind's own process is not counted. */
const program = (site: string) => `
  import { build } from 'astro';
  await build({ outDir: ${JSON.stringify(site)}, logLevel: 'error' });
  console.log(JSON.stringify(process.resourceUsage()));
`;

/** @throws with what the build printed where it fails. */
function buildFigures(source: string, site: string) {
  const start = performance.now();
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program(site)], {
    env: { ...process.env, HANDBOOK_CONTENT: source },
    encoding: 'utf8',
  });
  const seconds = (performance.now() - start) / 1000;
  const usage: NodeJS.ResourceUsage = JSON.parse(output.trim().split('\n').at(-1) ?? '');
  return {
    秒: Number(seconds.toFixed(1)),
    处理器秒: Number(((usage.userCPUTime + usage.systemCPUTime) / 1e6).toFixed(1)),
    '最多内存 MB': megabytes(usage.maxRSS * 1024),
  };
}

/** What a built site holds, in bytes; pages without their compressed copies. */
function siteFigures(folder: string) {
  const files = filesIn(folder).map((path) => ({ path, bytes: statSync(join(folder, path)).size }));
  const pages = files.filter(({ path }) => /(?:^|\/)index\.html$/u.test(path));
  const [largest] = pages.toSorted((a, b) => b.bytes - a.bytes);
  const copy: CopyDescription = JSON.parse(readFileSync(join(folder, copyDescriptionPath), 'utf8'));
  return {
    '网站 MB': megabytes(files.reduce((total, { bytes }) => total + bytes, 0)),
    文件: files.length,
    页: pages.length,
    最大页: largest?.path,
    '最大页 kB': kilobytes(largest?.bytes ?? 0),
    '断网副本 kB': kilobytes(copy.transferred),
    '在本机 MB': Number((copy.stored / 1e6).toFixed(1)),
  };
}

async function browserFigures(browser: Browser, address: string) {
  const page = await openSearchPage(browser, address);
  for (const query of queries) await ask(page, query);
  const warm: number[] = [];
  for (const query of queries) warm.push((await ask(page, query)).milliseconds);
  const cold: number[] = [];
  for (const query of queries) cold.push((await coldBytes(browser, address, query)).search);
  const visit = await firstVisit(browser, address);
  return {
    首访请求: visit.requests,
    '首访 kB': kilobytes(visit.bytes),
    '首答最多 kB': kilobytes(Math.max(...cold)),
    '再问最慢 毫秒': Math.round(Math.max(...warm)),
  };
}

// Astro cannot move its files to another disk, where the system may keep temporary ones.
mkdirSync('.build', { recursive: true });
const rows = [];
for (const plans of sizes) {
  const folder = mkdtempSync('.build/bench-');
  const [source, site] = [join(folder, 'content'), join(folder, 'site')];
  try {
    for (const { path, bytes } of collectionOf(content, plan, plans)) {
      mkdirSync(dirname(join(source, path)), { recursive: true });
      writeFileSync(join(source, path), bytes);
    }
    rows.push({
      方案: plans,
      ...buildFigures(source, site),
      ...siteFigures(site),
      ...(await withSearch(base, browserFigures, site)),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
writeFileSync(report, `${JSON.stringify(rows, null, 2)}\n`);
console.table(rows);
console.log(`详情：${report}`);
