import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from '@playwright/test';
import { preview } from 'astro';
import { searchPath } from '../../src/routes/paths.ts';
import { findBrowser } from '../install.ts';

/** Serves a built site, `dist` if no other is given, and gives a browser the address below which it is. */
export async function withSearch<T>(
  base: string,
  use: (browser: Browser, address: string) => Promise<T>,
  outDir?: string,
): Promise<T> {
  await using closing = new AsyncDisposableStack();
  const server = await preview({ ...(outDir && { outDir }), server: { port: 0 }, logLevel: 'error' });
  closing.defer(() => server.stop());
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  closing.defer(() => browser.close());
  return await use(browser, `http://localhost:${server.port}${base}`);
}

/** Opens the search page of a handbook, whose address ends in `/`. */
export async function openSearchPage(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({ locale: 'zh-CN' });
  await page.goto(address + searchPath);
  // Hidden, as nothing was asked yet.
  await page.locator('#search-results[aria-busy=false]').waitFor({ state: 'attached' });
  return page;
}

/** Types a query as a whole and waits until its answer is painted. */
export const ask = (page: Page, query: string) =>
  page.evaluate(async (words) => {
    const input = document.querySelector<HTMLInputElement>('#search-form input[name=q]');
    const results = document.querySelector('#search-results');
    if (!input || !results) throw new Error('没有搜索框');
    const answered = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (results.getAttribute('aria-busy') !== 'false') return;
        observer.disconnect();
        resolve();
      });
      observer.observe(results, { attributeFilter: ['aria-busy'] });
    });
    const start = performance.now();
    input.value = words;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await answered;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const milliseconds = performance.now() - start;
    const rows = [...results.querySelectorAll<HTMLElement>('li')].map((item) => ({
      path: item.querySelector('a')?.getAttribute('href') ?? '',
      match: item.dataset.match ?? '',
    }));
    const isFolded = results.querySelector('details[data-folded]') !== null;
    const isTold = document.querySelector('#search-status [data-elsewhere]') !== null;
    return { rows, isFolded, isTold, milliseconds };
  }, query);

/** In milliseconds: offers come after an answer, if at all. */
const offerTimeout = 1000;

/** What is offered to a reader who typed a query, best first. */
export async function offersFor(page: Page, query: string): Promise<string[]> {
  await ask(page, query);
  const offers = page.locator('#search-status [data-meant] button');
  const isOffered = await offers
    .first()
    .waitFor({ timeout: offerTimeout })
    .then(
      () => true,
      () => false,
    );
  return isOffered ? offers.allTextContents() : [];
}

/** What a fresh browser loads while `visit` uses it, in bytes as sent by a server that compresses. */
async function loadedBy(browser: Browser, visit: (page: Page) => Promise<void>) {
  // A page of its own context.
  const page = await browser.newPage({ locale: 'zh-CN' });
  const sizes: Promise<{ path: string; size: number }>[] = [];
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    sizes.push(
      response.body().then((body) => ({ path, size: Math.min(body.length, gzipSync(body, { level: 9 }).length) })),
    );
  });
  await visit(page);
  const loaded = await Promise.all(sizes);
  await page.close();
  return loaded;
}

const sum = (files: { size: number }[]) => files.reduce((total, { size }) => total + size, 0);

/** The requests and bytes of a first visit to a page, with a minute of the browser's clock after it. */
export async function firstVisit(browser: Browser, address: string) {
  const loaded = await loadedBy(browser, async (page) => {
    await page.clock.install();
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.clock.runFor('01:00');
    await page.waitForLoadState('networkidle');
  });
  return { requests: loaded.length, bytes: sum(loaded) };
}

/** What a fresh browser must load for the answer to one query, in bytes. */
export async function coldBytes(browser: Browser, address: string, query: string) {
  const loaded = await loadedBy(browser, async (page) => {
    await page.goto(`${address}${searchPath}?${new URLSearchParams({ q: query })}`);
    await page.locator('#search-results[aria-busy=false]').waitFor();
  });
  return { all: sum(loaded), search: sum(loaded.filter(({ path }) => /\.js$|\/search\/index\//u.test(path))) };
}
