import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { filesIn } from '../../src/integrations/site-files.ts';
import { archivePath, measurePath, searchPath, supportPath, tasksPath, unitsPath } from '../../src/routes/paths.ts';
import { fileFor, handbook, site } from '../site/built-site.ts';
import { serve } from './server.ts';
import { needed, plan } from './subjects.ts';

const measure = needed(plan.measures[0], 'measure');
const { base } = handbook.site;
const index = `${base}search/index/`;
const query = `${base}${searchPath}?q=${encodeURIComponent(measure.title)}`;
const results = (page: Page) => page.locator('#search-results');

test.use({ serviceWorkers: 'block' });

async function saysThatSearchFailed(page: Page) {
  await expect(results(page)).toHaveAttribute('aria-busy', 'false');
  await expect(page.getByRole('alert')).toContainText('搜索没有加载成功');
  await expect(page.locator('#search-ways')).toBeVisible();
}

test('when the server goes away in the middle of a search, the reader is told, and what is on the page stays', async ({
  page,
}) => {
  const server = await serve();
  await page.goto(`${server.origin}${base}${searchPath}`);
  await expect(results(page).locator('li').first()).toBeVisible();
  await server.close();
  await page.getByRole('search').getByRole('searchbox').first().fill('知识产权质押');
  await saysThatSearchFailed(page);
});

for (const [name, cut] of [
  ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ['empty', () => Buffer.alloc(0)],
  ['another page', () => Buffer.from('<!doctype html><title>登录</title>')],
] as const)
  for (const file of ['catalogue.json', 'pagefind-entry.json'])
    test(`where ${file} of the index arrives ${name}, no wrong answer is given`, async ({ page }) => {
      const server = await serve();
      server.replace(index + file, cut);
      await page.goto(server.origin + query);
      await saysThatSearchFailed(page);
      await expect(results(page).locator('li')).toHaveCount(0);
      await server.close();
    });

test('after a failure, trying again finds what came back', async ({ page }) => {
  await page.route(`**${index}catalogue.json`, (route) => route.abort(), { times: 1 });
  await page.goto(query);
  await saysThatSearchFailed(page);
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect(results(page).locator('a').first()).toBeVisible();
});

for (const path of ['', measurePath(measure), tasksPath(plan), unitsPath, supportPath, searchPath])
  test(`where script is blocked on the way, /${path} is read as ever`, async ({ page }) => {
    await page.route('**/*.js', (route) => route.abort());
    await page.goto(base + path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(page.locator('[data-needs-script]:visible')).toHaveCount(0);
    expect(((await page.locator('main').textContent()) ?? '').replace(/\s+/gu, '').length).toBeGreaterThan(100);
  });

for (const [name, refuse] of [
  [
    'refused',
    () =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('no', 'SecurityError');
        },
      }),
  ],
  [
    'full',
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
  ],
] as const)
  test(`where storage is ${name}, search finds and leads on without an error`, async ({ page }) => {
    const failures: Error[] = [];
    page.on('pageerror', (error) => failures.push(error));
    await page.addInitScript(refuse);
    await page.goto(query);
    await results(page).locator('a').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(measure.title);
    expect(failures).toEqual([]);
  });

test('the archive, unpacked where a plain file server gives it, is the whole site, and its search finds', async ({
  page,
}) => {
  const unpacked = mkdtempSync(join(tmpdir(), 'handbook-archive-'));
  for (const [file, bytes] of Object.entries(unzipSync(readFileSync(fileFor(base + archivePath) ?? '')))) {
    mkdirSync(dirname(join(unpacked, file)), { recursive: true });
    writeFileSync(join(unpacked, file), bytes);
  }
  const whole = filesIn(site).filter((file) => !/\.(?:gz|br)$/u.test(file) && file !== archivePath);
  expect(filesIn(unpacked)).toEqual(whole);
  const server = await serve(unpacked);
  await page.goto(server.origin + query);
  await results(page).locator('a').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(measure.title);
  await server.close();
  rmSync(unpacked, { recursive: true });
});
