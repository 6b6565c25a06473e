import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { measurePath, searchPath, unitPath } from '../../src/routes/paths.ts';
import { county, edited } from '../fixtures/county.ts';
import { build, projectWith } from '../fixtures/project.ts';
import { fileFor, handbook } from '../site/built-site.ts';
import { serve } from './server.ts';
import { busiest, needed, plan } from './subjects.ts';

const measure = needed(plan.measures[0], 'measure');
const unit = busiest;
const { base } = handbook.site;

/** Another edition of a page, and what the service worker says of it before and after. */
function anotherEdition(path: string) {
  const file = fileFor(base + path);
  if (!file) throw new Error(`没有 ${path}`);
  const before = readFileSync(file);
  const after = Buffer.from(before.toString().replace(/(?<=<h1[^>]*>).*?(?=<\/h1>)/su, '新一版的标题'));
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64');
  const worker = (bytes: Buffer) =>
    Buffer.from(
      bytes
        .toString()
        .replaceAll(hash(before), hash(after))
        .replaceAll(hash(before).slice(0, 12), hash(after).slice(0, 12)),
    );
  return { page: () => after, worker };
}

async function openPanel(page: Page) {
  await page.locator('summary', { hasText: '阅读设置' }).click();
  return page.locator('[data-offline-state]');
}

test.setTimeout(90_000);

test('after one visit the whole handbook, with its search, is there without a network', async ({ page, context }) => {
  await page.goto(base);
  await expect(await openPanel(page)).toHaveText(/断网也能看/u, { timeout: 20_000 });
  await context.setOffline(true);
  for (const [path, title] of [
    [measurePath(measure), measure.title],
    [unitPath(unit), unit.name],
  ] as const) {
    await page.goto(base + path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  }
  await page.goto(`${base}${searchPath}?q=${encodeURIComponent(measure.title)}`);
  await expect(page.locator('#search-results a').first()).toBeVisible();
});

test('a reader can have it taken off the device, and it stays off', async ({ page, context }) => {
  await page.goto(base);
  const state = await openPanel(page);
  await expect(state).toHaveText(/断网也能看/u, { timeout: 20_000 });
  await page.getByRole('button', { name: '不再保存' }).click();
  await expect(state).toHaveText(/没有保存/u);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await page.reload();
  await expect(await openPanel(page)).toHaveText(/没有保存/u, { timeout: 20_000 });
  await context.setOffline(true);
  await expect(page.goto(base + measurePath(measure))).rejects.toThrow();
});

test('what a kept page fetches while the handbook is taken off the device does not stay there', async ({ page }) => {
  await page.goto(base);
  await expect(await openPanel(page)).toHaveText(/断网也能看/u, { timeout: 20_000 });
  await page.reload();
  const state = await openPanel(page);
  await expect(state).toHaveText(/断网也能看/u, { timeout: 20_000 });
  await page.getByRole('button', { name: '不再保存' }).click();
  await expect(state).toHaveText(/没有保存/u);
  // The worker serves this page until it is left, and keeps again what it has to fetch for it.
  await page.evaluate((path) => fetch(path), base + measurePath(measure));
  await page.reload();
  await expect(await openPanel(page)).toHaveText(/没有保存/u, { timeout: 20_000 });
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
});

test('a new edition waits until the reader takes it, and then every page is of it', async ({ page }) => {
  const server = await serve();
  await page.goto(server.origin + base);
  await expect(await openPanel(page)).toHaveText(/断网也能看/u, { timeout: 20_000 });
  const edition = anotherEdition(measurePath(measure));
  server.replace(base + measurePath(measure), edition.page);
  server.replace(`${base}sw.js`, edition.worker);
  await page.goto(server.origin + base + measurePath(measure));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(measure.title);
  const take = page.getByRole('button', { name: '换用新版' });
  await expect(take).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(measure.title);
  await take.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('新一版的标题', { timeout: 20_000 });
  await server.close();
});

test('a site that changes while it is being fetched makes no edition', async ({ page }) => {
  const server = await serve();
  server.replace(`${base}${measurePath(measure)}`, (bytes) => Buffer.concat([bytes, Buffer.from('<!-- 新 -->')]));
  await page.goto(server.origin + base);
  await expect(await openPanel(page)).toHaveText(/没有保存/u, { timeout: 20_000 });
  await server.close();
});

test('a handbook that is turned off leaves the worker of the portal above it alone', async ({ page }) => {
  const below = `${base}handbook/`;
  const root = projectWith(edited(county, { 'site.yaml': (text) => text.replace(/^base: .*$/mu, `base: ${below}`) }));
  const { built, output } = await build(root);
  expect(built, output).toBe(true);
  const portal = join(root, 'portal');
  cpSync(join(root, 'dist'), join(portal, 'handbook'), { recursive: true });
  writeFileSync(join(portal, 'sw.js'), '');
  const server = await serve(portal);
  await page.goto(server.origin + below);
  await page.evaluate((scope) => navigator.serviceWorker.register(`${scope}sw.js`, { scope }), base);
  const scopes = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope).sort());
  await expect(await openPanel(page)).toHaveText(/断网也能看/u, { timeout: 20_000 });
  expect(await scopes()).toEqual([server.origin + base, server.origin + below]);
  await page.getByRole('button', { name: '不再保存' }).click();
  await expect(page.locator('[data-offline-state]')).toHaveText(/没有保存/u);
  // The next page looks for a worker again, and finds the portal's.
  await page.reload();
  await expect(await openPanel(page)).toHaveText(/没有保存/u, { timeout: 20_000 });
  expect(await scopes()).toEqual([server.origin + base]);
  await server.close();
});
