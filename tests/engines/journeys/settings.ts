import assert from 'node:assert/strict';
import { measurePath, tasksPath, unitsPath } from '../../../src/routes/paths.ts';
import { needed, plan } from '../../e2e/subjects.ts';
import type { Journey } from './journey.ts';

const measure = needed(plan.measures[0], 'measure');
const sizeOf = (css: string) =>
  Number.parseFloat(getComputedStyle(document.querySelector(css) ?? document.body).fontSize);
const setting = (name: string) => document.documentElement.dataset[name] ?? '';

export const settings: Journey[] = [
  {
    name: '长者模式 kept over pages, and undone',
    reading: true,
    async make({ page }) {
      await page.open(measurePath(measure));
      const before = await page.read(sizeOf, '.official-body');
      await page.click('[data-elder]');
      await page.shows('[data-elder][aria-pressed=true]');
      assert.ok((await page.read(sizeOf, '.official-body')) > before * 1.15);
      for (const path of [unitsPath, tasksPath(plan)]) {
        await page.open(path);
        await page.shows('[data-elder][aria-pressed=true]');
        assert.ok((await page.read(sizeOf, 'body')) >= 18);
      }
      await page.click('[data-elder]');
      await page.shows('[data-elder][aria-pressed=false]');
      await page.driver.reload();
      assert.equal(await page.read(setting, 'size'), '');
    },
  },
  {
    name: 'a reading setting kept over pages',
    reading: true,
    async make({ page }) {
      await page.open(measurePath(measure));
      await page.click('.reading-settings summary');
      await page.click('.reading-settings [name=size][value=larger]');
      await page.click('.reading-settings [name=spacing]');
      await page.until('the setting', () => document.documentElement.dataset.spacing, undefined);
      await page.open(unitsPath);
      assert.equal(await page.read(setting, 'size'), 'larger');
      assert.equal(await page.read(setting, 'spacing'), 'wide');
      await page.driver.reload();
      assert.equal(await page.read(setting, 'size'), 'larger');
    },
  },
];
