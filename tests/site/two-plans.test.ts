import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { comparedPairs } from '../../src/model/compared-pairs.ts';
import { dutiesIn } from '../../src/model/duties.ts';
import {
  comparePath,
  dataIndexPath,
  dataPath,
  measurePath,
  overviewPath,
  planPath,
  plansDataPath,
  printPath,
  searchPath,
  targetsPath,
  tasksPath,
  termsPath,
  topicPath,
  unitPath,
  unitPrintPath,
  unitsPath,
} from '../../src/routes/paths.ts';
import type { Catalogue, CatalogueFile } from '../../src/search/shared/catalogue.ts';
import { indexFolder } from '../../src/search/shared/index-layout.ts';
import { chineseNumeral } from '../../src/text/numerals.ts';
import { comparePlans } from '../../src/views/plan-comparison.ts';
import { reportedInPlan } from '../../src/views/progress.ts';
import { countyWithNext, edited, newerPlan, olderPlan } from '../fixtures/county.ts';
import { replace } from '../fixtures/mini.ts';
import { reportedCounty } from '../fixtures/progress.ts';
import { buildSiteToTest } from '../fixtures/project.ts';

/*
 * The site of two plans of different shape, the older replaced by the newer. What is asked of every site is asked of it too:
 * those tests read the folders from the environment when they are loaded.
 */
const basis = '测试用的依据，不是真实的废止。';
await buildSiteToTest(
  edited(countyWithNext, {
    // Below a base that is not the root an address without it is seen; with an origin it is published whole.
    'site.yaml': replace('origin:\nbase: /\n', 'origin: https://portal.test\nbase: /portal/handbook/\n'),
    [`plans/${olderPlan}/plan.mdx`]: replace(
      'environments:\n',
      `status:\n  kind: replaced\n  by: ${newerPlan}\n  basis: ${basis}\nenvironments:\n`,
    ),
    ...reportedCounty,
  }),
);

for (const suite of [
  'official',
  'pages',
  'text',
  'units',
  'support',
  'terms',
  'targets',
  'collation',
  'tags',
  'progress',
  'data',
])
  await import(`./${suite}.test.ts`);
const { fileFor, handbook, pageAt, pages } = await import('./built-site.ts');

const { base } = handbook.site;
const newer = handbook.plans.find(({ id }) => id === newerPlan) ?? assert.fail();
const older = handbook.plans.find(({ id }) => id === olderPlan) ?? assert.fail();
/** A unit that both plans name. */
const shared =
  handbook.units.find(
    (unit) => unit.kind === 'unit' && handbook.plans.every((plan) => dutiesIn(plan, unit).tasks.length > 0),
  ) ?? assert.fail();
const read = (path: string) => readFileSync(fileFor(base + path) ?? assert.fail(path), 'utf8');

test('every page of a plan that was replaced says so, with its basis and the way to the other; no other page does', () => {
  const own = new Set(
    [
      planPath(older),
      overviewPath(older),
      tasksPath(older),
      targetsPath(older),
      printPath(older),
      `${planPath(older)}collation/`,
      dataPath(older),
      ...older.measures.map(measurePath),
    ].map((path) => base + path),
  );
  for (const { address, $ } of pages) {
    const banner = $('[data-plan-status=replaced]');
    assert.equal(banner.length, own.has(address) ? 1 : 0, address);
    if (!own.has(address)) continue;
    assert.ok(banner.text().includes(basis) && banner.text().includes(newer.cited), address);
    assert.equal(banner.find(`a[href="${base}${planPath(newer)}"]`).length, 1, address);
    assert.equal(banner.closest('.print\\:hidden').length, 0, address);
  }
});

test('the front door opens with the plan in force and lists both', () => {
  const { $ } = pageAt('');
  assert.ok($('h1').parent().text().includes(newer.title));
  for (const plan of handbook.plans)
    assert.ok($(`main section li a[href="${base}${planPath(plan)}"]`).length > 0, plan.id);
  assert.ok($('main section li').text().includes('已被代替'));
});

test('a unit that both plans name has a part for each, told apart by title, number and status, on screen and on paper', () => {
  for (const path of [unitPath(shared), unitPrintPath(shared)]) {
    const { $ } = pageAt(path);
    const heads = $('main section > h2')
      .toArray()
      .map((head) => $(head).text().replace(/\s+/gu, ''));
    const [first, second] = heads.filter((head) => head.includes('〕'));
    assert.ok(first?.includes(newer.cited) && !first.includes('已被代替'), path);
    assert.ok(second?.includes(older.cited) && second.includes('已被代替'), path);
  }
});

test('places of terms, needs and the index of units name the plan that they belong to', () => {
  const topic =
    handbook.topics.find((one) =>
      handbook.plans.every(({ tasks }) => tasks.some(({ topics }) => topics.includes(one))),
    ) ?? assert.fail();
  for (const plan of handbook.plans) {
    assert.ok(
      pageAt(termsPath)
        .$('main li')
        .text()
        .includes(`${plan.shortTitle} ${plan.numbering === 'points' ? '措施' : '第'}`),
      plan.id,
    );
    assert.ok(pageAt(unitsPath).$(`#matrix-${plan.id} h2`).text().includes(plan.shortTitle), plan.id);
    assert.ok(pageAt(topicPath(topic)).$('main').text().includes(plan.shortTitle), plan.id);
  }
});

test('search holds both plans, says which record is of which, and marks what is not in force', () => {
  const { textFolder, facets } = JSON.parse(read('search/index/catalogue.json')) as Catalogue;
  const count = older.measures.length + older.tasks.length + newer.measures.length + newer.tasks.length;
  const labels: string[] = [];
  for (let file = 0; fileFor(`${base}search/index/${textFolder}/${file}.json`); file++)
    for (const { kind, label } of JSON.parse(read(`search/index/${textFolder}/${file}.json`)))
      if (kind === 'measure' || kind === 'task') labels.push(label);
  assert.equal(labels.length, count);
  for (const label of labels)
    assert.equal(label.endsWith(' · 已被代替'), label.startsWith(older.cited), `${label}：${newer.number}`);
  const environments = facets.environment.map(({ label }: { label: string }) => label);
  assert.equal(new Set(environments).size, environments.length);
  const { dictionary } = JSON.parse(read('search/index/catalogue.json')) as CatalogueFile;
  const { measures } = JSON.parse(read(`search/index/${dictionary[0]}`));
  assert.equal(new Set(measures.map(({ name }: { name: string }) => name)).size, measures.length);
});

test('the data list every plan with its status', () => {
  const rows = JSON.parse(read(plansDataPath));
  assert.deepEqual(
    rows.map(({ id, number, status }: { id: string; number: string; status: object }) => ({ id, number, status })),
    [
      { id: newer.id, number: newer.number, status: { kind: 'in-force' } },
      { id: older.id, number: older.number, status: { kind: 'replaced', by: newer.id, basis } },
    ],
  );
  assert.equal(pageAt(dataIndexPath).$(`main a[href="${base}${plansDataPath}"]`).length, 1);
});

test('a list of five columns shows them, and the document its chapters and articles', () => {
  const list = pageAt(tasksPath(older)).$;
  assert.deepEqual(
    list('.task-table')
      .first()
      .find('thead th')
      .toArray()
      .map((head) => list(head).text()),
    older.annex?.columns,
  );
  const [, second] = older.environments;
  const [measure] = second?.measures ?? [];
  assert.ok(second && measure);
  const printed = `第三章${second.title}第${chineseNumeral(measure.number + 1)}条${measure.title}。`;
  for (const path of [planPath(older), printPath(older)])
    assert.ok(pageAt(path).$('main').text().replace(/\s+/gu, '').includes(printed), path);
});

test('the comparison shows every task of the newer plan once, and each that is not listed again', () => {
  const [pair] = comparedPairs(handbook);
  assert.ok(pair);
  const { measures, tasks } = comparePlans(pair.older, pair.newer);
  const { $ } = pageAt(comparePath(pair));
  assert.equal($('main li[id^=task-]').length, newer.tasks.length);
  assert.equal($('main li[id^=dropped-]').length, tasks.dropped.length);
  const counts = $('.lined tbody td')
    .toArray()
    .map((cell) => Number($(cell).text()));
  const countsOf = ({ fresh, continued, dropped }: typeof tasks | typeof measures) => [
    fresh.length,
    continued.length,
    continued.filter(({ numbersChanged }) => numbersChanged).length,
    dropped.length,
  ];
  assert.deepEqual(counts, [...countsOf(measures), ...countsOf(tasks)]);
  for (const { newer: task, text } of tasks.continued) {
    const words = (side: 'del' | 'ins') => {
      const copy = $(`#task-${task.number} .font-serif`).clone();
      copy.find(side).remove();
      return copy.text().replace(/\s+/gu, '');
    };
    assert.equal(words('del'), task.text.replace(/\s+/gu, ''), `第${task.number}项`);
    assert.equal(
      words('ins'),
      text
        .map((one) => (one.same ? one.text : one.left))
        .join('')
        .replace(/\s+/gu, ''),
    );
  }
});

test('both plans and the units that they share lead to the comparison', () => {
  const [pair] = comparedPairs(handbook);
  assert.ok(pair);
  const address = base + comparePath(pair);
  for (const plan of handbook.plans) assert.equal(pageAt(planPath(plan)).$(`main a[href="${address}"]`).length, 1);
  assert.equal(pageAt(unitPath(shared)).$(`main a[href="${address}#unit-${shared.id}"]`).length, 1);
  assert.equal(pageAt(comparePath(pair)).$(`#unit-${shared.id}`).length, 1);
});

test('a measure leads to the upper document that it carries out, whose text is there', () => {
  const [measure] = newer.measures;
  const upper = older.measures.find(({ mark }) => measure?.carriesOut[0]?.measures.includes(mark));
  assert.ok(measure && upper);
  assert.equal(pageAt(measurePath(measure)).$(`main a[href="${base}${measurePath(upper)}"]`).length, 1);
  assert.equal(pageAt(planPath(newer)).$(`dl a[href="${base}${planPath(older)}"]`).length, 1);
  assert.equal(pageAt(measurePath(upper)).$(`.measure-side a[href="${base}${measurePath(measure)}"]`).length, 1);
  const [basis] = older.basis;
  assert.ok(basis?.url);
  assert.equal(pageAt(planPath(older)).$(`dl a[href="${basis.url}"]`).text(), `《${basis.title}》（${basis.number}）`);
});

test('three targets and two rows of the newer plan have progress, which the suite above looks for', () => {
  const reported = reportedInPlan(newer);
  assert.deepEqual(
    reported.map(({ kind }) => kind),
    ['target', 'target', 'target', 'task', 'task'],
  );
  assert.deepEqual(reportedInPlan(older), []);
});

test('a search can be narrowed to one plan, which each measure and task belongs to', () => {
  assert.equal(pageAt(searchPath).$('select[name=plan]').length, 1);
  const catalogue = JSON.parse(read(`${indexFolder}catalogue.json`)) as Catalogue;
  const { plan: facet } = catalogue.facets;
  assert.deepEqual(
    facet.map(({ value }) => value),
    handbook.plans.map(({ id }) => id),
  );
  for (const { id, measures, tasks } of handbook.plans) {
    const position = facet.findIndex(({ value }) => value === id);
    const kindsOfPlan = catalogue.records.kinds.filter(
      (_, record) => catalogue.records.facets.plan[record]?.[0] === position,
    );
    assert.equal(kindsOfPlan.filter((kind) => kind === 'measure').length, measures.length);
    assert.equal(kindsOfPlan.filter((kind) => kind === 'task').length, tasks.length);
  }
});
