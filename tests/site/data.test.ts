import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { dataFiles } from '../../src/exports/dataset/files.ts';
import { type TableName, tableNames } from '../../src/exports/dataset/tables.ts';
import { handoutFile, reportFile } from '../../src/exports/handout/files.ts';
import { dutiesOf } from '../../src/model/duties.ts';
import { anchorSuffix } from '../../src/model/plan.ts';
import {
  dataIndexPath,
  dataPath,
  feedPath,
  handoutPath,
  measurePath,
  plansDataPath,
  reportPath,
  targetAnchor,
  targetsPath,
  taskAnchor,
  tasksPath,
  unitPrintPath,
  unitsPath,
  updatesPath,
} from '../../src/routes/paths.ts';
import { fileSize } from '../../src/text/file-size.ts';
import { changesOf } from '../../src/views/changes.ts';
import { type HandoutFormat, handoutFormats, handoutOf, reportFormats } from '../../src/views/handout.ts';
import { fileFor, handbook, pageAt, pageOfDuties, pages, pageWithPlan, rowsOf } from './built-site.ts';

const { base } = handbook.site;

/** The fields of rows that are read here; each table has some of them. */
interface Row {
  number: number;
  id: string;
  name: string;
  text: string;
  innovation: boolean;
  url: string;
}

/** A data file as a reader downloads it. */
function download(path: string): Buffer {
  return readFileSync(fileFor(base + path) ?? assert.fail(`没有文件 ${base}${path}`));
}

for (const plan of handbook.plans) {
  const folder = dataPath(plan);
  const json = (table: TableName): Row[] => JSON.parse(download(`${folder}${table}.json`).toString());

  test(`${plan.id}: data files hold what the model holds, byte for byte`, () => {
    for (const { name, content } of dataFiles(handbook, plan))
      assert.ok(download(folder + name).equals(Buffer.from(content)), name);
  });

  test(`${plan.id}: CSV files begin with a byte order mark and have a row for each in JSON`, () => {
    for (const table of tableNames([plan])) {
      const content = download(`${folder}${table}.csv`);
      assert.deepEqual([...content.subarray(0, 3)], [0xef, 0xbb, 0xbf], table);
      assert.equal(parse(content, { bom: true, columns: true }).length, json(table).length, table);
    }
  });

  test(`${plan.id}: pages show as many measures, tasks, targets and units as the data`, () => {
    const rows = plan.annex ? pageAt(tasksPath(plan)).$('tr[id^=task-]').length : 0;
    assert.equal(rows, json('tasks').length);
    assert.equal(pageAt(targetsPath(plan)).$('tr[id^=target-]').length, json('targets').length + json('limits').length);
    const units = pageAt(unitsPath).$;
    for (const unit of json('units')) assert.ok(units(`main a[href="${base}units/${unit.id}/"]`).length > 0, unit.name);
    for (const { number } of json('measures')) pageAt(measurePath({ plan, number }));
  });

  test(`${plan.id}: what the data says of a task stands on its row`, () => {
    if (!plan.annex) return;
    const { $ } = pageAt(tasksPath(plan));
    for (const task of json('tasks')) {
      const text = $(`#${taskAnchor(task)}`)
        .text()
        .replace(/\s+/gu, '');
      assert.ok(text.includes(task.text.replace(/\s+/gu, '')), `第${task.number}项`);
      assert.equal(text.includes('自主创新举措'), task.innovation, `第${task.number}项`);
    }
  });

  test(`${plan.id}: every address in the data leads to its place`, () => {
    const rows = tableNames([plan]).flatMap((table) => json(table));
    for (const { url } of rows) {
      const { pathname, hash } = new URL(url, 'http://handbook.test');
      const page = pages.find(({ address }) => address === pathname) ?? assert.fail(`没有页面 ${url}`);
      if (hash) assert.equal(page.$(hash).length, 1, url);
    }
    for (const { id } of json('targets')) assert.ok(rows.some(({ url }) => url.endsWith(`#${targetAnchor({ id })}`)));
  });

  test(`${plan.id}: the data page offers every file`, () => {
    for (const page of [pageWithPlan(dataIndexPath, plan), pageAt(folder)])
      for (const { name } of dataFiles(handbook, plan))
        assert.ok(page.$(`main a[href="${base}${folder}${name}"]`).length > 0, name);
  });
}

test('a link to a Word or Excel file, or to a table of a unit, says what it holds and the size that the file has', () => {
  let links = 0;
  for (const { $, address } of pages)
    for (const link of $('a[href$=".docx"], a[href$=".xlsx"], a[href*="/units/"][href$=".csv"]').toArray()) {
      const [, holds = '', size] = /^(.+)（.+，(.+)）$/u.exec($(link).text()) ?? [];
      const path = ($(link).attr('href') ?? '').slice(base.length);
      assert.equal(size, fileSize(download(path).length), `${address} ${path}`);
      assert.ok(holds.length > 1 && $(link).attr('aria-label')?.startsWith($(link).text()), `${address} ${path}`);
      links++;
    }
  assert.ok(links > 0);
});

test('a Word or Excel file is kept under a name that says of which document, whose and what it is', () => {
  let count = 0;
  for (const plan of handbook.plans)
    for (const { address, $ } of pages) {
      const links = $(`a[download][href^="${base}${dataPath(plan)}"]:is([href$=docx], [href$=xlsx])`).toArray();
      for (const link of links) {
        const [path = '', name = ''] = [$(link).attr('href'), $(link).attr('download')];
        const unit = handbook.units.find(({ id }) => new RegExp(`/units/${id}(-report)?\\.`, 'u').test(path));
        const holds = $(link).text().split('（')[0];
        assert.equal(name, `${[plan.title, unit?.name, holds].filter(Boolean).join('-')}${extname(path)}`, address);
        count++;
      }
    }
  assert.ok(count > handbook.units.length);
});

test('the data page leads to the index of all plans, and says on which terms the data may be used', () => {
  const { name, url } = handbook.site.licence;
  for (const page of [pageAt(dataIndexPath), ...handbook.plans.map((plan) => pageAt(dataPath(plan)))]) {
    assert.match(page.$('main').text(), new RegExp(`使用许可：\\s*${name ?? '发布单位还没有写明'}`, 'u'), page.address);
    if (url) assert.ok(page.$(`main a[href="${url}"]`).length > 0, page.address);
  }
  const { $ } = pageAt(dataIndexPath);
  assert.equal($(`main a[href="${base}${plansDataPath}"]`).length, 1);
  assert.match($('main').text(), /utf-8-sig[\s\S]*UTF-8-BOM/u);
  const listed: { id: string }[] = JSON.parse(download(plansDataPath).toString());
  assert.deepEqual(
    listed.map(({ id }) => id),
    handbook.plans.map(({ id }) => id),
  );
  const explained = $('#plans th[scope=row]')
    .toArray()
    .map((head) => $(head).text());
  for (const field of new Set(['status', 'coming', ...listed.flatMap(Object.keys)]))
    assert.ok(explained.includes(field), field);
});

test('the updates list every document, correction and published progress of their plans, and the footer leads there', () => {
  const listed = pages
    .filter(({ address }) => address.startsWith(base + updatesPath))
    .flatMap(({ $ }) =>
      $('main li a')
        .toArray()
        .map(({ attribs }) => attribs.href),
    );
  const counts = handbook.plans.map(
    ({ corrections, targets, tasks }) =>
      1 + corrections.length + [...targets, ...tasks].flatMap(({ progress }): unknown[] => progress).length,
  );
  const addresses = handbook.plans.flatMap((plan) => changesOf(plan).map(({ path }) => base + path));
  assert.equal(
    addresses.length,
    counts.reduce((sum, count) => sum + count, 0),
  );
  assert.deepEqual(
    addresses.filter((address) => !listed.includes(address)),
    [],
  );
  for (const { $, address } of pages) {
    assert.equal($(`footer a[href="${base}${updatesPath}"]`).length, 1, address);
    assert.equal($(`footer a[href="${base}${feedPath}"]`).length, handbook.site.origin ? 1 : 0, address);
  }
});

for (const plan of handbook.plans) {
  test(`${plan.id}: every unit that the plan names has its sheets, and the site serves them as written`, async () => {
    for (const unit of handbook.units) {
      const handout = handoutOf(handbook, plan, unit);
      if (handout.tasks.length + handout.measures.length === 0) continue;
      for (const format of Object.keys(handoutFormats) as HandoutFormat[])
        assert.ok(
          download(handoutPath(plan, unit, format)).equals(Buffer.from(await handoutFile(handout, format))),
          `${unit.name} ${format}`,
        );
      for (const format of reportFormats)
        assert.ok(
          download(reportPath(plan, unit, format)).equals(Buffer.from(await reportFile(handout, format))),
          `${unit.name} ${format}`,
        );
    }
    for (const format of ['xlsx', 'docx'] as const)
      assert.ok(
        download(handoutPath(plan, undefined, format)).equals(
          Buffer.from(await handoutFile(handoutOf(handbook, plan), format)),
        ),
        format,
      );
    for (const format of reportFormats)
      assert.ok(
        download(reportPath(plan, undefined, format)).equals(
          Buffer.from(await reportFile(handoutOf(handbook, plan), format)),
        ),
        format,
      );
  });

  test(`${plan.id}: a list narrowed to a unit tells the sizes of that unit's files`, () => {
    if (!plan.annex) return;
    const { $ } = pageAt(tasksPath(plan));
    const patterns = $('[data-unit-files] a:has(span)')
      .toArray()
      .map((link) => $(link).attr('data-of') ?? '');
    assert.equal(patterns.length, Object.keys(handoutFormats).length + reportFormats.length);
    const sizes: Record<string, string[]> = JSON.parse($('[data-unit-files]').attr('data-unit-files') ?? '{}');
    const options = $('select[name=unit] option[value!=""]').toArray();
    assert.ok(options.length > 0);
    for (const option of options)
      assert.deepEqual(
        sizes[$(option).attr('value') ?? ''],
        patterns.map((pattern) =>
          fileSize(download(pattern.slice(base.length).replace('*', $(option).attr('value') ?? '')).length),
        ),
        $(option).text(),
      );
  });

  test(`${plan.id}: a unit's page for paper holds its tasks and measures to the letter`, () => {
    for (const unit of handbook.units.filter((one) => dutiesOf(handbook, one).length > 0)) {
      const page = pageOfDuties(unit, plan, unitPrintPath);
      const text = page.$('.paper').text().replace(/\s+/gu, '');
      const { tasks, measures } = handoutOf(handbook, plan, unit);
      for (const { text: words } of [...tasks, ...measures])
        assert.ok(text.includes(words.replace(/\s+/gu, '')), unit.name);
      assert.deepEqual(
        rowsOf(page, plan, '.paper tr[id^=task-]'),
        tasks.map((task) => taskAnchor(task, anchorSuffix(handbook, plan))),
        unit.name,
      );
    }
  });
}
