import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { load } from 'cheerio';
import mammoth from 'mammoth';
import readExcel from 'read-excel-file/node';
import { dutiesOf } from '../../src/model/duties.ts';
import { isTask, leadingPlan } from '../../src/model/plan.ts';
import type { Plan, Provision, Unit } from '../../src/model/types.ts';
import { pageOfPlan, pagePath, plansOnPage } from '../../src/routes/pagination.ts';
import {
  dataPath,
  feedPath,
  handoutPath,
  measurePath,
  overviewPath,
  planFilePath,
  printPath,
  targetsPath,
  tasksPath,
  topicPath,
  unitPath,
  unitPrintPath,
  updatesPath,
} from '../../src/routes/paths.ts';
import type { Display } from '../../src/search/shared/record.ts';
import { featuredTargets } from '../../src/views/figures.ts';
import { handoutOf } from '../../src/views/handout.ts';
import { type Reported, reportedInPlan, reportsOf } from '../../src/views/progress.ts';
import { fileFor, handbook, pages, site } from './built-site.ts';

/*
 * Where published progress stands, and that it stands nowhere else: in a site without any, nowhere at all. It is no text of the
 * document, and never where its words are copied from.
 */
const { base } = handbook.site;
const reports = handbook.plans.flatMap((plan) => reportedInPlan(plan).flatMap(reportsOf));

const provisionOf = (of: Reported) => (of.kind === 'target' ? of.provision : of);
const planOf = (of: Reported): Plan => provisionOf(of).plan;
/** The units on whose pages a target or row stands. */
const unitsOf = (of: Reported): Unit[] =>
  handbook.units.filter((unit) =>
    dutiesOf(handbook, unit).some(({ targets, tasks }) => [...targets, ...tasks].some((one) => one === of)),
  );

/** Whether a unit's sheet holds a target or row: the measures that name it stand there with all of their targets. */
const isHandedOut = (of: Reported, unit: Unit): boolean => handoutOf(handbook, planOf(of), unit).reported.includes(of);

/** The pages on which a target or row stands, the updates aside, relative to the base. */
function pagesWith(of: Reported): string[] {
  const provision = provisionOf(of);
  const plan = planOf(of);
  const leading = leadingPlan(handbook);
  return [
    measurePath(of.measure),
    printPath(plan),
    ...(isTask(provision) ? [tasksPath(plan)] : []),
    ...(of.kind === 'target' ? [targetsPath(plan), overviewPath(plan)] : []),
    ...(leading && of.kind === 'target' && featuredTargets(leading).includes(of) ? [''] : []),
    ...unitsOf(of).map(unitPath),
    ...handbook.units.filter((unit) => isHandedOut(of, unit)).map(unitPrintPath),
    ...provision.topics.map(topicPath),
  ];
}

/** The bytes of a file below the base. */
const read = (path: string) => readFileSync(fileFor(base + path) ?? assert.fail(`没有文件 ${path}`));

test('progress stands on every page of what it is of, and on no other', () => {
  const marked = pages.filter(({ $ }) => $('[data-progress]').length > 0).map(({ address }) => address);
  const expected = reports.flatMap(({ of }) => pagesWith(of).map((path) => base + path));
  assert.deepEqual(marked.sort(), [...new Set(expected)].sort());
  for (const { of, asOf, figure } of new Map(reports.map((one) => [one.of, one])).values())
    for (const path of pagesWith(of)) {
      const { $, address } = pages.find((page) => page.address === base + path) ?? assert.fail(path);
      const words = $('[data-progress]').text().replace(/\s+/gu, '');
      assert.ok(words.includes(asOf) && words.includes(figure.replace(/\s+/gu, '')), `${address}: ${asOf} ${figure}`);
    }
});

test('progress is marked as no part of the document, with a link to its publication', () => {
  for (const { $, address } of pages)
    for (const element of $('[data-progress]').toArray()) {
      const one = $(element);
      assert.equal(one.closest('[data-official],[data-words]').length, 0, address);
      assert.equal(one.find('[data-official],[data-words]').length, 0, address);
      assert.ok(one.is('[data-editorial]') || one.is('.paper-notes'), address);
    }
  for (const { of, source, words } of reports) {
    const path = of.kind === 'target' ? targetsPath(planOf(of)) : measurePath(of.measure);
    const { $ } = pages.find(({ address }) => address === base + path) ?? assert.fail(path);
    const entries = $('[data-progress] li').toArray();
    const entry = entries.map((one) => $(one)).find((one) => one.text().includes(`“${words}”`)) ?? assert.fail(words);
    assert.equal(entry.find(`a[href="${source.url}"]`).text(), source.title);
    assert.match(entry.closest('[data-progress]').text(), /公布的进展（不是.+内容）/u);
  }
});

test('it is said that goals are no results where nothing was published of them, and only there', () => {
  for (const plan of handbook.plans.filter(({ targets }) => targets.length > 0)) {
    const isReported = plan.targets.some(({ progress }) => progress.length > 0);
    for (const path of [targetsPath(plan), overviewPath(plan)]) {
      const { $ } = pages.find(({ address }) => address === base + path) ?? assert.fail(path);
      assert.equal(/提出的目标，不是完成情况/u.test($('main').text()), !isReported, path);
    }
  }
});

test('the updates and the feed have every report once, under the day of its publication', () => {
  for (const { of, asOf, figure, words } of reports) {
    const path = pagePath(updatesPath, pageOfPlan(planOf(of)));
    const { $ } = pages.find(({ address }) => address === base + path) ?? assert.fail(path);
    const item = $('main li')
      .toArray()
      .filter(
        (one) =>
          $(one)
            .text()
            .includes(asOf + figure) && $(one).text().includes(words),
      );
    assert.equal(item.length, 1, words);
  }
  if (!handbook.site.origin) return;
  const $ = load(read(feedPath).toString(), { xml: true });
  const dates = new Map(
    $('item')
      .toArray()
      .map((item) => [$(item).find('guid').text().replace(/^.*\//u, ''), $(item).find('pubDate').text()]),
  );
  const inFeed = new Set(handbook.plans.slice(0, plansOnPage));
  for (const { id, date, source } of reports.filter(({ of }) => inFeed.has(planOf(of))))
    assert.equal(
      new Date(dates.get(id) ?? assert.fail(id)).getTime(),
      Date.parse(`${source.publishedOn ?? date}T00:00:00+08:00`),
    );
});

test('twins in Markdown have the words and the address of every report', () => {
  for (const { of, words, source } of reports)
    for (const path of [measurePath(of.measure), ...unitsOf(of).map(unitPath)]) {
      // Markdown has `&` of an address behind a backslash.
      const twin = read(`${path}index.md`).toString().replaceAll('\\&', '&');
      assert.ok(twin.includes(source.url) && twin.includes(words), path);
    }
});

for (const plan of handbook.plans) {
  const own = reportedInPlan(plan);
  const rows = own.flatMap(reportsOf);
  const folder = dataPath(plan);

  test(`${plan.id}: the open data have a table of progress where there is any, and its rows are named in those of targets and tasks`, () => {
    const { resources } = JSON.parse(read(`${folder}datapackage.json`).toString());
    const named = resources
      .map(({ name }: { name: string }) => name)
      .filter((name: string) => name.startsWith('progress'));
    assert.deepEqual(named, rows.length > 0 ? ['progress', 'progress-csv'] : []);
    assert.equal(existsSync(join(site, `${folder}progress.json`)), rows.length > 0);
    const listOf = (name: string): { id: string; number: number; progress?: string[] }[] =>
      JSON.parse(read(`${folder}${name}.json`).toString());
    const ids = rows.map(({ id }) => id);
    if (rows.length > 0) {
      assert.deepEqual(
        listOf('progress').map(({ id }) => id),
        ids,
      );
      assert.deepEqual(
        [...listOf('targets'), ...listOf('tasks')].flatMap(({ progress }) => progress),
        ids,
      );
    } else for (const row of [...listOf('targets'), ...listOf('tasks')]) assert.ok(!('progress' in row));
  });

  test(`${plan.id}: Word, Excel and CSV files of the plan and of its units tell what was published of theirs, and no other`, async () => {
    const units = handbook.units.filter((unit) => dutiesOf({ plans: [plan] }, unit).length > 0);
    for (const unit of [undefined, ...units]) {
      // A CSV file has the rows of the list alone.
      const tasks: Provision[] = handoutOf(handbook, plan, unit).tasks;
      const held = own.filter((of) => !unit || isHandedOut(of, unit)).flatMap(reportsOf);
      const others = rows.filter((row) => !held.includes(row) && !held.some(({ words }) => words === row.words));
      const files: [path: string, text: string][] = [
        [handoutPath(plan, unit, 'xlsx'), JSON.stringify(await readExcel(read(handoutPath(plan, unit, 'xlsx'))))],
        [
          handoutPath(plan, unit, 'docx'),
          (await mammoth.extractRawText({ buffer: read(handoutPath(plan, unit, 'docx')) })).value,
        ],
        ...(unit
          ? [[handoutPath(plan, unit, 'csv'), read(handoutPath(plan, unit, 'csv')).toString()] as [string, string]]
          : []),
        ...(unit
          ? []
          : [
              [planFilePath(plan), (await mammoth.extractRawText({ buffer: read(planFilePath(plan)) })).value] as [
                string,
                string,
              ],
            ]),
      ];
      for (const [path, text] of files) {
        const told =
          path.endsWith('.csv') && plan.annex ? held.filter(({ of }) => tasks.includes(provisionOf(of))) : held;
        for (const { words, source } of told) {
          assert.ok(text.includes(words), `${path}: ${words}`);
          assert.ok(text.includes(source.title), path);
        }
        for (const { words } of others) assert.ok(!text.includes(words), `${path}: ${words}`);
        // A column of a plan's table is there for all of its rows.
        if (rows.length === 0 || (held.length === 0 && path.endsWith('.docx')))
          assert.ok(!text.includes('公布的进展'), path);
        else assert.match(text, /公布的进展/u, path);
      }
    }
  });
}

test('search has a record of every report, marked as no text of the document, and tells the last beside its target or row', () => {
  const texts = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /texts-\w+\/[^/]+\.json$/u.test(file),
  );
  assert.ok(texts.length > 0);
  const displays = texts.flatMap((file): Display[] => JSON.parse(readFileSync(join(site, file), 'utf8')));
  const found = displays.filter(({ kind }) => kind === 'progress');
  assert.equal(found.length, reports.length);
  for (const { label } of found) assert.match(label, /公布的进展，不是.+内容/u);
  const last = new Map(reports.map((report) => [report.of, report]));
  assert.equal(displays.filter(({ reported }) => reported !== undefined).length, last.size);
});
