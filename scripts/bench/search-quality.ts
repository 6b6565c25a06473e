import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '../../src/model/types.ts';
import { measurePath, taskPath } from '../../src/routes/paths.ts';

/*
 * How well search answers the queries of a folder. What a file holds is told by its name:
 * - `*off-topic*.txt`: queries, one a line, that the handbook does not answer;
 * - other `*.txt`: exact terms, whose right measures are those that hold them verbatim;
 * - `*.tsv`: questions, each with a tab and the numbers of its right measures, separated by commas.
 * `thresholds.json` names the plan that all of them are about, and for each file the most queries that may fall short of each demand.
 */

/** A result, as far as it is judged. */
export interface JudgedRow {
  /** Relative to the site's base. */
  path: string;
  match: string;
}

export type Ask = (query: string) => Promise<readonly JudgedRow[]>;

/** How a set of queries is answered. */
export interface QualityReport {
  name: string;
  queries: number;
  /** For each demand the queries that fall short of it, with what was found. */
  shortfalls: Record<string, string[]>;
}

export interface Thresholds {
  /** The id of the plan. */
  plan: string;
  /** For each report and demand. */
  most: Record<string, Record<string, number>>;
}

export const readThresholds = (folder: string): Thresholds =>
  JSON.parse(readFileSync(join(folder, 'thresholds.json'), 'utf8'));

/** The numbers of the plan's measures on whose pages results stand, in order. */
function measuresFound(rows: readonly JudgedRow[], plan: Plan): number[] {
  const found = rows.flatMap(
    ({ path }) => plan.measures.find((measure) => path.startsWith(measurePath(measure))) ?? [],
  );
  return [...new Set(found.map(({ number }) => number))];
}

async function exactTerms(terms: readonly string[], ask: Ask, plan: Plan): Promise<QualityReport['shortfalls']> {
  const shortfalls = { 没有找全: [] as string[], 多出: [] as string[], 第一位不对: [] as string[] };
  for (const term of terms) {
    const right = plan.measures
      .filter(({ title, environment, text, unitsText, tasks }) =>
        [title, environment.title, text, unitsText, ...tasks.flatMap((task) => [task.text, task.unitsText])].some(
          (words) => words.includes(term),
        ),
      )
      .map(({ number }) => number);
    const rows = await ask(term);
    const exact = measuresFound(
      rows.filter(({ match }) => match === 'exact'),
      plan,
    );
    const missed = right.filter((number) => !exact.includes(number));
    const extra = exact.filter((number) => !right.includes(number));
    const [first = 0] = measuresFound(rows, plan);
    if (missed.length > 0) shortfalls.没有找全.push(`${term}：缺 ${missed}`);
    if (extra.length > 0) shortfalls.多出.push(`${term}：多 ${extra}`);
    if (!right.includes(first)) shortfalls.第一位不对.push(`${term}：${first}`);
  }
  return shortfalls;
}

async function questions(lines: readonly string[], ask: Ask, plan: Plan): Promise<QualityReport['shortfalls']> {
  const shortfalls = { 第一位不对: [] as string[], 前三位没有: [] as string[], 无结果: [] as string[] };
  for (const line of lines) {
    const [query = '', accepted = ''] = line.split('\t');
    const right = accepted.split(',').map(Number);
    const rows = await ask(query);
    const found = measuresFound(rows, plan).slice(0, 3);
    const report = `${query}：应为 ${accepted}，实为 ${found}`;
    if (!right.includes(found[0] ?? 0)) shortfalls.第一位不对.push(report);
    if (!found.some((number) => right.includes(number))) shortfalls.前三位没有.push(report);
    if (rows.length === 0) shortfalls.无结果.push(query);
  }
  return shortfalls;
}

async function offTopic(queries: readonly string[], ask: Ask): Promise<QualityReport['shortfalls']> {
  const shortfalls = { 当作答案: [] as string[], 有相关结果: [] as string[] };
  for (const query of queries) {
    const rows = await ask(query);
    if (rows.some(({ match }) => match !== 'related')) shortfalls.当作答案.push(`${query}：${rows[0]?.path}`);
    if (rows.length > 0) shortfalls.有相关结果.push(query);
  }
  return shortfalls;
}

/** In characters: the part of a task's text by which it is looked for. */
const partLength = 8;

/** Every task of the plan by words from the middle of its text, by its number, and among the results of each of its units. */
async function taskReport(ask: Ask, plan: Plan): Promise<QualityReport> {
  const shortfalls = { 中段八字不居首: [] as string[], 编号不居首: [] as string[], 不列于单位之下: [] as string[] };
  const ofUnit = new Map<string, Set<string>>();
  for (const task of plan.tasks) {
    const path = taskPath(task);
    const middle = Math.max(0, Math.floor((task.text.length - partLength) / 2));
    const words = task.text.slice(middle, middle + partLength);
    if ((await ask(words))[0]?.path !== path) shortfalls.中段八字不居首.push(`第${task.number}项：“${words}”`);
    if ((await ask(`第${task.number}项`))[0]?.path !== path) shortfalls.编号不居首.push(`第${task.number}项`);
    for (const { name } of task.units) {
      const found = ofUnit.get(name) ?? new Set((await ask(name)).map((row) => row.path));
      ofUnit.set(name, found);
      if (!found.has(path)) shortfalls.不列于单位之下.push(`第${task.number}项：${name}`);
    }
  }
  return { name: '任务', queries: plan.tasks.length * 2 + ofUnit.size, shortfalls };
}

/** Asks all queries of a folder, and for every task of the plan. */
export async function searchQuality(folder: string, ask: Ask, plan: Plan): Promise<QualityReport[]> {
  const reports = [await taskReport(ask, plan)];
  for (const name of readdirSync(folder)
    .filter((file) => /\.(?:txt|tsv)$/u.test(file))
    .sort()) {
    const lines = readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    const shortfalls = name.endsWith('.tsv')
      ? await questions(lines, ask, plan)
      : name.includes('off-topic')
        ? await offTopic(lines, ask)
        : await exactTerms(lines, ask, plan);
    reports.push({ name, queries: lines.length, shortfalls });
  }
  return reports;
}
