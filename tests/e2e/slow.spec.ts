import { expect, test } from '@playwright/test';
import { measurePath, planPath, searchPath, tasksPath, unitsPath } from '../../src/routes/paths.ts';
import { indexFolder } from '../../src/search/shared/index-layout.ts';
import { handbook } from '../site/built-site.ts';
import { needed, plan } from './subjects.ts';

/* What a slow network has not brought yet stops nobody from reading and asking. */
const { base } = handbook.site;
const measure = needed(plan.measures[0], 'measure');

test.use({ serviceWorkers: 'block' });

for (const path of [measurePath(measure), planPath(plan), tasksPath(plan), unitsPath])
  test(`while the scripts of /${path} are on their way, its text stands, and Enter in its search box asks`, async ({
    page,
  }) => {
    await page.route('**/_astro/*.js', () => {});
    await page.goto(base + path, { waitUntil: 'commit' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const box = page.getByRole('searchbox', { name: '搜索' }).first();
    await box.fill(measure.title);
    await box.press('Enter');
    await expect(page).toHaveURL(`${base}${searchPath}?q=${encodeURIComponent(measure.title)}`);
  });

test('while the index is on its way, search says that it is at work, and answers when it has come', async ({
  page,
}) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(`**/${indexFolder}catalogue.json`, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${base}${searchPath}?q=${encodeURIComponent(measure.title)}`);
  await expect(page.locator('#search-results')).toHaveAttribute('aria-busy', 'true');
  await expect(page.locator('#search-status')).toContainText('正在');
  await expect(page.getByRole('alert')).toHaveCount(0);
  release();
  await expect(page.locator('#search-results a').first()).toBeVisible();
  await expect(page.locator('#search-status')).not.toContainText('正在');
});
