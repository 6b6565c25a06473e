import { expect, type Page, test } from '@playwright/test';
import { measurePath, planPath, searchPath, targetsPath, tasksPath, unitsPath } from '../../src/routes/paths.ts';
import { indexFolder } from '../../src/search/shared/index-layout.ts';
import { handbook } from '../site/built-site.ts';
import { busiest, needed, plan } from './subjects.ts';

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

/** Holds back the scripts of a page until they are let through. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/_astro/*.js', async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

test('what is chosen or typed before the scripts are there is kept, and what the address asks too', async ({
  page,
}) => {
  const [target] = plan.targets;
  const { unit } = needed(target, 'target');
  for (const { path, query, field, value } of [
    { path: targetsPath(plan), query: { sort: '-value' }, field: 'counts', value: unit },
    { path: tasksPath(plan), query: { target: '1' }, field: 'environment', value: String(measure.environment?.number) },
    { path: tasksPath(plan), query: { target: '1' }, field: 'q', value: measure.title },
    { path: unitsPath, query: { order: 'tasks' }, field: 'words', value: busiest.name },
  ]) {
    const release = await holdScripts(page);
    await page.goto(`${base}${path}?${new URLSearchParams(query)}`, { waitUntil: 'commit' });
    const control = page.locator(`main form[data-needs-script] [name=${field}]`);
    if (await control.evaluate((element) => element instanceof HTMLSelectElement)) await control.selectOption(value);
    else await control.fill(value);
    release();
    await expect.poll(() => Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ ...query, [field]: value });
    await expect(control).toHaveValue(value);
    await page.reload();
    await expect.poll(() => Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ ...query, [field]: value });
    await page.unroute('**/_astro/*.js');
  }
});

test('a question that is typed before the scripts are there is asked, instead of that of the address', async ({
  page,
}) => {
  const release = await holdScripts(page);
  const search = `${base}${searchPath}?${new URLSearchParams({ q: measure.title })}`;
  await page.goto(search, { waitUntil: 'commit' });
  const box = page.locator('#search-form').getByRole('searchbox');
  await box.fill(busiest.name);
  release();
  await expect(page.locator('#search-results a').first()).toContainText(busiest.name);
  await expect(box).toHaveValue(busiest.name);
  expect(new URL(page.url()).searchParams.get('q')).toBe(busiest.name);
  await page.goto(search);
  await expect(box).toHaveValue(measure.title);
});

for (const [name, leave] of [
  ['is entered', (page: Page) => page.keyboard.press('Enter')],
  ['is answered and the reader is at the answer', (page: Page) => page.locator('#search-results li p').first().click()],
] as const)
  test(`suggestions that arrive when the question ${name} do not lie over the answer`, async ({ page }) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/dictionary-*.json', async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest('**/dictionary-*.json');
    await page.goto(base + searchPath);
    const form = page.locator('#search-form');
    const suggestions = form.locator('[data-suggestions]');
    await form.getByRole('searchbox').fill(busiest.name.slice(0, -1));
    await asked;
    await expect(page.locator('#search-results a').first()).toBeVisible();
    await leave(page);
    const box = form.getByRole('searchbox');
    /** What stood in the box whenever suggestions were shown. */
    const shownFor = await suggestions.evaluateHandle((list: HTMLElement) => {
      const words: string[] = [];
      const input = list.closest('form')?.querySelector('input');
      new MutationObserver(() => list.hidden || words.push(input?.value ?? '')).observe(list, { attributes: true });
      return words;
    });
    const arrived = page.waitForEvent('requestfinished', (request) => request.url().includes('dictionary-'));
    release();
    await arrived;
    await page.waitForLoadState('networkidle');
    // They come once the reader types on.
    await box.press('End');
    await box.press('Backspace');
    await expect(suggestions).toBeVisible();
    expect(new Set(await shownFor.jsonValue())).toEqual(new Set([await box.inputValue()]));
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
