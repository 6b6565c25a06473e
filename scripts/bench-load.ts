import { execFileSync } from 'node:child_process';
import { measurePath, tasksPath } from '../src/handbook/urls.ts';
import { contentFolder } from '../src/settings.ts';
import { loadContent } from './load-content.ts';
import { startNginx } from './nginx.ts';

/* Loads the built site under nginx with two workers, page after page, and says how many requests a second it answers. */
const site = process.env.HANDBOOK_OUT ?? 'dist';
const { handbook } = loadContent(contentFolder);
const plan = handbook.plans[0];
const measure = plan?.measures[0];
if (!plan || !measure) throw new Error('内容里没有方案或措施。');
const { base } = handbook.site;
const pages = { 首页: '', 措施: measurePath(measure), 任务清单: tasksPath(plan) };
const seconds = 30;

/** What autocannon tells of one run, as far as it is used here. */
interface Told {
  requests: { average: number; total: number };
  latency: { p50: number; p99: number };
  errors: number;
  non2xx: number;
}

const nginx = await startNginx(site, base, 8473);
let failed = 0;
const rows = Object.entries(pages).map(([page, path]) => {
  const args = ['--json', '--connections', '50', '--duration', String(seconds), '--headers', 'accept-encoding=br'];
  const program = 'node_modules/autocannon/autocannon.js';
  const said = execFileSync(process.execPath, [program, ...args, nginx.origin + base + path], { encoding: 'utf8' });
  const { requests, latency, errors, non2xx } = JSON.parse(said) as Told;
  failed += errors + non2xx;
  return {
    页: page,
    每秒请求: Math.round(requests.average),
    总请求: requests.total,
    '中位 毫秒': latency.p50,
    '99% 毫秒': latency.p99,
    错误: errors + non2xx,
  };
});
nginx.stop();
console.table(rows);
if (failed > 0) process.exitCode = 1;
