import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Measure, Plan } from '../../src/model/types.ts';
import { measurePath, planPath, taskPath, unitPath, unitsPath } from '../../src/routes/paths.ts';
import { type PlanPageKind, planPages, type SitePageKind, sitePages } from '../../src/routes/site-pages.ts';
import type { Thesaurus } from '../../src/schema/thesaurus.ts';

/*
 * How well search answers the queries of a folder. What a file holds is told by its name; columns are separated by tabs, lines that
 * begin with # are left out:
 * - `*off-topic*.txt`: queries, one a line, that the handbook does not answer;
 * - other `*.txt`: exact terms, whose right measures are those that hold them verbatim;
 * - `*officials*.tsv`: query, right pages joined by bars: `unit:` with its id, `task:` and `measure:` with a number, `page:` with
 *   the key of a page of the site or of the plan, `units` for the page of any unit or their index, `doc` for the plan;
 * - `*slips*.tsv`: kind of slip, what was typed, the right measures as below, or `unit` for the page of any unit, `unit:` with an id
 *   for that of one;
 * - other `*.tsv`: query, numbers of the right measures with commas between; a third column of numbers names the right tasks.
 * `thresholds.json` names the plan that all of them are about, and for each file the most queries that may fall short of each demand.
 */

/** A result, as far as it is judged. */
export interface JudgedRow {
  /** Relative to the site's base. */
  path: string;
  match: string;
}

/** An answer, as far as it is judged. */
export interface JudgedAnswer {
  rows: readonly JudgedRow[];
  /** The rows are folded, as none of them answers the query as a whole. */
  isFolded: boolean;
  /** The reader is told where the matter belongs. */
  isTold: boolean;
}

export interface JudgedSearch {
  ask(query: string): Promise<JudgedAnswer>;
  /** What is offered to a reader who may have mistyped, best first. */
  offers(query: string): Promise<readonly string[]>;
}

/** For each demand the queries that fall short of it, with what was found. */
type Shortfalls = Record<string, string[]>;

/** How a set of queries is answered. */
export interface QualityReport {
  name: string;
  queries: number;
  shortfalls: Shortfalls;
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

const numbersIn = (list: string) => list.split(',').map(Number);
const officialTexts = ({ title, listTitle, environment, text, unitsText, tasks }: Measure) => [
  title,
  listTitle ?? '',
  environment?.title ?? '',
  text,
  unitsText,
  ...tasks.flatMap((task) => [task.text, task.unitsText]),
];
const measuresThatHold = (plan: Plan, words: readonly string[]) =>
  plan.measures
    .filter((measure) => officialTexts(measure).some((text) => words.some((word) => text.includes(word))))
    .map(({ number }) => number);

/** What a set of queries is asked of. */
interface Asked {
  search: JudgedSearch;
  plan: Plan;
}

async function exactTerms(terms: readonly string[], { search, plan }: Asked): Promise<Shortfalls> {
  const shortfalls = { 没有找全: [] as string[], 多出: [] as string[], 第一位不对: [] as string[] };
  for (const term of terms) {
    const right = measuresThatHold(plan, [term]);
    const { rows } = await search.ask(term);
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

async function questions(lines: readonly string[], { search, plan }: Asked): Promise<Shortfalls> {
  const shortfalls: Record<'第一位不对' | '前三位没有' | '无结果' | '被收起' | '指到别处', string[]> & {
    任务不对?: string[];
  } = {
    第一位不对: [],
    前三位没有: [],
    无结果: [],
    被收起: [],
    指到别处: [],
  };
  for (const line of lines) {
    const [query = '', accepted = '', third = ''] = line.split('\t');
    const right = numbersIn(accepted);
    const { rows, isFolded, isTold } = await search.ask(query);
    const found = measuresFound(rows, plan).slice(0, 3);
    const report = `${query}：应为 ${accepted}，实为 ${found}`;
    if (!right.includes(found[0] ?? 0)) shortfalls.第一位不对.push(report);
    if (!found.some((number) => right.includes(number))) shortfalls.前三位没有.push(report);
    if (rows.length === 0) shortfalls.无结果.push(query);
    if (isFolded) shortfalls.被收起.push(query);
    if (isTold) shortfalls.指到别处.push(query);
    if (!/^[\d,]+$/u.test(third)) continue;
    shortfalls.任务不对 ??= [];
    const [first] = rows.flatMap(({ path }) => plan.tasks.find((task) => path === taskPath(task)) ?? []);
    if (!numbersIn(third).includes(first?.number ?? 0))
      shortfalls.任务不对.push(`${query}：应为 ${third}，实为 ${first?.number}`);
  }
  return shortfalls;
}

async function offTopic(queries: readonly string[], { search }: Asked): Promise<Shortfalls> {
  const shortfalls = { 当作答案: [] as string[], 没有说明也没有收起: [] as string[] };
  for (const query of queries) {
    const { rows, isFolded, isTold } = await search.ask(query);
    if (rows.some(({ match }) => match !== 'related')) shortfalls.当作答案.push(`${query}：${rows[0]?.path}`);
    if (rows.length > 0 && !isFolded && !isTold) shortfalls.没有说明也没有收起.push(`${query}：${rows[0]?.path}`);
  }
  return shortfalls;
}

/** Whether a path is the page that a name of `*officials*.tsv` stands for, or on it. */
function isPage(path: string, name: string, plan: Plan): boolean {
  const [kind, id = ''] = name.split(':');
  if (kind === 'unit') return path.startsWith(unitPath({ id }));
  if (kind === 'task') return plan.tasks.some((task) => task.number === Number(id) && path === taskPath(task));
  if (kind === 'measure') return path.startsWith(measurePath({ plan, number: Number(id) }));
  if (kind === 'units') return path.startsWith(unitsPath);
  if (kind === 'page')
    return path === (sitePages[id as SitePageKind]?.path ?? planPages[id as PlanPageKind]?.path(plan.id));
  if (kind === 'doc') return path.startsWith(planPath(plan)) && !path.startsWith(`${planPath(plan)}measures/`);
  throw new Error(`无法理解“${name}”`);
}

async function officials(lines: readonly string[], { search, plan }: Asked): Promise<Shortfalls> {
  const shortfalls = { 第一位不对: [] as string[], 前三位没有: [] as string[] };
  for (const line of lines) {
    const [query = '', right = ''] = line.split('\t');
    const { rows } = await search.ask(query);
    const isRight = ({ path }: JudgedRow) => right.split('|').some((name) => isPage(path, name, plan));
    const report = `${query}：应为 ${right}，实为 ${rows[0]?.path}`;
    if (!rows.slice(0, 1).some(isRight)) shortfalls.第一位不对.push(report);
    if (!rows.slice(0, 3).some(isRight)) shortfalls.前三位没有.push(report);
  }
  return shortfalls;
}

async function slips(lines: readonly string[], { search, plan }: Asked): Promise<Shortfalls> {
  const shortfalls = { 第一位和首个建议都不对: [] as string[] };
  for (const line of lines) {
    const [, typed = '', right = ''] = line.split('\t');
    const isRight = (rows: readonly JudgedRow[]) =>
      right.startsWith('unit')
        ? isPage(rows[0]?.path ?? '', right === 'unit' ? 'units' : right, plan)
        : numbersIn(right).includes(measuresFound(rows, plan)[0] ?? 0);
    const { rows } = await search.ask(typed);
    if (isRight(rows)) continue;
    const [offer] = await search.offers(typed);
    if (!offer || !isRight((await search.ask(offer)).rows))
      shortfalls.第一位和首个建议都不对.push(`${typed}：应为 ${right}，第一位 ${rows[0]?.path}，建议 ${offer}`);
  }
  return shortfalls;
}

/** Every search word of a measure and every reader's word of the thesaurus, typed whole: a measure that owns it comes first. */
async function vocabulary(thesaurus: Thesaurus, { search, plan }: Asked): Promise<QualityReport> {
  const owners = new Map<string, number[]>();
  const add = (word: string, numbers: readonly number[]) => owners.set(word, [...(owners.get(word) ?? []), ...numbers]);
  for (const { number, searchTerms } of plan.measures) for (const word of searchTerms) add(word, [number]);
  for (const { words, means } of thesaurus) {
    const holders = measuresThatHold(plan, means);
    if (holders.length > 0) for (const word of words) add(word, holders);
  }
  const shortfalls = { 第一位不对: [] as string[] };
  for (const [word, right] of owners) {
    const [first] = measuresFound((await search.ask(word)).rows, plan);
    if (!right.includes(first ?? 0)) shortfalls.第一位不对.push(`${word}：应为 ${right}，实为 ${first}`);
  }
  return { name: '词汇', queries: owners.size, shortfalls };
}

/** In characters: the part of a task's text by which it is looked for. */
const partLength = 8;

/** Every task of the plan by words from the middle of its text, by its number, and among the results of each of its units. */
async function tasks({ search, plan }: Asked): Promise<QualityReport> {
  const shortfalls = { 中段八字不居首: [] as string[], 编号不居首: [] as string[], 不列于单位之下: [] as string[] };
  const ofUnit = new Map<string, Set<string>>();
  const paths = async (query: string) => (await search.ask(query)).rows.map(({ path }) => path);
  for (const task of plan.tasks) {
    const path = taskPath(task);
    const middle = Math.max(0, Math.floor((task.text.length - partLength) / 2));
    const words = task.text.slice(middle, middle + partLength);
    if ((await paths(words))[0] !== path) shortfalls.中段八字不居首.push(`第${task.number}项：“${words}”`);
    if ((await paths(`第${task.number}项`))[0] !== path) shortfalls.编号不居首.push(`第${task.number}项`);
    for (const { name } of task.units) {
      const found = ofUnit.get(name) ?? new Set(await paths(name));
      ofUnit.set(name, found);
      if (!found.has(path)) shortfalls.不列于单位之下.push(`第${task.number}项：${name}`);
    }
  }
  return { name: '任务', queries: plan.tasks.length * 2 + ofUnit.size, shortfalls };
}

type Judge = (lines: readonly string[], asked: Asked) => Promise<Shortfalls>;
/** The first that a file's name fits judges it. */
const judges: [name: RegExp, judge: Judge][] = [
  [/off-topic.*\.txt$/u, offTopic],
  [/\.txt$/u, exactTerms],
  [/officials.*\.tsv$/u, officials],
  [/slips.*\.tsv$/u, slips],
  [/\.tsv$/u, questions],
];

/** Asks all queries of a folder, for every task of the plan, and for every word of its vocabulary. */
export async function searchQuality(
  folder: string,
  search: JudgedSearch,
  plan: Plan,
  thesaurus: Thesaurus,
): Promise<QualityReport[]> {
  const asked = { search, plan };
  const reports = [await tasks(asked), await vocabulary(thesaurus, asked)];
  for (const name of readdirSync(folder).sort()) {
    const judge = judges.find(([pattern]) => pattern.test(name))?.[1];
    if (!judge) continue;
    const lines = readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    reports.push({ name, queries: lines.length, shortfalls: await judge(lines, asked) });
  }
  return reports;
}
