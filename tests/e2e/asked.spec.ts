import { type Browser, expect, type Page, test } from '@playwright/test';
import { searchPath } from '../../src/routes/paths.ts';
import { handbook } from '../site/built-site.ts';
import { type Server, serve } from './server.ts';
import { needed, plan } from './subjects.ts';

/* What the server's log can hold of what a reader asks. */

const [first, second] = plan.measures;
const came = needed(first, 'measure').title;
const typed = needed(second, 'second measure').title;
const page = `${handbook.site.base}${searchPath}`;

/** A form that has questions noted, or not, whatever the site says. */
const noting = (isOn: boolean) => (html: Buffer) =>
  Buffer.from(
    String(html)
      .replace(/ data-log-queries(?:="true")?/u, '')
      .replace('id="search-form"', `id="search-form"${isOn ? ' data-log-queries' : ''}`),
  );

const servers: Server[] = [];
test.afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A reader who comes to the search page with a question in its address. */
async function comeAsking(browser: Browser, isOn: boolean, refuses = false): Promise<{ server: Server; tab: Page }> {
  const server = await serve();
  servers.push(server);
  server.replace(page, noting(isOn));
  const tab = await browser.newPage();
  if (refuses) await tab.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
  await tab.goto(`${server.origin}${page}?${new URLSearchParams({ q: came })}`);
  await answered(tab);
  return { server, tab };
}

const answered = (tab: Page) => expect(tab.locator('#search-results')).toHaveAttribute('aria-busy', 'false');

/** Types a question letter by letter, and waits for its answer. */
async function type(tab: Page, question: string) {
  await tab.locator('#search-form input[name=q]').fill('');
  await tab.locator('#search-form input[name=q]').pressSequentially(question);
  await expect(tab).toHaveURL(new RegExp(`q=${encodeURIComponent(question)}`, 'u'));
  await answered(tab);
}

/** The questions that the server was asked in an address, each as often as it was. */
const noted = ({ asked }: Server) =>
  asked.flatMap(({ method, address, path }) => {
    const q = new URL(address, 'http://handbook.test').searchParams.get('q');
    return q === null ? [] : [`${method} ${path} ${q}`];
  });
const [asPage, asHead] = [`GET ${page} ${came}`, `HEAD ${page} ${typed}`];

test('what a reader types on the search page is in no address that the server is asked, nor in one that it is told', async ({
  browser,
}) => {
  const { server, tab } = await comeAsking(browser, false);
  await type(tab, typed);
  await tab.keyboard.press('Enter');
  await answered(tab);
  await tab.goto('about:blank');
  expect(noted(server)).toEqual([asPage]);
  expect(server.asked.filter(({ referrer }) => referrer.includes('q='))).toEqual([]);
});

test('where the site says so, the server is asked once for each question on which a reader settles', async ({
  browser,
}) => {
  const { server, tab } = await comeAsking(browser, true);
  await type(tab, typed);
  expect(noted(server)).toEqual([asPage]);
  await tab.keyboard.press('Enter');
  await expect.poll(() => noted(server)).toEqual([asPage, asHead]);
  // The same again, and the one that came with the page.
  await tab.keyboard.press('Enter');
  await type(tab, came);
  await tab.keyboard.press('Enter');
  await answered(tab);
  await tab.goto('about:blank');
  expect(noted(server)).toEqual([asPage, asHead]);
});

test('a question that a reader only typed is noted with the result that is opened', async ({ browser }) => {
  const { server, tab } = await comeAsking(browser, true);
  await type(tab, typed);
  await tab.locator('#search-results ol a').first().click();
  await expect.poll(() => noted(server)).toContain(asHead);
  await expect(tab).not.toHaveURL(new RegExp(`${page}\\?`, 'u'));
  expect(noted(server).filter((one) => one === asHead)).toHaveLength(1);
});

test('a reader who asks not to be followed is not', async ({ browser }) => {
  const { server, tab } = await comeAsking(browser, true, true);
  await type(tab, typed);
  await tab.keyboard.press('Enter');
  await answered(tab);
  await tab.goto('about:blank');
  expect(noted(server)).toEqual([asPage]);
});
