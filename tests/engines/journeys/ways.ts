import assert from 'node:assert/strict';
import { measurePath, provisionAnchor, topicPath, unitPath, unitsPath } from '../../../src/routes/paths.ts';
import { busiest, needed, needs, plan, suffix, wordsOf } from '../../e2e/subjects.ts';
import type { Journey } from './journey.ts';

const need = needed(needs[0], 'need');

export const ways: Journey[] = [
  {
    name: 'front page → need → row',
    reading: true,
    async make({ page }) {
      await page.open('');
      await page.click(`main a[href$="/${topicPath(need.topic)}"]`);
      await page.at(topicPath(need.topic));
      const row = `#${provisionAnchor(need.part, suffix)}`;
      await page.shows(row, wordsOf(need.part) ?? need.part.text.slice(0, 4));
      await page.click(`${row} a[href$="/${unitPath(need.unit)}"]`);
      await page.at(unitPath(need.unit));
      await page.shows('h1', need.unit.name);
    },
  },
  {
    name: 'index → page of a unit',
    reading: true,
    async make({ page }) {
      await page.open(unitsPath);
      await page.click(`main a[href$="/${unitPath(busiest)}"]`);
      await page.shows('h1', busiest.name);
      const task = needed(
        plan.tasks.find(({ units }) => units.some(({ unit }) => unit === busiest)),
        'task of the unit',
      );
      await page.shows(`#${provisionAnchor(task, suffix)}`, task.text.slice(0, 4));
      // The contents stand open beside the text for good.
      const folded = 'details:not([open]):not(.chapters) > summary';
      if ((await page.count(`main ${folded}`)) > 0) {
        const before = await page.count(`main ${folded}`);
        await page.click(`main ${folded}`);
        await page.until(
          'an opened fold',
          ({ folded, before }) => document.querySelectorAll(`main ${folded}`).length < before,
          { folded, before },
        );
      }
    },
  },
  {
    name: 'missing address → 404 → way on',
    reading: true,
    async make({ page }) {
      await page.open('units/no-such-unit/');
      await page.shows('h1', '没有这个页面');
      await page.click(`main a[href$="/${unitsPath}"]`);
      await page.at(unitsPath);
      await page.shows(`main a[href$="/${unitPath(busiest)}"]`);
    },
  },
  {
    name: 'back, reload, and the next measure',
    reading: true,
    async make({ page }) {
      const [first, second] = plan.measures;
      const [one, two] = [needed(first, 'measure'), needed(second, 'second measure')];
      await page.open(measurePath(one));
      await page.click('a[rel=next]');
      await page.shows('h1', two.title);
      await page.driver.back();
      await page.shows('h1', one.title);
      await page.driver.reload();
      await page.shows('h1', one.title);
      assert.equal(new URL(await page.address()).hash, '');
    },
  },
];
