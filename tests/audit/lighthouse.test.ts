import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browser, chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { ensureBrowser } from '../../scripts/browser.ts';
import { type Nginx, startNginx } from '../../scripts/nginx.ts';
import {
  collationPath,
  measurePath,
  planPath,
  searchPath,
  supportPath,
  targetsPath,
  tasksPath,
  unitPath,
} from '../../src/routes/paths.ts';
import { handbook, site } from '../site/built-site.ts';

const { base } = handbook.site;
const plan = handbook.plans[0] ?? assert.fail();
const measure = plan.measures[0] ?? assert.fail();
const unit = handbook.units[0] ?? assert.fail();
const kinds: Record<string, string> = {
  首页: '',
  方案: planPath(plan),
  措施: measurePath(measure),
  任务清单: tasksPath(plan),
  目标: targetsPath(plan),
  对照: collationPath(plan),
  单位: unitPath(unit),
  找支持: supportPath,
  搜索: searchPath,
};
/** Marks that depend on the page alone; performance is timed, and is told and not judged. */
const steady = ['accessibility', 'best-practices', 'seo'] as const;
const debugging = 9229;
const told: Record<string, number | string>[] = [];
let nginx: Nginx;
let browser: Browser;

before(async () => {
  nginx = await startNginx(site, base, 8472);
  browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: ['--no-sandbox', '--disable-background-networking', `--remote-debugging-port=${debugging}`],
  });
});
after(async () => {
  console.table(told);
  await browser?.close();
  nginx?.stop();
});

for (const [kind, path] of Object.entries(kinds))
  test(`on a phone ${base}${path} has full marks for access, good practice and search engines, and does not shift`, async () => {
    const result = await lighthouse(nginx.origin + base + path, {
      port: debugging,
      formFactor: 'mobile',
      onlyCategories: ['performance', ...steady],
      logLevel: 'error',
    });
    const { categories, audits, runtimeError } = result?.lhr ?? assert.fail();
    assert.equal(runtimeError, undefined);
    const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
    const value = (name: string) => audits[name]?.numericValue ?? Number.NaN;
    told.push({
      页: kind,
      性能: score('performance'),
      无障碍: score('accessibility'),
      规范: score('best-practices'),
      可被搜到: score('seo'),
      'FCP 毫秒': Math.round(value('first-contentful-paint')),
      'LCP 毫秒': Math.round(value('largest-contentful-paint')),
      'TBT 毫秒': Math.round(value('total-blocking-time')),
      CLS: value('cumulative-layout-shift'),
    });
    const failed = steady.flatMap((name) =>
      (categories[name]?.auditRefs ?? [])
        .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
        .map(({ id }) => `${id}：${audits[id]?.title}`),
    );
    assert.deepEqual(failed, []);
    assert.equal(value('cumulative-layout-shift'), 0);
  });
