import { expect, type Page, test } from '@playwright/test';
import { collationPath, measurePath, searchPath, tasksPath, unitsPath } from '../../src/routes/paths.ts';
import { handbook } from '../site/built-site.ts';
import { needed, plan } from './subjects.ts';

const measure = needed(plan.measures[0], 'measure');
const { base } = handbook.site;

/** What the content policy refuses and what is asked of other hosts, while pages are used. */
function watch(page: Page): string[] {
  const seen: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/u.test(message.text())) seen.push(message.text());
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^https?:$/u.test(protocol) && hostname !== 'localhost') seen.push(request.url());
  });
  return seen;
}

test('pages and search work within the content policy and ask nothing of other hosts', async ({ page }) => {
  const seen = watch(page);
  for (const path of ['', tasksPath(plan), collationPath(plan), unitsPath, measurePath(measure)]) {
    await page.goto(base + path);
    await page.getByRole('button', { name: '长者模式' }).click();
  }
  await page.goto(`${base}${searchPath}?q=${encodeURIComponent(measure.title.slice(0, 4))}`);
  await expect(page.locator('#search-results')).toHaveAttribute('aria-busy', 'false');
  await expect(page.locator('#search-results a').first()).toBeVisible();
  expect(seen).toEqual([]);
});

test('script that finds its way into a page does not run', async ({ page }) => {
  const seen = watch(page);
  await page.goto(base + measurePath(measure));
  await page.evaluate(() => {
    document.querySelector('main')?.insertAdjacentHTML('beforeend', '<img src="favicon.svg" onerror="window.ran = 1">');
    const script = document.createElement('script');
    script.textContent = 'window.ran = 2';
    document.body.append(script);
  });
  await expect.poll(() => seen.length).toBeGreaterThanOrEqual(1);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
});

test('the words of a query never become markup', async ({ page }) => {
  const seen = watch(page);
  await page.goto(`${base}${searchPath}?q=${encodeURIComponent('<img src=x onerror="window.ran=1">')}`);
  await expect(page.locator('#search-results')).toHaveAttribute('aria-busy', 'false');
  await expect(page.locator('main img[src=x]')).toHaveCount(0);
  expect(seen).toEqual([]);
});
