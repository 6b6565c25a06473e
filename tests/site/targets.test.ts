import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dutiesOf } from '../../src/model/duties.ts';
import { leadingPlan } from '../../src/model/plan.ts';
import type { Target } from '../../src/model/types.ts';
import { measurePath, targetAnchor, targetPath, targetsPath, unitPath } from '../../src/routes/paths.ts';
import { featuredTargets, figureLabel, figureOf, nameBesideFigure, wordsAbove } from '../../src/views/figures.ts';
import { tasksByEnvironment, tasksByUnit } from '../../src/views/task-counts.ts';
import { handbook, pageAt } from './built-site.ts';

const bare = (text: string) => text.replace(/\s+/gu, '');

/** What a wall shows of a target: period and figure, and what is counted. */
function onWall(target: Target): string {
  const { digits, unit, beyond } = figureOf(target);
  return bare(wordsAbove(target) + digits + unit + beyond + nameBesideFigure(target));
}

for (const plan of handbook.plans) {
  const { $ } = pageAt(targetsPath(plan));

  test(`${plan.id}: the wall and the ledger show the same figure for each target`, () => {
    for (const target of plan.targets) {
      const figure = bare(figureLabel(target));
      assert.ok(bare($(`#${targetAnchor(target)} th`).text()).includes(figure), target.id);
      const shown = $(`.figures > li > a[href="${handbook.site.base}${targetPath(target)}"]`);
      assert.equal(bare(shown.text()), onWall(target), target.id);
    }
    assert.equal($('.figures > li').length, plan.targets.length);
    const units = $('.figures > li > a')
      .toArray()
      .map((link) => plan.targets.find((one) => $(link).attr('href')?.endsWith(targetPath(one)))?.unit);
    const changes = units.filter((unit, at) => unit !== units[at - 1]);
    assert.equal(changes.length, new Set(units).size, 'numbers of the same stand together');
    for (const limit of plan.limits)
      assert.ok(bare($(`#${targetAnchor(limit)} th`).text()).includes(bare(figureLabel(limit))), limit.id);
  });

  test(`${plan.id}: bars are as long as the numbers that they stand for`, () => {
    for (const svg of $('.bars tr').toArray()) {
      const [whole, part] = $(svg).find('rect').toArray();
      if (!whole) continue;
      const cells = $(svg).find('td').toArray();
      assert.equal($(whole).attr('data-value'), $(cells[1]).text());
      // A list that tells none apart has no column for them.
      assert.equal(Number($(part).attr('data-part') ?? 0), Number.parseInt($(cells[2]).text() || '0', 10));
    }
  });

  test(`${plan.id}: the tables beside the bars hold the numbers of the model`, () => {
    const rows = $('.bars tbody tr')
      .toArray()
      .map((row) => [$(row).find('th').text().trim(), Number($(row).find('td').eq(1).text())]);
    if (!plan.annex) assert.deepEqual(rows, []);
    else
      assert.deepEqual(rows, [
        ...tasksByEnvironment(plan).map(({ environment, tasks }) => [environment.short, tasks]),
        ...tasksByUnit(handbook, plan).map(({ unit, tasks }) => [unit.name, tasks]),
      ]);
  });
}

test('the front page shows the numbers that its plan names, as its wall of targets does', () => {
  const plan = leadingPlan(handbook);
  assert.ok(plan);
  const { $ } = pageAt('');
  assert.deepEqual(
    $('.figures > li > a')
      .toArray()
      .map((link) => bare($(link).text())),
    featuredTargets(plan).map(onWall),
  );
});

test('a measure shows its targets and limits, and a unit the targets of its tasks, in the words of the document', () => {
  for (const plan of handbook.plans)
    for (const measure of plan.measures) {
      const { $ } = pageAt(measurePath(measure));
      const shown = [...measure.targets, ...measure.limits].map((one) =>
        $(`.measure a[href="${handbook.site.base}${targetPath(one)}"]`).text(),
      );
      for (const [index, one] of [...measure.targets, ...measure.limits].entries())
        assert.ok(bare(shown[index] ?? '').includes(bare(figureLabel(one))), one.id);
    }
  for (const unit of handbook.units) {
    const targets = dutiesOf(handbook, unit).flatMap((duties) => duties.targets);
    const figures = pageAt(unitPath(unit)).$('.figures > li');
    assert.equal(figures.length, targets.length, unit.name);
  }
});

test('the ledger cites a measure only for words that its text has', () => {
  for (const plan of handbook.plans) {
    const { $ } = pageAt(targetsPath(plan));
    for (const one of [...plan.targets, ...plan.limits]) {
      const led = $(
        `#${targetAnchor(one)} td[data-label=出处] a[href="${handbook.site.base}${measurePath(one.measure)}"]`,
      );
      assert.equal(led.length > 0, one.provision.kind === 'measure' || one.measure.text.includes(one.text), one.id);
    }
  }
});
