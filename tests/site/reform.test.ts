import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { dutiesIn } from '../../src/model/duties.ts';
import { holderOf } from '../../src/model/succession.ts';
import {
  dataPath,
  planPath,
  plansDataPath,
  tasksPath,
  unitDutiesPath,
  unitPath,
  unitsPath,
} from '../../src/routes/paths.ts';
import { successionNotes } from '../../src/views/unit-succession.ts';
import { countyReformed, edited, newerPlan, olderPlan } from '../fixtures/county.ts';
import { replace } from '../fixtures/mini.ts';
import { buildSiteToTest } from '../fixtures/project.ts';

/*
 * The site of a county after a reform: two units merged, one renamed, one renamed twice, one split, one to be renamed on a day to
 * come; and with plans that are to end. What is asked of every site is asked of it too.
 */
const basis = '测试用的依据，不是真实的废止。';
const endingOn = (day: string) =>
  replace('environments:\n', `status:\n  kind: ended\n  until: ${day}\n  basis: ${basis}\nenvironments:\n`);
await buildSiteToTest(
  edited(countyReformed, {
    'site.yaml': replace('origin:\nbase: /\n', 'origin: https://portal.test\nbase: /portal/handbook/\n'),
    // A unit that both plans name.
    'units/fazhan-gaige-ju.yaml': (text) =>
      `${text}successor:\n  kind: renamed\n  into: huizhan-ju\n  on: 2025-06-01\n  basis: ${basis}\n`,
    [`plans/${olderPlan}/plan.mdx`]: endingOn('2098-12-31'),
    [`plans/${newerPlan}/plan.mdx`]: endingOn('2099-12-31'),
  }),
);

for (const suite of ['html', 'pages', 'text', 'units', 'targets', 'tags', 'data', 'official', 'published'])
  await import(`./${suite}.test.ts`);
const { fileFor, handbook, movedPages, pageAt, pages } = await import('./built-site.ts');

const { base } = handbook.site;
const read = (path: string) => readFileSync(fileFor(base + path) ?? assert.fail(path), 'utf8');
const plan = (id: string) => handbook.plans.find((one) => one.id === id) ?? assert.fail(id);
const reformed = handbook.units.filter((unit) => successionNotes(unit).length > 0);

test('the pages of all units of a reform stay, say what was done, and lead to each other', () => {
  assert.ok(reformed.length > 8);
  for (const unit of reformed) {
    const { $ } = pageAt(unitPath(unit));
    const notice = $('[data-succession]');
    for (const { sentence, basis: ground, others } of successionNotes(unit)) {
      assert.ok(notice.text().includes(sentence), unit.name);
      assert.ok(notice.text().includes(ground), unit.name);
      for (const other of others)
        assert.ok(notice.find(`a[href="${base}${unitPath(other)}"]`).length > 0, `${unit.name} → ${other.name}`);
    }
  }
});

test('a unit lists the tasks that the plan gives to the one before it, under the printed name', () => {
  const old = plan(olderPlan);
  for (const before of reformed.filter((unit) => holderOf(unit) !== unit)) {
    const now = holderOf(before);
    const { $ } = pageAt(unitPath(now));
    for (const task of dutiesIn(old, before).tasks) {
      const row = $(`li[id^=task-${task.number}]`);
      assert.ok(row.length > 0, `${now.name} ${task.number}`);
      const printed = task.units.find(({ unit }) => unit === before)?.name ?? assert.fail();
      assert.ok(row.text().includes(printed), `${now.name} ${task.number} ${printed}`);
    }
  }
});

test('the open data keep id and name as they were and add what the units are now', () => {
  const tasks: { units: { id: string }[]; currentUnits: { id: string }[] }[] = JSON.parse(
    read(`${dataPath(plan(olderPlan))}tasks.json`),
  );
  for (const [at, task] of plan(olderPlan).tasks.entries()) {
    assert.deepEqual(
      tasks[at]?.units.map(({ id }) => id),
      task.units.map(({ unit }) => unit.id),
    );
    assert.deepEqual(
      tasks[at]?.currentUnits.map(({ id }) => id),
      [...new Set(task.units.map(({ unit }) => holderOf(unit).id))],
    );
  }
  type Row = {
    id: string;
    successor: { kind: string; on: string; units: { id: string }[] } | null;
    predecessors: { id: string }[];
  };
  const rows: Row[] = JSON.parse(read(`${dataPath(plan(olderPlan))}units.json`));
  const row = (id: string) => rows.find((one) => one.id === id) ?? assert.fail(id);
  assert.deepEqual(
    row('zhujian-ju').successor?.units.map(({ id }) => id),
    ['jianshe-shuju-ju'],
  );
  assert.equal(row('jianshe-shuju-ju').successor, null);
  assert.deepEqual(
    row('jianshe-shuju-ju')
      .predecessors.map(({ id }) => id)
      .sort(),
    ['zhengwu-shuju-ju', 'zhujian-ju'],
  );
});

test('a link into the list by the old unit still leads to its tasks, and one by the new unit to the same and more', () => {
  const { $ } = pageAt(tasksPath(plan(olderPlan)));
  const rows = (id: string) => $(`tr[data-units~="${id}"]`).length;
  assert.equal(
    rows('zhujian-ju'),
    dutiesIn(plan(olderPlan), handbook.units.find(({ id }) => id === 'zhujian-ju') ?? assert.fail()).tasks.length,
  );
  assert.ok(rows('jianshe-shuju-ju') >= rows('zhujian-ju'));
});

test('the index finds a unit by the names of those before it, and sets those apart that are there no more', () => {
  const { $ } = pageAt(unitsPath);
  for (const before of reformed.filter((unit) => holderOf(unit) !== unit)) {
    const words = $(`[data-unit="${holderOf(before).id}"][data-spellings]`).attr('data-spellings') ?? '';
    assert.ok(words.includes(before.name), before.name);
    const row = $(`li[data-unit="${before.id}"]`);
    assert.equal(row.closest('[data-unit-section]').find('h2').text(), '已更名、并入的单位');
    assert.equal($(`.matrix tr[data-unit="${before.id}"]`).length, 0);
  }
});

test('the unit that a reader keeps says what it is now', () => {
  const summaries = JSON.parse(read(unitDutiesPath));
  assert.deepEqual(summaries['zhujian-ju'].now, {
    words: '已并入县建设和数据局',
    units: [{ name: '县建设和数据局', path: 'units/jianshe-shuju-ju/' }],
  });
});

test('a plan that is to end is in force, and its pages and data name the last day', () => {
  const { $ } = pageAt(planPath(plan(olderPlan)));
  const notice = $('[data-plan-status=coming]');
  assert.match(notice.text(), /有效，至2098年12月31日\s*本文件有效期至2098年12月31日。/u);
  assert.ok(notice.text().includes(basis));
  const rows: { id: string; status: { kind: string }; coming?: { until: string } }[] = JSON.parse(read(plansDataPath));
  const row = rows.find(({ id }) => id === olderPlan);
  assert.deepEqual([row?.status.kind, row?.coming?.until], ['in-force', '2098-12-31']);
  assert.equal(rows.find(({ id }) => id === newerPlan)?.coming?.until, '2099-12-31');
});

test('an address of before leads to the page of today, without scripts too, and to its place on it', () => {
  assert.ok(movedPages.length > 10);
  const there = new Set(pages.map(({ address }) => address));
  for (const { address, $ } of movedPages) {
    const target = $('a[data-moved]').attr('href') ?? '';
    assert.ok(there.has(target), `${address} → ${target}`);
    assert.equal($('meta[http-equiv=refresh]').attr('content'), `0;url=${target}`);
    assert.equal($('link[rel=canonical]').attr('href'), `https://portal.test${target}`);
    assert.equal($('meta[name=robots]').attr('content'), 'noindex');
    assert.equal($('html').attr('lang'), 'zh-CN');
  }
  const moved = movedPages.map(({ address }) => address.slice(base.length));
  for (const path of [
    'support/registering/',
    'plans/2024-support/',
    'plans/2024-support/measures/01/',
    'data/plans/2024-support/',
  ])
    assert.ok(moved.includes(path), path);
});

test('data and documents are at their address of before as well', () => {
  for (const name of ['tasks.json', 'tasks.xlsx', 'plan.docx', 'datapackage.json']) {
    const [before, now] = ['2024-support', olderPlan].map((id) =>
      readFileSync(fileFor(`${base}data/plans/${id}/${name}`) ?? assert.fail(name)),
    );
    assert.deepEqual(before, now, name);
  }
});

test('the front page says beside its plan until when that holds', () => {
  assert.ok(pageAt('').$('h1').parent().text().includes('有效，至2099年12月31日'));
});
