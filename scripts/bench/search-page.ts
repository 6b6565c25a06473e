import { gzipSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import { searchPath } from '../../src/routes/paths.ts';

/** One result as the page shows it. */
export interface ShownRow {
  path: string;
  match: string;
  kind: string;
}

export interface Asked {
  rows: ShownRow[];
  milliseconds: number;
}

/** Opens the search page of a handbook, whose address ends in `/`. */
export async function openSearchPage(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({ locale: 'zh-CN' });
  await page.goto(address + searchPath);
  await page.locator('#search-results[aria-busy=false]').waitFor();
  return page;
}

/** Types a query as a whole and waits until its answer is painted. */
export const ask = (page: Page, query: string): Promise<Asked> =>
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
      kind: item.dataset.kind ?? '',
    }));
    return { rows, milliseconds };
  }, query);

/** What a fresh browser must load for the answer to one query, in bytes as sent by a server that compresses. */
export async function coldBytes(
  browser: Browser,
  address: string,
  query: string,
): Promise<{ all: number; search: number }> {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  const sizes: Promise<{ path: string; size: number }>[] = [];
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    sizes.push(
      response.body().then((body) => ({ path, size: Math.min(body.length, gzipSync(body, { level: 9 }).length) })),
    );
  });
  await page.goto(`${address}${searchPath}?${new URLSearchParams({ q: query })}`);
  await page.locator('#search-results[aria-busy=false]').waitFor();
  const loaded = await Promise.all(sizes);
  await context.close();
  const sum = (files: typeof loaded) => files.reduce((total, { size }) => total + size, 0);
  return { all: sum(loaded), search: sum(loaded.filter(({ path }) => /\.js$|\/search\/index\//u.test(path))) };
}
