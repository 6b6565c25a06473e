import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { ensureBrowser } from '../../scripts/install.ts';
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
/** Fetched when this is run: it is larger than half of what the project needs otherwise. */
const lighthouse = 'lighthouse@13.5.0';
/** Scores that depend on the page alone; performance is timed, and is reported and not judged. */
const steady = ['accessibility', 'best-practices', 'seo'] as const;
const rows: Record<string, number | string>[] = [];
let nginx: Nginx;

interface Result {
  runtimeError?: object;
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { title: string; score: number | null; numericValue?: number }>;
}

/** Audits an address with Lighthouse's command, as on a phone; tries again where its browser was disturbed, as it then asks for. */
async function audit(address: string, tries = 3): Promise<Result> {
  const options = [
    '--quiet',
    '--output=json',
    '--form-factor=mobile',
    `--only-categories=${['performance', ...steady].join(',')}`,
    '--chrome-flags=--headless=new --no-sandbox --disable-background-networking',
  ];
  try {
    const { stdout } = await promisify(execFile)('npx', ['--yes', lighthouse, address, ...options], {
      env: { ...process.env, CHROME_PATH: ensureBrowser() },
      maxBuffer: 1e8,
    });
    return JSON.parse(stdout);
  } catch (error) {
    if (tries === 1) throw error;
    return audit(address, tries - 1);
  }
}

before(async () => {
  nginx = await startNginx(site, base);
});
after(() => {
  console.table(rows);
  nginx?.stop();
});

for (const [kind, path] of Object.entries(kinds))
  test(`on a phone ${base}${path} has full marks for access, good practice and search engines, and does not shift`, async () => {
    const { categories, audits, runtimeError } = await audit(nginx.origin + base + path);
    assert.equal(runtimeError, undefined);
    const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
    const value = (name: string) => audits[name]?.numericValue ?? Number.NaN;
    rows.push({
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
