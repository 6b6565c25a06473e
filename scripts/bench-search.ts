import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { preview } from 'astro';
import { loadHandbook } from '../src/checks/check-content.ts';
import { contentFolder } from '../src/loader/folder.ts';
import type { Plan } from '../src/model/types.ts';
import { taskPath } from '../src/routes/paths.ts';
import { type Asked, ask, coldBytes, openSearch, type Row } from './bench/search-page.ts';
import { findBrowser } from './install.ts';

/*
 * Measures search in a real browser on the built site, and says where it falls short of what is asked of it.
 * A query is asked twice: at first its parts of the index may have to be loaded, again everything is at hand.
 * The right measures of an exact term are those that hold it verbatim; questions bring their own right answers.
 */
const queries = 'tests/queries';
const report = '.build/bench-search.json';
const slice = 8;

const handbook = loadHandbook(contentFolder);
const plan = handbook.plans.at(-1);
if (!plan) throw new Error('内容里没有方案。');
const { base } = handbook.site;

const lines = (file: string) =>
  readFileSync(`${queries}/${file}`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)}%`;
const percentile = (values: readonly number[], at: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * at))] ?? 0;

/** The measure on whose page a result stands. */
function measureOf({ path }: Row): number | undefined {
  const number = /\/measures\/(\d+)\//u.exec(path)?.[1];
  return number === undefined ? undefined : Number(number);
}
const measuresOf = (rows: readonly Row[]) => [...new Set(rows.map(measureOf).filter((number) => number !== undefined))];

interface Part {
  name: string;
  queries: number;
  figures: Record<string, string | number>;
  /** What fell short, for whoever mends it. */
  faults: string[];
}

const holders = ({ measures }: Plan, term: string) =>
  measures
    .filter(({ title, environment, text, unitsText, tasks }) =>
      [title, environment.title, text, unitsText, ...tasks.flatMap((task) => [task.text, task.unitsText])].some(
        (words) => words.includes(term),
      ),
    )
    .map(({ number }) => number);

async function exactTerms(asking: (query: string) => Promise<Asked>, plan: Plan): Promise<Part> {
  const terms = lines('exact-terms.txt');
  const faults: string[] = [];
  let held = 0;
  let found = 0;
  let first = 0;
  let wrong = 0;
  for (const term of terms) {
    const right = holders(plan, term);
    const { rows } = await asking(term);
    const exact = measuresOf(rows.filter(({ match }) => match === 'exact'));
    const missed = right.filter((number) => !exact.includes(number));
    const extra = exact.filter((number) => !right.includes(number));
    held += right.length;
    found += right.length - missed.length;
    wrong += extra.length;
    if (right.includes(measuresOf(rows)[0] ?? 0)) first++;
    else faults.push(`${term}：第一位是 ${measuresOf(rows)[0]}`);
    if (missed.length + extra.length > 0) faults.push(`${term}：缺 ${missed}，多 ${extra}`);
  }
  return {
    name: '原词',
    queries: terms.length,
    figures: { 找到: share(found, held), 第一位正确: share(first, terms.length), 多出: wrong },
    faults,
  };
}

async function tasks(asking: (query: string) => Promise<Asked>, plan: Plan): Promise<Part> {
  const faults: string[] = [];
  let byText = 0;
  let byNumber = 0;
  let byUnit = 0;
  let pairs = 0;
  const ofUnit = new Map<string, Set<string>>();
  for (const task of plan.tasks) {
    const path = base + taskPath(task);
    const middle = Math.max(0, Math.floor((task.text.length - slice) / 2));
    const words = task.text.slice(middle, middle + slice);
    if ((await asking(words)).rows[0]?.path === path) byText++;
    else faults.push(`第${task.number}项：“${words}”`);
    if ((await asking(`第${task.number}项`)).rows[0]?.path === path) byNumber++;
    else faults.push(`第${task.number}项：编号`);
    for (const { name } of task.units) {
      const found = ofUnit.get(name) ?? new Set((await asking(name)).rows.map((row) => row.path));
      ofUnit.set(name, found);
      pairs++;
      if (found.has(path)) byUnit++;
      else faults.push(`第${task.number}项：${name}`);
    }
  }
  const count = plan.tasks.length;
  return {
    name: '任务',
    queries: count * 2 + ofUnit.size,
    figures: {
      中段八字居首: share(byText, count),
      编号居首: share(byNumber, count),
      列于单位之下: share(byUnit, pairs),
    },
    faults,
  };
}

async function questions(name: string, file: string, asking: (query: string) => Promise<Asked>): Promise<Part> {
  const all = lines(file);
  const faults: string[] = [];
  let first = 0;
  let three = 0;
  let empty = 0;
  for (const line of all) {
    const [query = '', accepted = ''] = line.split('\t');
    const right = accepted.split(',').map(Number);
    const { rows } = await asking(query);
    const found = measuresOf(rows);
    if (rows.length === 0) empty++;
    if (right.includes(found[0] ?? 0)) first++;
    else faults.push(`${query}：应为 ${accepted}，实为 ${found.slice(0, 3)}`);
    if (found.slice(0, 3).some((number) => right.includes(number))) three++;
  }
  return {
    name,
    queries: all.length,
    figures: { 第一位: share(first, all.length), 前三位: share(three, all.length), 无结果: empty },
    faults,
  };
}

async function offTopic(name: string, file: string, asking: (query: string) => Promise<Asked>): Promise<Part> {
  const all = lines(file);
  const faults: string[] = [];
  let none = 0;
  let honest = 0;
  for (const query of all) {
    const { rows } = await asking(query);
    if (rows.length === 0) none++;
    if (rows.every(({ match }) => match === 'related')) honest++;
    else faults.push(`${query}：${rows[0]?.path}`);
  }
  return {
    name,
    queries: all.length,
    figures: { 无结果或仅相关: share(honest, all.length), 无结果: share(none, all.length) },
    faults,
  };
}

const server = await preview({ server: { port: 0 }, logLevel: 'error' });
const address = `http://localhost:${server.port}${base}`;
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ['--no-sandbox', '--disable-background-networking'],
});
try {
  const page = await openSearch(browser, address);
  const times = new Map<string, number>();
  const asking = async (query: string) => {
    const asked = await ask(page, query);
    if (!times.has(query)) times.set(query, asked.milliseconds);
    return asked;
  };
  const parts = [
    await exactTerms(asking, plan),
    await tasks(asking, plan),
    await questions('自然问法（样本）', 'natural-queries.tsv', asking),
    await questions('自然问法（自写一）', 'own-natural.tsv', asking),
    await questions('自然问法（自写二，留存）', 'held-out-natural.tsv', asking),
    await offTopic('题外（样本）', 'off-topic-queries.txt', asking),
    await offTopic('题外（自写）', 'own-off-topic.txt', asking),
  ];
  const first = [...times.values()];
  const again: number[] = [];
  for (const query of times.keys()) again.push((await ask(page, query)).milliseconds);
  const cold = [];
  for (const query of ['电费太贵', plan.tasks[0]?.text.slice(0, slice) ?? '', '有困难找谁', '企'])
    cold.push({ query, ...(await coldBytes(browser, address, query)) });
  parts.push({
    name: '快慢与大小',
    queries: times.size,
    figures: {
      初问中位毫秒: Math.round(percentile(first, 0.5)),
      初问九五分位毫秒: Math.round(percentile(first, 0.95)),
      再问中位毫秒: Math.round(percentile(again, 0.5)),
      再问九五分位毫秒: Math.round(percentile(again, 0.95)),
      再问最大毫秒: Math.round(Math.max(...again)),
      首答千字节: (Math.max(...cold.map(({ search }) => search)) / 1000).toFixed(1),
      连同页面: (Math.max(...cold.map(({ all }) => all)) / 1000).toFixed(1),
    },
    faults: cold.map(({ query, search, all }) => `${query}：${search} 字节，连同页面 ${all} 字节`),
  });
  await mkdir('.build', { recursive: true });
  await writeFile(report, `${JSON.stringify(parts, null, 2)}\n`);
  for (const { name, queries, figures } of parts)
    console.log(
      [
        name.padEnd(16, '　'),
        String(queries).padStart(4),
        ...Object.entries(figures).map(([key, value]) => `${key} ${value}`),
      ].join('  '),
    );
  console.log(`详情：${report}`);
} finally {
  await browser.close();
  await server.stop();
}
