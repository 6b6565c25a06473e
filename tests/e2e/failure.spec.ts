import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { archiveNoteName } from '../../src/exports/archive-note.ts';
import { filesIn } from '../../src/integrations/site-files.ts';
import {
  archivePath,
  measurePath,
  searchPath,
  siteMapPath,
  supportPath,
  tasksPath,
  unitsPath,
} from '../../src/routes/paths.ts';
import type { CatalogueFile } from '../../src/search/shared/catalogue.ts';
import type { Display } from '../../src/search/shared/record.ts';
import { fileFor, handbook, site } from '../site/built-site.ts';
import { type Server, serve } from './server.ts';
import { needed, plan } from './subjects.ts';

const measure = needed(plan.measures[0], 'measure');
const { base } = handbook.site;
const index = `${base}search/index/`;
const query = `${base}${searchPath}?q=${encodeURIComponent(measure.title)}`;
/** One pattern for each kind of file that search loads. */
const indexFiles = ['catalogue.json', 'index/*', 'texts-*/*'] as const;
const pathsOf = (pattern: string) =>
  globSync(pattern, { cwd: join(site, 'search/index') })
    .filter((file) => !/\.(?:gz|br)$/u.test(file))
    .map((file) => index + file.replaceAll('\\', '/'));
const results = (page: Page) => page.locator('#search-results');

test.use({ serviceWorkers: 'block' });

const rows = (page: Page) => results(page).locator('li');

/** The reader is told in plain words, has other ways, and sees no row. */
async function saysThatSearchFailed(page: Page, words: string) {
  await expect(results(page)).toHaveAttribute('aria-busy', 'false');
  await expect(page.getByRole('alert')).toContainText(words);
  await expect(page.getByRole('alert')).not.toContainText(/Error|http|\d{3}/u);
  await expect(rows(page)).toHaveCount(0);
  await expect(page.locator('#search-ways')).toBeVisible();
}

test('when the server goes away in the middle of a search, the reader is told, and what is on the page stays', async ({
  page,
}) => {
  const server = await serve();
  await page.goto(server.origin + query);
  await expect(rows(page).first()).toBeVisible();
  await server.close();
  await page.getByRole('search').getByRole('searchbox').first().fill('知识产权质押');
  await saysThatSearchFailed(page, '网络没有连上');
});

test('a failure leaves nothing of what was found before, nor of its fold', async ({ page }) => {
  const server = await serve();
  await page.goto(`${server.origin}${base}${searchPath}?q=${encodeURIComponent(`墓地${measure.title.slice(0, 2)}`)}`);
  await expect(results(page).locator('details')).toBeVisible();
  await server.close();
  await page.getByRole('search').getByRole('searchbox').first().fill('知识产权质押');
  await saysThatSearchFailed(page, '网络没有连上');
  await expect(results(page).locator('details')).toHaveCount(0);
  await expect(results(page).locator('ol')).toHaveCount(1);
});

const anotherPage = () => Buffer.from('<!doctype html><title>登录</title>');
for (const file of indexFiles)
  for (const [name, cut] of [
    ['missing', null],
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['another page', anotherPage],
  ] as const)
    test(`where ${file} of the index arrives ${name}, no wrong answer is given`, async ({ page }) => {
      const server = await serve();
      for (const path of pathsOf(file)) server.replace(path, cut);
      const reported: string[] = [];
      page.on('console', (message) => message.type() === 'error' && reported.push(message.text()));
      await page.goto(server.origin + query);
      await saysThatSearchFailed(page, '网站暂时不能搜索');
      expect(reported.join()).toContain('.pf_index');
      await expect(page.locator('#search-filters')).toBeHidden();
      await server.close();
    });

for (const [name, file, cut] of [
  ['the worker arrives as another page', 'worker', anotherPage],
  ['the worker arrives cut short', 'worker', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ['the catalogue arrives as an answer of a gateway', 'catalogue', () => Buffer.from('{"code":401}')],
  ['the catalogue arrives as nothing', 'catalogue', () => Buffer.from('null')],
  ['the texts arrive as an answer of a gateway', 'texts', () => Buffer.from('{"code":401}')],
] as const)
  test(`where ${name}, it is the server that is said to fail`, async ({ page }) => {
    const server = await serve();
    const { worker = '' } = JSON.parse(
      readFileSync(join(site, 'search/index/catalogue.json'), 'utf8'),
    ) as CatalogueFile;
    const paths = {
      worker: [`${base}_astro/${worker}`],
      catalogue: pathsOf('catalogue.json'),
      texts: pathsOf('texts-*/*'),
    };
    for (const path of paths[file]) server.replace(path, cut);
    await page.goto(server.origin + query);
    await saysThatSearchFailed(page, '网站暂时不能搜索');
    await server.close();
  });

test('suggestions that arrive as an answer of a gateway are none', async ({ page }) => {
  const failures: Error[] = [];
  page.on('pageerror', (error) => failures.push(error));
  const server = await serve();
  const [dictionary = ''] = pathsOf('dictionary-*.json');
  server.replace(dictionary, () => Buffer.from('{"code":401}'));
  await page.goto(server.origin + query);
  const arrived = page.waitForEvent('requestfinished', (request) => request.url().endsWith(dictionary));
  await page.getByRole('search').getByRole('searchbox').first().fill(measure.title.slice(0, 2));
  await arrived;
  await expect(rows(page).first()).toBeVisible();
  expect(failures).toEqual([]);
  await server.close();
});

test('after a failure, trying again finds what came back, from the server and from no stored copy', async ({
  page,
}) => {
  await page.route(`**${index}catalogue.json`, (route) => route.abort(), { times: 2 });
  await page.goto(query);
  await saysThatSearchFailed(page, '网络没有连上');
  const again = page.waitForRequest(`**${index}catalogue.json`);
  await page.getByRole('button', { name: '再试一次' }).click();
  expect((await (await again).allHeaders())['cache-control']).toBe('no-cache');
  await expect(results(page).locator('a').first()).toBeVisible();
});

test('a browser that lacks what search uses is told in one sentence that it is too old, and led to the indexes', async ({
  page,
}) => {
  await page.route('**/worker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `delete Array.prototype.at;${await response.text()}` });
  });
  await page.goto(query);
  const said = page.locator('#search-status');
  await expect(said).toContainText('这个浏览器版本太旧');
  await expect(said).not.toContainText('网络');
  await expect(page.locator('#search-hint')).toBeHidden();
  await expect(said.getByRole('button')).toHaveCount(0);
  for (const path of [unitsPath, supportPath, siteMapPath, ...(plan.annex ? [tasksPath(plan)] : [])])
    await expect(said.locator(`a[href="${base}${path}"]`)).toBeVisible();
  await expect(page.locator('#search-filters')).toBeHidden();
});

/** Another edition of the site, made of this one: its rows are told by their titles; the program has a new name if it changed too. */
function nextEdition({ program }: { program: boolean }): string {
  const next = mkdtempSync(join(tmpdir(), 'handbook-edition-'));
  cpSync(site, next, { recursive: true, filter: (file) => !/\.(?:gz|br|zip|docx|xlsx|png|csv)$/u.test(file) });
  const folder = join(next, 'search/index');
  const file = join(folder, 'catalogue.json');
  const catalogue = JSON.parse(readFileSync(file, 'utf8')) as CatalogueFile;
  const { textFolder, worker = '' } = catalogue;
  renameSync(join(folder, textFolder), join(folder, 'texts-next'));
  for (const name of readdirSync(join(folder, 'texts-next'))) {
    const texts = join(folder, 'texts-next', name);
    const displays: Display[] = JSON.parse(readFileSync(texts, 'utf8'));
    writeFileSync(texts, JSON.stringify(displays.map((one) => ({ ...one, title: `新版${one.title}` }))));
  }
  if (program) {
    const scripts = join(next, '_astro');
    renameSync(join(scripts, worker), join(scripts, 'worker-next.js'));
    const starter =
      readdirSync(scripts).find((name) => readFileSync(join(scripts, name), 'utf8').includes(worker)) ?? '';
    const text = readFileSync(join(scripts, starter), 'utf8');
    writeFileSync(join(scripts, 'next.js'), text.replaceAll(worker, 'worker-next.js'));
    rmSync(join(scripts, starter));
    const html = join(next, 'search/index.html');
    writeFileSync(html, readFileSync(html, 'utf8').replaceAll(starter, 'next.js'));
  }
  writeFileSync(
    file,
    JSON.stringify({ ...catalogue, textFolder: 'texts-next', worker: program ? 'worker-next.js' : worker }),
  );
  return next;
}

/** Opens search on a question, publishes another edition, and asks for what search has not read yet; `missing` answers for what is gone. */
async function searchesAcross(page: Page, edition: string, missing?: () => Buffer): Promise<Server> {
  const server = await serve();
  await page.goto(`${server.origin}${query}&kind=measure`);
  await expect(rows(page).first()).toBeVisible();
  server.publish(edition, missing);
  await page.getByRole('search').getByRole('searchbox').first().fill('');
  return server;
}

test('a page that is open while another edition is published answers from that one alone', async ({ page }) => {
  const edition = nextEdition({ program: false });
  const server = await searchesAcross(page, edition);
  await expect(rows(page).getByRole('link').first()).toContainText('新版');
  const titles = await rows(page).getByRole('link').allTextContents();
  expect(titles.filter((title) => !title.includes('新版'))).toEqual([]);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await server.close();
  rmSync(edition, { recursive: true });
});

for (const [name, answer] of [
  ['says so', undefined],
  ['answers with another page', anotherPage],
] as const)
  test(`where the program of search was published anew too, and the server ${name}, the page offers to reload, and keeps question and filters`, async ({
    page,
  }) => {
    const edition = nextEdition({ program: true });
    const server = await searchesAcross(page, edition, answer);
    await saysThatSearchFailed(page, '手册已经更新');
    await expect(page.getByRole('button', { name: '再试一次' })).toHaveCount(0);
    await page.getByRole('button', { name: '重新打开' }).click();
    await expect(rows(page).getByRole('link').first()).toContainText('新版');
    await expect(page).toHaveURL(/\?kind=measure$/);
    await expect(results(page).locator('li:not([data-kind=measure])')).toHaveCount(0);
    await server.close();
    rmSync(edition, { recursive: true });
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

test('the archive, unpacked where a plain file server gives it, is the whole site with a note, and its search finds', async ({
  page,
}) => {
  const unpacked = mkdtempSync(join(tmpdir(), 'handbook-archive-'));
  for (const [file, bytes] of Object.entries(unzipSync(readFileSync(fileFor(base + archivePath) ?? '')))) {
    mkdirSync(dirname(join(unpacked, file)), { recursive: true });
    writeFileSync(join(unpacked, file), bytes);
  }
  const whole = filesIn(site).filter((file) => !/\.(?:gz|br)$/u.test(file) && file !== archivePath);
  expect(filesIn(unpacked).filter((file) => file !== archiveNoteName)).toEqual(whole);
  expect(readFileSync(join(unpacked, archiveNoteName), 'utf8')).toContain(base);
  const server = await serve(unpacked);
  await page.goto(server.origin + query);
  await results(page).locator('a').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(measure.title);
  await server.close();
  rmSync(unpacked, { recursive: true });
});
