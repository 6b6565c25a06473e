import { execFileSync, spawnSync } from 'node:child_process';
import { loadHandbook } from '../src/checks/check-content.ts';
import { contentFolder } from '../src/loader/folder.ts';
import { measurePath, tasksPath } from '../src/routes/paths.ts';
import { pathOf, subjectsOf } from '../src/views/page-subject.ts';
import { installPackages } from './install.ts';
import { startNginx } from './nginx.ts';

/* Loads `dist` under nginx with two workers, one page at a time and then all in turn, and prints how many requests a second are answered. */
const handbook = loadHandbook(contentFolder);
const plan = handbook.plans[0];
const measure = plan?.measures[0];
if (!plan || !measure) throw new Error('内容里没有方案或措施。');
const { base } = handbook.site;
const loads = {
  首页: [''],
  措施: [measurePath(measure)],
  任务清单: [tasksPath(plan)],
  网站地图各页: subjectsOf(handbook).map(pathOf),
};

/** What scripts/bench/pages.lua reports of one run; times in milliseconds. */
interface LoadReport {
  total: number;
  seconds: number;
  median: number;
  slowest: number;
  errors: number;
}

// A client in JavaScript would itself be the bottleneck on two cores.
if (spawnSync('wrk', ['-v']).error) installPackages('wrk');

const nginx = await startNginx('dist', base);
let failed = 0;
const rows = Object.entries(loads).map(([page, paths]) => {
  const load = ['--threads', '1', '--connections', '50', '--duration', '30s', '--header', 'Accept-Encoding: br'];
  const addresses = paths.map((path) => base + path);
  const output = execFileSync(
    'wrk',
    [...load, '--script', 'scripts/bench/pages.lua', nginx.origin, '--', ...addresses],
    {
      encoding: 'utf8',
    },
  );
  const { total, seconds, median, slowest, errors } = JSON.parse(
    output.slice(output.lastIndexOf('\n') + 1),
  ) as LoadReport;
  failed += errors;
  return {
    页: page,
    每秒请求: Math.round(total / seconds),
    总请求: total,
    '中位 毫秒': median,
    '99% 毫秒': slowest,
    错误: errors,
  };
});
nginx.stop();
console.table(rows);
if (failed > 0) process.exitCode = 1;
