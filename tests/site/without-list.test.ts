import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { dutiesIn } from '../../src/model/duties.ts';
import { anchorSuffix } from '../../src/model/plan.ts';
import { pagePath } from '../../src/routes/pagination.ts';
import {
  collationPath,
  comparePath,
  handoutPath,
  measureAnchor,
  measurePath,
  planPath,
  printPath,
  targetAnchor,
  targetsPath,
  tasksPath,
  topicPath,
  unitPath,
} from '../../src/routes/paths.ts';
import { planCitation } from '../../src/views/citation.ts';
import { supportPages } from '../../src/views/support.ts';
import { countyWithNext, edited, newerPlan, olderPlan, withoutList } from '../fixtures/county.ts';
import { buildSiteToTest } from '../fixtures/project.ts';

/*
 * The site of two plans, of which the newer comes without a list of tasks. The tests of every site read the folders from the
 * environment when they are loaded.
 */
await buildSiteToTest(edited(countyWithNext, withoutList(newerPlan)));

for (const suite of [
  'official',
  'pages',
  'html',
  'tags',
  'terms',
  'support',
  'text',
  'units',
  'data',
  'targets',
  'access',
])
  await import(`./${suite}.test.ts`);
const { fileFor, handbook, pageAt, pages } = await import('./built-site.ts');

const { base } = handbook.site;
const plan = handbook.plans.find(({ id }) => id === newerPlan) ?? assert.fail();
const other = handbook.plans.find(({ id }) => id === olderPlan) ?? assert.fail();
const suffix = anchorSuffix(handbook, plan);
const bare = (text: string) => text.replace(/\s+/gu, '');

test('a plan without a list has no page of tasks, and nothing leads to one or speaks of its rows', () => {
  assert.equal(fileFor(base + tasksPath(plan)), undefined);
  assert.equal(pageAt(collationPath(plan)).$('.collated, .diff-refs, [id^=difference-]').length, 0);
  for (const { address, $ } of pages) assert.equal($(`a[href^="${base}${tasksPath(plan)}"]`).length, 0, address);
  for (const path of [
    planPath(plan),
    printPath(plan),
    collationPath(plan),
    targetsPath(plan),
    ...plan.measures.map(measurePath),
  ])
    assert.doesNotMatch(pageAt(path).$('main').text(), /任务清单|清单第|undefined/u, path);
});

test('its targets stand by their measures, with the units that the measure names', () => {
  assert.ok(plan.targets.length > 0);
  const { $ } = pageAt(targetsPath(plan));
  for (const target of plan.targets) {
    const row = $(`#${targetAnchor(target)}`);
    assert.equal(
      row.find(`a[href="${base}${measurePath(target.measure)}"]:not([data-citation])`).length,
      1,
      target.name,
    );
    for (const { name } of target.measure.units) assert.ok(row.text().includes(name), `${target.name}：${name}`);
  }
});

test('a measure answers those who look for support', () => {
  const offers = handbook.topics.flatMap((topic) =>
    supportPages(handbook, topic).flatMap(({ number, items }) =>
      items
        .filter((item) => item.plan === plan)
        .flatMap(({ measures }) =>
          measures.map(({ measure }) => ({ measure, path: pagePath(topicPath(topic), number) })),
        ),
    ),
  );
  assert.deepEqual(new Set(offers.map(({ measure }) => measure)), new Set(plan.measures));
  for (const { measure, path } of offers) {
    const card = pageAt(path).$(`#${measureAnchor(measure, suffix)}`);
    assert.ok(bare(card.text()).includes(bare(measure.text)), `${path}：${measure.title}`);
  }
});

test('a unit finds its measures, their targets and with whom it is named', () => {
  for (const unit of handbook.units) {
    const { measures, targets, partners } = dutiesIn(plan, unit);
    if (measures.length === 0) continue;
    const section = pageAt(unitPath(unit)).$(`section[aria-label="${planCitation(plan)}"]`);
    for (const measure of measures)
      assert.equal(section.find(`#${measureAnchor(measure, suffix)}`).length, 1, unit.name);
    for (const target of targets) assert.ok(section.text().includes(target.name), `${unit.name}：${target.name}`);
    for (const partner of partners)
      assert.ok(
        section.find(`a[href="${base}${unitPath(partner.unit)}"]`).length > 0,
        `${unit.name}、${partner.unit.name}`,
      );
    assert.doesNotMatch(section.text(), /任务（清单所列）|仅文件/u, unit.name);
  }
});

test('the comparison with a plan that has a list shows each measure with its words', () => {
  const text = bare(
    pageAt(comparePath({ newer: plan, older: other }))
      .$('main')
      .text(),
  );
  for (const { title } of plan.measures) assert.ok(text.includes(bare(title)), title);
});

test('what is to take away are the measures', () => {
  for (const format of ['csv', 'xlsx', 'docx']) assert.ok(fileFor(base + handoutPath(plan, undefined, format)), format);
  const unit = plan.measures[0]?.units[0]?.unit ?? assert.fail();
  const table = readFileSync(fileFor(base + handoutPath(plan, unit, 'csv')) ?? assert.fail(), 'utf8');
  for (const { title } of dutiesIn(plan, unit).measures) assert.ok(table.includes(title), title);
});
