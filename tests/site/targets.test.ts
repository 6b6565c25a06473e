import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figureParts, figureText } from '../../src/handbook/figures.ts';
import { targetsByMeasureUnit, tasksByEnvironment, tasksByUnit } from '../../src/handbook/statistics.ts';
import { targetAnchor, targetsPath } from '../../src/handbook/urls.ts';
import { handbook, pageAt } from './built-site.ts';

const bare = (text: string) => text.replace(/\s+/gu, '');

for (const plan of handbook.plans) {
  const { $ } = pageAt(targetsPath(plan));

  test(`${plan.id}: the wall and the ledger show the same figure for each target`, () => {
    for (const target of plan.targets) {
      const { bound, digits, unit } = figureParts(target);
      const figure = bare(bound + digits + unit);
      assert.ok(bare($(`#${targetAnchor(target)} th`).text()).includes(figure), target.id);
      assert.ok(bare($(`main a[href="#${targetAnchor(target)}"]`).text()).startsWith(figure), target.id);
    }
  });

  test(`${plan.id}: bars are as long as the numbers that they stand for`, () => {
    const drawn = $('section[aria-label="量化目标一览"] rect')
      .toArray()
      .map((rect) => Number($(rect).attr('data-value')));
    const compared = targetsByMeasureUnit(plan).filter(({ targets }) => targets.length > 1);
    assert.deepEqual(
      drawn,
      compared.flatMap(({ targets }) => targets.map(({ value }) => value)),
    );
    for (const svg of $('.bars tr').toArray()) {
      const [whole, part] = $(svg).find('rect').toArray();
      if (!whole) continue;
      const cells = $(svg).find('td').toArray();
      assert.equal($(whole).attr('data-value'), $(cells[1]).text());
      assert.equal(Number($(part).attr('data-part') ?? 0), Number.parseInt($(cells[2]).text(), 10));
    }
  });

  test(`${plan.id}: the tables beside the bars hold the numbers of the model`, () => {
    const rows = $('.bars tbody tr')
      .toArray()
      .map((row) => [$(row).find('th').text().trim(), Number($(row).find('td').eq(1).text())]);
    assert.deepEqual(rows, [
      ...tasksByEnvironment(plan).map(({ environment, tasks }) => [environment.short, tasks]),
      ...tasksByUnit(handbook, plan).map(({ unit, tasks }) => [unit.name, tasks]),
    ]);
  });

  test(`${plan.id}: it is said that these are goals and no results, and progress stands only where it is published`, () => {
    assert.match($('main').text(), /不是完成情况/u);
    for (const target of plan.targets) {
      const items = $(`#${targetAnchor(target)} [aria-label="已公布的进展"] li`).toArray();
      assert.deepEqual(
        items.map((item) => bare($(item).text())),
        target.progress.map(({ date, value, source }) =>
          bare(`截至${date}：${figureText(value, target.unit)}出处：${source}`),
        ),
      );
    }
  });
}
