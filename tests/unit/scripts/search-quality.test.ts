import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { type JudgedAnswer, type JudgedSearch, searchQuality } from '../../../scripts/bench/search-quality.ts';
import { measurePath, planPath, taskPath, unitPath } from '../../../src/routes/paths.ts';
import { county, handbookFrom } from '../../fixtures/county.ts';

const handbook = handbookFrom(county);
const plan = handbook.plans.find(({ tasks }) => tasks.length > 0) ?? assert.fail();
const [task = assert.fail()] = plan.tasks;
const right = task.measure;
const wrong = plan.measures.find(({ number }) => number !== right.number) ?? assert.fail();
const [unit = assert.fail()] = handbook.units;

const answer = (paths: string[], given: Partial<JudgedAnswer> = {}, match = 'related'): JudgedAnswer => ({
  rows: paths.map((path) => ({ path, match })),
  isFolded: false,
  isTold: false,
  ...given,
});
const found = answer([measurePath(right)]);
const missed = answer([measurePath(wrong)]);

/** The demands of which a file's only query falls short, when search answers so. */
async function shortOf(file: string, line: string, search: JudgedAnswer | JudgedSearch): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'queries-'));
  after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, file), `# kept out\n${line}\n`);
  const judged: JudgedSearch = 'rows' in search ? { ask: async () => search, offers: async () => [] } : search;
  const report = (await searchQuality(folder, judged, plan, [])).find(({ name }) => name === file);
  assert.equal(report?.queries, 1);
  return Object.entries(report.shortfalls).flatMap(([demand, { length }]) => Array<string>(length).fill(demand));
}

test('a question is to find its measure and its task, and not to be folded or sent elsewhere', async () => {
  const line = `问\t${right.number}`;
  const short = (answered: JudgedAnswer, columns = line) => shortOf('own.tsv', columns, answered);
  assert.deepEqual(await short(found), []);
  assert.deepEqual(await short(missed), ['第一位不对', '前三位没有']);
  assert.deepEqual(await short(answer([measurePath(wrong), measurePath(right)])), ['第一位不对']);
  assert.deepEqual(await short(answer([])), ['第一位不对', '前三位没有', '无结果']);
  assert.deepEqual(await short({ ...found, isFolded: true, isTold: true }), ['被收起', '指到别处']);
  assert.deepEqual(await short(answer([taskPath(task)]), `${line}\t${task.number}`), []);
  assert.deepEqual(await short(found, `${line}\t${task.number}`), ['任务不对']);
});

test('a query off topic is to have no answer, and its related rows are to be folded or told to be elsewhere', async () => {
  const short = (answered: JudgedAnswer) => shortOf('off-topic.txt', '问', answered);
  assert.deepEqual(await short(answer([])), []);
  assert.deepEqual(await short(found), ['没有说明也没有收起']);
  assert.deepEqual(await short({ ...found, isFolded: true }), []);
  assert.deepEqual(await short({ ...found, isTold: true }), []);
  assert.deepEqual(await short(answer([measurePath(right)], { isFolded: true }, 'synonym')), ['当作答案']);
});

test("a civil servant's query is to find the page that is named", async () => {
  const pages = {
    [`unit:${unit.id}`]: unitPath(unit),
    units: unitPath(unit),
    [`task:${task.number}`]: taskPath(task),
    [`measure:${right.number}`]: taskPath(task),
    [`measure:${wrong.number}|doc`]: `${planPath(plan)}#heading`,
  };
  for (const [name, path] of Object.entries(pages)) {
    assert.deepEqual(await shortOf('officials.tsv', `问\t${name}`, answer([path])), [], name);
    assert.deepEqual(await shortOf('officials.tsv', `问\t${name}`, answer(['help/', path])), ['第一位不对'], name);
  }
});

test('a slip is to be answered at once, or by what is offered first', async () => {
  const line = `homophone\t错\t${right.number}`;
  const offering = (...offers: string[]): JudgedSearch => ({
    ask: async (query) => (query === '对' ? found : missed),
    offers: async () => offers,
  });
  assert.deepEqual(await shortOf('slips.tsv', line, found), []);
  assert.deepEqual(await shortOf('slips.tsv', line, offering('对', '别的')), []);
  assert.deepEqual(await shortOf('slips.tsv', line, offering('别的', '对')), ['第一位和首个建议都不对']);
  assert.deepEqual(await shortOf('slips.tsv', line, offering()), ['第一位和首个建议都不对']);
});
