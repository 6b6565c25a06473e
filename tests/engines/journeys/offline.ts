import assert from 'node:assert/strict';
import { measurePath, searchPath, unitPath } from '../../../src/routes/paths.ts';
import { sitePages } from '../../../src/routes/site-pages.ts';
import { busiest, needed, plan, task, wordsOf } from '../../e2e/subjects.ts';
import type { Journey } from './journey.ts';

const measure = needed(plan.measures[0], 'measure');
const offer = '[data-offline]';
const onDevice = async () => ({
  copies: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
});

export const offline: Journey[] = [
  {
    name: 'handbook stored on the device, read and searched without a network, removed',
    async make({ page, server }) {
      await page.open(sitePages.offline.path);
      assert.deepEqual(await page.read(onDevice), { copies: 0, workers: 0 });
      await page.click(`main ${offer} button`, '把手册存到本机');
      await page.shows(`main ${offer}`, '已存到本机');
      await server.close();
      for (const path of [unitPath(busiest), `${unitPath(busiest).slice(0, -1)}?from=timeline`]) {
        await page.open(path);
        await page.shows('h1', busiest.name);
      }
      await page.open(measurePath(measure));
      await page.shows('h1', measure.title);
      await page.open(`${searchPath}?q=${encodeURIComponent(needed(wordsOf(task), 'words'))}`);
      await page.shows('#search-results a');
      await page.open('nowhere/');
      await page.shows('[data-not-kept]', '没有存到本机');
      await page.open(sitePages.offline.path);
      await page.click(`main ${offer} button`, '从本机删除');
      await page.shows(`main ${offer}`, '已从本机删除');
      assert.deepEqual(await page.read(onDevice), { copies: 0, workers: 0 });
    },
  },
];
