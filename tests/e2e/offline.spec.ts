import { expect, type Page, test } from '@playwright/test';
import { measurePath, searchPath, unitPath, unitsPath } from '../../src/routes/paths.ts';
import { handbook } from '../site/built-site.ts';
import { busiest, needed, plan } from './subjects.ts';

const measure = needed(plan.measures[0], 'measure');
const { base } = handbook.site;

async function openPanel(page: Page) {
  await page.locator('summary', { hasText: '阅读设置' }).click();
  return page.locator('details [data-offline-state]');
}

/** Stores the copy from the reading settings. */
async function save(page: Page) {
  const state = await openPanel(page);
  await page.getByRole('button', { name: /把手册存到本机/u }).click();
  await expect(state).toHaveText(/已存在本机/u, { timeout: 20_000 });
}

test('a reader who has stored the handbook reads and searches it without a network', async ({ page, context }) => {
  await page.goto(base);
  await save(page);
  await context.setOffline(true);
  for (const [path, title] of [
    [measurePath(measure), measure.title],
    [unitPath(busiest), busiest.name],
    [unitsPath.slice(0, -1), '责任单位'],
  ] as const) {
    await page.goto(base + path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  }
  await page.goto(`${base}${searchPath}?q=${encodeURIComponent(measure.title)}`);
  await expect(page.locator('#search-results a').first()).toBeVisible();
  await page.goto(`${base}nowhere/`);
  await expect(page.getByText('没有存在本机')).toBeVisible();
});
