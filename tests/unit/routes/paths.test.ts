import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { absoluteUrl } from '../../../src/routes/absolute-url.ts';
import * as paths from '../../../src/routes/paths.ts';
import {
  linkedIn,
  planPageName,
  planPages,
  planPagesOf,
  type SitePageKind,
  sitePages,
} from '../../../src/routes/site-pages.ts';

const plan = { id: '2025-a', order: 0 };
const measure = { plan, number: 9 };
const task = { plan, measure, number: 37 };

test('addresses of pages and places are those that links and other programs depend on', () => {
  const promised: Partial<Record<SitePageKind, string>> = {
    home: '',
    search: 'search/',
    units: 'units/',
    support: 'support/',
    terms: 'terms/',
    data: 'data/',
    sitemap: 'sitemap/',
    accessibility: 'accessibility/',
    licences: 'licences/',
  };
  for (const [kind, path] of Object.entries(promised)) assert.equal(sitePages[kind as SitePageKind].path, path);
  assert.deepEqual(
    Object.values(planPages).map(({ path }) => path(plan.id)),
    [
      'plans/2025-a/',
      'plans/2025-a/overview/',
      'plans/2025-a/tasks/',
      'plans/2025-a/targets/',
      'plans/2025-a/collation/',
      'plans/2025-a/print/',
      'data/plans/2025-a/',
    ],
  );
  assert.deepEqual(
    [
      paths.measurePath(measure),
      paths.measurePath({ plan, number: 10 }),
      paths.taskPath(task),
      paths.targetPath({ id: 'gdp', measure }),
      paths.comparePath({ newer: plan, older: { id: '2024-b' } }),
      paths.unitPath({ id: 'ju' }),
      paths.unitPrintPath({ id: 'ju' }),
      paths.topicPath({ id: 'tax' }),
      paths.plansDataPath,
      paths.handoutPath({ ...plan, annex: {} }, undefined, 'xlsx'),
      paths.handoutPath(plan, undefined, 'docx'),
      paths.handoutPath(plan, { id: 'ju' }, 'csv'),
      paths.reportPath(plan, undefined, 'xlsx'),
      paths.reportPath(plan, { id: 'ju' }, 'docx'),
    ],
    [
      'plans/2025-a/measures/09/',
      'plans/2025-a/measures/10/',
      'plans/2025-a/measures/09/#task-37',
      'plans/2025-a/targets/#target-gdp',
      'plans/2025-a/compare/2024-b/',
      'units/ju/',
      'units/ju/print/',
      'support/tax/',
      'data/plans.json',
      'data/plans/2025-a/tasks.xlsx',
      'data/plans/2025-a/measures.docx',
      'data/plans/2025-a/units/ju.csv',
      'data/plans/2025-a/report.xlsx',
      'data/plans/2025-a/units/ju-report.docx',
    ],
  );
});

test('the link to a term keeps Chinese as it is, escapes what a fragment cannot hold and goes to the page of its plan', () => {
  assert.equal(paths.termPath(plan, '一网通办'), 'terms/#term-一网通办');
  assert.equal(paths.termPath({ order: 4 }, '1+4 园区'), 'terms/3/#term-1+4%20园区');
  for (const term of ['100%', '甲"乙', '<b>', '#'])
    assert.equal(decodeURIComponent(paths.termFragment(term)), `#${paths.termAnchor(term)}`);
});

test('an address has the base, and the host where there is one', () => {
  assert.equal(absoluteUrl({ base: '/' }, 'units/'), '/units/');
  assert.equal(absoluteUrl({ origin: 'https://a.test', base: '/b/' }, ''), 'https://a.test/b/');
});

const known = { words: { plan: '方案' }, compared: true };

test('a plan that was compared with no document has a record of doubts, and no corrections', () => {
  assert.equal(planPageName('collation', { ...known, compared: false }), '编辑所记的疑误');
});

test('a plan without a task list has no page of it, and a page of corrections in place of the collation', () => {
  assert.deepEqual(
    planPagesOf({ id: 'a', annex: {}, ...known }).map(({ name }) => name),
    ['方案原文', '一页概览', '任务清单', '量化目标', '方案与清单对照', '打印全文', '文档下载'],
  );
  assert.deepEqual(
    planPagesOf({ id: 'a', ...known }).map(({ name }) => name),
    ['方案原文', '一页概览', '量化目标', '更正记录', '打印全文', '文档下载'],
  );
  assert.equal(planPageName('tasks', known), null);
});

test('no two pages have one path or one name, and each place links to pages by name or in its own words', () => {
  for (const values of [
    Object.values(sitePages).map(({ path }) => path),
    Object.values(sitePages).map(({ name }) => name),
  ])
    assert.equal(new Set(values).size, values.length);
  assert.ok(
    linkedIn('footer').some(({ name, path }) => name === sitePages.sitemap.name && path === sitePages.sitemap.path),
  );
  const { support } = sitePages;
  assert.ok(linkedIn('notFound').some(({ name, path }) => name === support.notFound && path === support.path));
});

test('each entry of the tables of pages has one page file that says so', () => {
  const files = globSync('src/pages/**/*.astro');
  const said = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/subject=\{\{ kind: '([\w-]+)'/gu)].map(([, kind]) => kind),
  );
  const entries = [...Object.keys(sitePages), ...Object.keys(planPages)];
  assert.deepEqual(
    entries.filter((kind) => said.filter((one) => one === kind).length !== 1),
    [],
  );
});
