import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gzipSync, zstdCompressSync } from 'node:zlib';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { decompress } from 'fzstd';
import { type CopyDescription, packFiles, unpackFiles } from '../../src/browser/copy-format.ts';
import { storageKeys } from '../../src/browser/storage.ts';
import { copyDescriptionPath, offlineWorkerPath } from '../../src/routes/offline-paths.ts';
import { handoutPath, measurePath, planPath, searchPath, tasksPath, unitPath } from '../../src/routes/paths.ts';
import { sitePages } from '../../src/routes/site-pages.ts';
import { offlinePages } from '../../src/views/offline-pages.ts';
import { pathOf, subjectsOf } from '../../src/views/page-subject.ts';
import budgets from '../budgets.json' with { type: 'json' };
import { county, edited } from '../fixtures/county.ts';
import { build, projectWith } from '../fixtures/project.ts';
import { fileFor, handbook } from '../site/built-site.ts';
import { type Server, serve } from './server.ts';
import { busiest, needed, plan, task, wordsOf } from './subjects.ts';

const measure = needed(plan.measures[0], 'measure');
const { base } = handbook.site;
const kept = offlinePages(handbook);
/** One page of each kind that the copy holds. */
const kinds = [...new Map(kept.map((subject) => [subject.kind, subject])).values()].map(pathOf);
const description: CopyDescription = JSON.parse(
  readFileSync(needed(fileFor(base + copyDescriptionPath), 'description'), 'utf8'),
);

async function openPanel(page: Page) {
  await page.locator('summary', { hasText: '阅读设置' }).click();
  return page.locator('details [data-offline-state]');
}
const saveButton = (page: Page) => page.getByRole('button', { name: /^把手册存到本机/u });
const removeButton = (page: Page) => page.getByRole('button', { name: '从本机删除' });

/** Stores the copy from the reading settings. */
async function save(page: Page) {
  const state = await openPanel(page);
  await saveButton(page).click();
  await expect(state).toHaveText(/已存到本机/u, { timeout: 20_000 });
  return state;
}

/** The scopes of the workers, and the names of the caches, that the browser has for the origin of a page. */
const onDevice = (page: Page) =>
  page.evaluate(async () => ({
    scopes: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope).sort(),
    caches: await caches.keys(),
  }));

/**
 * What pages ask the network for in vain. It is no fault that they ask whether there is a newer edition, nor what is cut short as
 * a page is left.
 */
function failuresOf(context: BrowserContext): string[] {
  const failures: string[] = [];
  context.on('requestfailed', (request) => {
    const failure = request.failure()?.errorText;
    if (!request.url().endsWith(`/${copyDescriptionPath}`) && failure !== 'net::ERR_ABORTED')
      failures.push(`${failure} ${request.url()}`);
  });
  context.on(
    'response',
    (response) => response.status() >= 400 && failures.push(`${response.status()} ${response.url()}`),
  );
  return failures;
}

/** Publishes another edition, in which a page has another heading. */
function publish(server: Server, path: string, heading: string): void {
  const changed = (html: Buffer) => Buffer.from(html.toString().replace(/(?<=<h1[^>]*>).*?(?=<\/h1>)/su, heading));
  const packed = readFileSync(needed(fileFor(base + description.file), 'copy'));
  const files = unpackFiles(decompress(packed)).map((file) =>
    file.path === path ? { ...file, bytes: changed(Buffer.from(file.bytes)) } : file,
  );
  const edition = zstdCompressSync(packFiles(files), { params: { [constants.ZSTD_c_windowLog]: 24 } });
  server.replace(base + path, changed);
  server.replace(base + description.file, () => edition);
  server.replace(base + copyDescriptionPath, () =>
    Buffer.from(JSON.stringify({ ...description, edition: 'another', transferred: edition.length })),
  );
}

let server: Server;
test.beforeEach(async () => {
  server = await serve();
});
test.afterEach(() => server.close());
test.setTimeout(90_000);

/**
 * Opens a page and lets the clock of the browser run for a minute. Gives the paths asked for until it was loaded, and those after:
 * the last is one that the test itself has put off for half a minute, which shows that put-off requests are made and seen. The
 * mark in the tab, which a browser asks for when it likes, is counted with the first.
 */
async function requestsOf(page: Page, path: string) {
  await page.clock.install();
  await page.goto(server.origin + base + path, { waitUntil: 'networkidle' });
  const asked = () => server.asked.map((one) => one.path);
  const first = new Set([...asked(), `${base}favicon.svg`]);
  const count = server.asked.length;
  await page.evaluate((probe) => {
    setTimeout(() => fetch(probe), 30_000);
  }, `${base}probe`);
  await page.clock.runFor('01:00');
  await expect.poll(asked).toContain(`${base}probe`);
  return {
    first: [...first],
    later: asked()
      .slice(count)
      .filter((one) => one !== `${base}favicon.svg`),
  };
}

test('a first visit is light, and asks the network for nothing afterwards', async ({ page }) => {
  const { first, later } = await requestsOf(page, '');
  const bytes = first.reduce((sum, path) => {
    const file = readFileSync(needed(fileFor(path), 'file'));
    return sum + Math.min(file.length, gzipSync(file, { level: 9 }).length);
  }, 0);
  console.log(`首次访问首页：${first.length} 个请求，${bytes} 字节（gzip）`);
  expect(first.length).toBeLessThanOrEqual(budgets.firstVisit.requests);
  expect(bytes).toBeLessThanOrEqual(budgets.firstVisit.bytes);
  expect(later).toEqual([`${base}probe`]);
  expect(await onDevice(page)).toEqual({ scopes: [], caches: [] });
});

for (const path of kinds.filter((one) => one !== ''))
  test(`nothing is fetched unasked after ${path} is there`, async ({ page }) => {
    const { later } = await requestsOf(page, path);
    expect(later).toEqual([`${base}probe`]);
    expect((await onDevice(page)).scopes).toEqual([]);
  });

test('the button names what is then transferred, and the copy is as large on the device as is said', async ({
  page,
}) => {
  await page.goto(server.origin + base);
  const state = await openPanel(page);
  const named = Number(/约([\d.]+) MB/u.exec((await saveButton(page).textContent()) ?? '')?.[1]) * 1e6;
  const before = server.asked.length;
  await saveButton(page).click();
  await expect(state).toHaveText(/已存到本机/u, { timeout: 20_000 });
  const transferred = server.asked.slice(before).reduce((sum, { size }) => sum + size, 0);
  console.log(`存到本机：按钮说 ${named}，传输 ${transferred} 字节，${server.asked.length - before} 个请求`);
  // One decimal place of a megabyte is named.
  expect(Math.abs(transferred - description.transferred)).toBeLessThan(0.1 * description.transferred);
  expect(Math.abs(named - description.transferred)).toBeLessThanOrEqual(50_000);
  const stored = await page.evaluate(async () => {
    let sum = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const response of await cache.matchAll()) sum += (await response.arrayBuffer()).byteLength;
    }
    return sum;
  });
  expect(Math.abs(stored - description.stored)).toBeLessThan(1000);
});

test('every kind of page that is kept is whole without a network, with all that it asks for', async ({
  page,
  context,
}) => {
  await page.goto(server.origin + base);
  await save(page);
  await page.evaluate(([key, id]) => localStorage.setItem(key, id), [storageKeys.unit, busiest.id] as const);
  await server.close();
  await context.setOffline(true);
  const failures = failuresOf(context);
  for (const path of kinds) {
    await page.goto(server.origin + base + path, { waitUntil: 'networkidle' });
    await expect(page.locator('h1')).toHaveCount(1);
    // What comes with the first letter that is typed, and with the settings.
    const box = page.locator('[data-search-box] input[name=q]').filter({ visible: true }).first();
    if (await box.count()) await box.pressSequentially(measure.title.slice(0, 2));
    await openPanel(page);
    await page.waitForLoadState('networkidle');
    expect(failures, path).toEqual([]);
  }
  await page.goto(server.origin + base);
  await expect(page.locator('[data-my-unit]')).toContainText(busiest.name);
  await page.goto(`${server.origin}${base}${searchPath}?q=${encodeURIComponent(needed(wordsOf(task), 'words'))}`);
  await page.locator('#search-results a').first().click();
  await expect(page.locator('h1')).not.toHaveText('断网阅读');
  await expect(page.getByText(/已标出搜索的词/u)).toBeVisible();
  expect(failures).toEqual([]);
});

test('a kept page answers whatever stands in its query, without its slash, and by the name of its file', async ({
  page,
  context,
}) => {
  await page.goto(server.origin + base);
  await save(page);
  await context.setOffline(true);
  const path = measurePath(measure);
  for (const address of [
    `${path}?from=singlemessage&isappinstalled=0`,
    path.slice(0, -1),
    `${path.slice(0, -1)}?from=timeline`,
    `${path}index.html`,
  ]) {
    await page.goto(server.origin + base + address);
    await expect(page.getByRole('heading', { level: 1 }), address).toHaveText(measure.title);
  }
});

test('what is not kept says so without a network: a page in the look of the handbook, a download in a notice', async ({
  page,
  context,
}) => {
  await page.goto(server.origin + base);
  await save(page);
  await context.setOffline(true);
  const others = subjectsOf(handbook)
    .map(pathOf)
    .filter((path) => !kept.map(pathOf).includes(path));
  for (const path of [others[0] ?? 'nowhere/', 'nowhere/']) {
    const response = await page.goto(server.origin + base + path);
    expect(response?.status()).toBe(503);
    await expect(page.getByText('您要看的这一页没有存到本机')).toBeVisible();
    await expect(page.getByRole('link', { name: plan.title }).first()).toBeVisible();
  }
  await page.goto(server.origin + base + sitePages.offline.path);
  await expect(page.getByText('您要看的这一页没有存到本机')).toBeHidden();
  await page.goto(server.origin + base + planPath(plan));
  await page
    .locator(`a[href="${base}${handoutPath(plan, undefined, 'docx')}"]`)
    .first()
    .click();
  await expect(page.getByRole('status').filter({ hasText: '供下载的文件没有存到本机' })).toBeVisible();
  // With a network it comes as ever.
  await context.setOffline(false);
  const download = page.waitForEvent('download');
  await page
    .locator(`a[href="${base}${handoutPath(plan, undefined, 'docx')}"]`)
    .first()
    .click();
  await (await download).saveAs(test.info().outputPath('list.docx'));
});

test('the copy can be removed, the focus stays, and it does not come back', async ({ page, context }) => {
  await page.goto(server.origin + base);
  const state = await save(page);
  await expect(removeButton(page)).toBeFocused();
  await page.reload();
  await openPanel(page);
  await expect(state).toHaveText(/已存到本机/u);
  await page.keyboard.press('Escape');
  await openPanel(page);
  await removeButton(page).press('Enter');
  await expect(state).toHaveText('已从本机删除。');
  await expect(saveButton(page)).toBeFocused();
  expect(await onDevice(page)).toEqual({ scopes: [], caches: [] });
  await page.reload();
  await openPanel(page);
  await expect(saveButton(page)).toBeVisible();
  await context.setOffline(true);
  await expect(page.goto(server.origin + base + measurePath(measure))).rejects.toThrow();
});

test.describe('what prevents a copy is said, with what to do, and nothing of it stays', () => {
  const refusals = {
    'the file is gone': [() => server.replace(base + description.file, null), '', /没有取到.*请稍后再试/u],
    'the file is cut off': [
      () => server.replace(base + description.file, (bytes) => bytes.subarray(0, 9000)),
      '',
      /没有取到/u,
    ],
    'the file is spoiled': [
      () => server.replace(base + description.file, (bytes) => Buffer.alloc(bytes.length)),
      '',
      /没有取到/u,
    ],
    'the device is full': [
      () => undefined,
      `let left = 20; const put = Cache.prototype.put;
       Cache.prototype.put = function (...all) {
         if (left-- > 0) return put.apply(this, all);
         return Promise.reject(new DOMException('full', 'QuotaExceededError'));
       };`,
      /空间不够.*腾出空间/u,
    ],
    'storage is refused': [
      () => undefined,
      `CacheStorage.prototype.open = () => Promise.reject(new DOMException('no', 'SecurityError'));`,
      /不允许在本机保存/u,
    ],
    'the worker is gone': [() => server.replace(base + offlineWorkerPath, null), '', /没有取到.*请稍后再试/u],
    'the worker is refused': [
      () => undefined,
      `ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('no', 'SecurityError'));`,
      /不允许在本机保存/u,
    ],
  } as const;
  for (const [name, [spoil, script, words]] of Object.entries(refusals))
    test(name, async ({ page }) => {
      spoil();
      if (script) await page.addInitScript(script);
      await page.goto(server.origin + base);
      const state = await openPanel(page);
      await saveButton(page).click();
      await expect(state).toHaveText(words, { timeout: 20_000 });
      await expect(saveButton(page)).toBeFocused();
      expect(await onDevice(page)).toEqual({ scopes: [], caches: [] });
    });
});

/** Ends the storing of a copy at a call of `Cache.put` that matches, as does a page that is closed then. */
const stopsAt = (condition: string) =>
  `let calls = 0; const put = Cache.prototype.put;
   Cache.prototype.put = function (...all) {
     calls++;
     return ${condition} ? new Promise(() => {}) : put.apply(this, all);
   };`;

for (const [name, condition, some] of [
  ['while its files were stored', 'calls > 50', { scopes: 0, caches: 1 }],
  ['before it was whole', `String(all[0]).includes('?description')`, { scopes: 1, caches: 1 }],
] as const)
  test(`what is left of a copy whose page was closed ${name} is removed, and nothing is asked for it later`, async ({
    page,
    context,
  }) => {
    await page.addInitScript(stopsAt(condition));
    await page.goto(server.origin + base);
    await openPanel(page);
    await saveButton(page).click();
    const left = async (one: Page) => {
      const { scopes, caches } = await onDevice(one);
      return { scopes: scopes.length, caches: caches.length };
    };
    await expect.poll(() => left(page), { timeout: 20_000 }).toEqual(some);
    const next = await context.newPage();
    await page.close();
    await next.goto(server.origin + base);
    await openPanel(next);
    await expect(saveButton(next)).toBeVisible();
    await expect.poll(() => left(next)).toEqual({ scopes: 0, caches: 0 });
    const before = server.asked.length;
    await next.goto(server.origin + base + measurePath(measure), { waitUntil: 'networkidle' });
    expect(server.asked.slice(before).map(({ path }) => path)).not.toContain(base + copyDescriptionPath);
  });

test.describe('a copy that is kept is shown and can be removed', () => {
  const answers: Record<string, Parameters<Page['route']>[1]> = {
    'while the network does not answer': () => undefined,
    'where another page comes in place of what is asked': (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>登录</title>' }),
    'where a gateway answers': (route) => route.fulfill({ json: { code: 401 } }),
  };
  for (const [name, answer] of Object.entries(answers))
    test(name, async ({ page }) => {
      await page.goto(server.origin + base);
      await save(page);
      await page.route(`**/${copyDescriptionPath}`, answer);
      await page.reload();
      const state = await openPanel(page);
      await expect(state).toHaveText(/已存到本机/u);
      await removeButton(page).click();
      await expect(state).toHaveText('已从本机删除。');
      expect(await onDevice(page)).toEqual({ scopes: [], caches: [] });
    });
});

test('a tab that the reader comes back to shows what another one has removed and stored', async ({ page, context }) => {
  await page.goto(server.origin + base);
  const state = await save(page);
  const other = await context.newPage();
  await other.goto(server.origin + base);
  await openPanel(other);
  await removeButton(other).click();
  await expect(saveButton(other)).toBeVisible();
  const comesBack = () => page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await comesBack();
  await expect(saveButton(page)).toBeVisible();
  await saveButton(other).click();
  await expect(removeButton(other)).toBeVisible({ timeout: 20_000 });
  await comesBack();
  await expect(state).toHaveText(/已存到本机/u);
});

test('where a browser cannot keep the handbook, it is not offered, and the page of it says why', async ({ page }) => {
  // Not a secure context: a host of another name by plain http.
  const host = 'http://handbook.test';
  await page.route(`${host}/**`, (route) => {
    const file = fileFor(new URL(route.request().url()).pathname);
    return file ? route.fulfill({ path: file }) : route.fulfill({ status: 404 });
  });
  await page.goto(host + base + sitePages.offline.path);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await expect(page.getByText(/网址以 https 开头/u)).toBeVisible();
  await page.locator('summary', { hasText: '阅读设置' }).click();
  await expect(page.locator('[data-offline]').filter({ visible: true })).toHaveCount(0);
});

test('a new edition waits until the reader takes it, and then every page is of it', async ({ page }) => {
  await page.goto(server.origin + base);
  await save(page);
  publish(server, measurePath(measure), '新一版的标题');
  const heading = page.getByRole('heading', { level: 1 });
  await page.goto(server.origin + base + measurePath(measure));
  const take = page.getByRole('button', { name: /^换用新版/u });
  await expect(take).toBeVisible({ timeout: 20_000 });
  await expect(heading).toHaveText(measure.title);
  await take.click();
  await expect(heading).toHaveText('新一版的标题', { timeout: 20_000 });
  expect((await onDevice(page)).caches).toHaveLength(1);
  await page.context().setOffline(true);
  await page.goto(server.origin + base + tasksPath(plan));
  await page.goto(server.origin + base + measurePath(measure));
  await expect(heading).toHaveText('新一版的标题');
  await expect(take).toBeHidden();
});

test('a new edition that does not arrive leaves the old one', async ({ page }) => {
  await page.goto(server.origin + base);
  await save(page);
  publish(server, measurePath(measure), '新一版的标题');
  server.replace(base + description.file, null);
  await page.goto(server.origin + base + measurePath(measure));
  await page.getByRole('button', { name: /^换用新版/u }).click();
  await expect(page.getByRole('status').filter({ hasText: '本机仍是原来的版本' })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('button', { name: /^换用新版/u })).toBeFocused();
  await page.context().setOffline(true);
  await page.goto(server.origin + base + measurePath(measure));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(measure.title);
});

test('the worker of earlier releases goes with all that it stored unasked, once, and the pages are fine', async ({
  page,
}) => {
  // As those releases had it: Workbox's names, a page that reloads when another worker takes over, no choice of the reader's.
  server.replace(`${base}sw.js`, () =>
    Buffer.from(`
      const name = 'workbox-precache-v2-' + registration.scope;
      addEventListener('install', (event) => event.waitUntil(caches.open(name).then((cache) => cache.add(registration.scope))));
      addEventListener('fetch', (event) => event.respondWith(caches.match(event.request).then((kept) => kept || fetch(event.request))));
    `),
  );
  server.replace(base, () =>
    Buffer.from(`<!doctype html><h1>旧版</h1><script>
      const old = navigator.serviceWorker;
      if (old.controller) old.addEventListener('controllerchange', () => location.reload());
      old.register('${base}sw.js', { scope: '${base}' });
    </script>`),
  );
  await page.goto(server.origin + base);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    await caches.open('of-the-portal');
  });
  await page.reload();
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
  for (const path of [base, `${base}sw.js`]) server.replace(path, (bytes) => bytes);

  let loads = 0;
  page.on('load', () => loads++);
  await page.goto(server.origin + base);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('旧版');
  await expect.poll(() => onDevice(page)).toEqual({ scopes: [], caches: ['of-the-portal'] });
  await page.goto(server.origin + base + measurePath(measure));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(measure.title);
  expect(await onDevice(page)).toEqual({ scopes: [], caches: ['of-the-portal'] });
  expect(loads, 'the page from the old copy, the same anew, the next').toBeLessThanOrEqual(3);
});

test('the worker of the portal above the handbook is left alone', async ({ page }) => {
  const below = `${base}handbook/`;
  const root = projectWith(edited(county, { 'site.yaml': (text) => text.replace(/^base: .*$/mu, `base: ${below}`) }));
  const { built, output } = await build(root);
  expect(built, output).toBe(true);
  const portal = join(root, 'portal');
  cpSync(join(root, 'dist'), join(portal, 'handbook'), { recursive: true });
  writeFileSync(join(portal, 'sw.js'), 'addEventListener("activate", (event) => event.waitUntil(clients.claim()))');
  const portalServer = await serve(portal);
  await page.goto(portalServer.origin + below);
  await page.evaluate(async (scope) => {
    await navigator.serviceWorker.register(`${scope}sw.js`, { scope });
    await caches.open('workbox-precache-v2-of-the-portal');
  }, base);
  await page.reload();
  const state = await save(page);
  expect((await onDevice(page)).scopes).toEqual([portalServer.origin + base, portalServer.origin + below]);
  await removeButton(page).click();
  await expect(state).toHaveText('已从本机删除。');
  await page.reload();
  await openPanel(page);
  await expect(saveButton(page)).toBeVisible();
  expect(await onDevice(page)).toEqual({
    scopes: [portalServer.origin + base],
    caches: ['workbox-precache-v2-of-the-portal'],
  });
  await portalServer.close();
});

test.describe('a page that is open while the handbook is published anew', () => {
  /** Takes the scripts away that a page loads when they are needed. */
  const withoutParts = async (page: Page) => {
    await page.goto(server.origin + base + unitPath(busiest), { waitUntil: 'networkidle' });
    const loaded = new Set(server.asked.map(({ path }) => path));
    for (const path of scripts()) if (!loaded.has(path)) server.replace(path, null);
  };
  const scripts = () =>
    unpackFiles(decompress(readFileSync(needed(fileFor(base + description.file), 'copy'))))
      .filter(({ path }) => path.startsWith('_astro/') && path.endsWith('.js'))
      .map(({ path }) => base + path);
  const type = (page: Page) =>
    page.locator('[data-search-box] input[name=q]').filter({ visible: true }).first().pressSequentially('a');

  test('says so and offers to open it again', async ({ page }) => {
    await withoutParts(page);
    server.replace(base + unitPath(busiest), (bytes) =>
      Buffer.from(bytes.toString().replaceAll('_astro/Page', '_astro/Next')),
    );
    await type(page);
    await expect(page.getByRole('status').filter({ hasText: '手册已更新' })).toBeVisible();
    server.replace(base + unitPath(busiest), (bytes) =>
      Buffer.from(bytes.toString().replace(/(?<=<h1[^>]*>).*?(?=<\/h1>)/su, '新一版的标题')),
    );
    await page.getByRole('button', { name: '重新打开' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('新一版的标题');
  });

  test('does not speak of an update where another page comes, as that of a network to log in to', async ({ page }) => {
    await withoutParts(page);
    server.replace(base + unitPath(busiest), () => Buffer.from('<!doctype html><title>登录</title>'));
    await type(page);
    await expect(page.getByRole('status').filter({ hasText: '没有加载成功' })).toBeVisible();
    await expect(page.getByText('手册已更新')).toBeHidden();
  });

  test('does not speak of an update where it is the network that fails', async ({ page, context }) => {
    await withoutParts(page);
    await context.setOffline(true);
    await type(page);
    await expect(page.getByRole('status').filter({ hasText: '网络' })).toBeVisible();
    await expect(page.getByText('手册已更新')).toBeHidden();
  });
});
