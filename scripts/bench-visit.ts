import { type Browser, chromium } from '@playwright/test';
import { loadHandbook } from '../src/checks/check-content.ts';
import { contentFolder } from '../src/loader/folder.ts';
import { measurePath, searchPath, tasksPath, unitsPath } from '../src/routes/paths.ts';
import { slowWayTo } from './bench/slow-network.ts';
import { findBrowser } from './install.ts';
import { startNginx } from './nginx.ts';

/*
 * The first visit of a fresh browser to pages of `dist` under nginx: requests and bytes as sent, with Brotli as over https and with
 * gzip alone as over plain http, and the times on a slow 3G network.
 */
const handbook = loadHandbook(contentFolder);
const plan = handbook.plans[0];
const measure = plan?.measures[0];
if (!plan || !measure) throw new Error('内容里没有方案或措施。');
const { base } = handbook.site;
const search = `${searchPath}?${new URLSearchParams({ q: measure.title.slice(0, 4) })}`;
const visits = { 首页: '', 措施: measurePath(measure), 任务清单: tasksPath(plan), 责任单位: unitsPath, 搜索: search };
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

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ['--no-sandbox', '--disable-background-networking'],
});
const rows: Record<string, Record<string, string | number>> = {};
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
await browser.close();
console.table(rows);
