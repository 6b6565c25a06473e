import { expect, type Page, test } from '@playwright/test';
import {
  measurePath,
  planPath,
  searchPath,
  targetsPath,
  taskAnchor,
  tasksPath,
  topicPath,
  unitPath,
  unitsPath,
} from '../../src/routes/paths.ts';
import { handbook } from '../site/built-site.ts';
import { busiest, needed, needs, plan } from './subjects.ts';

/* What chats and portals add to an address on the way is neither obeyed nor handed on. */
const { base } = handbook.site;
const measure = needed(plan.measures[0], 'measure');
const task = needed(plan.tasks.at(-1), 'task');
const { topic } = needed(needs[0], 'need');
/** WeChat's own, and those of campaigns and portals. */
const added = 'from=singlemessage&isappinstalled=0&scene=1&utm_source=portal&spm=a.b';
/** The same as they would show where they were handed on. */
const foreign = /singlemessage|isappinstalled|scene|utm_|spm/u;

const pageWith = async (page: Page, path: string, query = '', hash = '') => {
  await page.goto(`${base}${path}?${[added, query].filter(Boolean).join('&')}${hash}`);
  await expect(page).not.toHaveURL(foreign);
};

for (const path of [
  '',
  planPath(plan),
  measurePath(measure),
  tasksPath(plan),
  targetsPath(plan),
  unitsPath,
  unitPath(busiest),
  topicPath(topic),
  searchPath,
])
  test(`/${path} is the page itself, and no link on it or sharing hands on what was added`, async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'share', {
        value: async ({ url }: ShareData) => {
          document.title = `shared ${url}`;
        },
      });
    });
    await pageWith(page, path);
    await expect(page).toHaveURL(base + path);
    const links = await page.locator('a').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(links.filter((link) => foreign.test(link))).toEqual([]);
    const share = page.getByRole('button', { name: '分享' });
    if ((await share.count()) === 0) return;
    await share.click();
    await expect(page).toHaveTitle(/^shared /u);
    expect(await page.title()).toMatch(new RegExp(`${base}${path}$`, 'u'));
  });

test('filters of the task list hold, and the row that the address names is shown', async ({ page }) => {
  const environment = `environment=${task.measure.environment?.number}`;
  await pageWith(page, tasksPath(plan), environment, `#${taskAnchor(task)}`);
  await expect(page).toHaveURL(`${base}${tasksPath(plan)}?${environment}#${taskAnchor(task)}`);
  const shown = plan.tasks.filter((one) => one.measure.environment === task.measure.environment);
  await expect(page.locator('tr[id^="task-"]:visible')).toHaveCount(shown.length);
  await expect(page.locator(`#${taskAnchor(task)}:target`)).toBeInViewport();
});

test('a search asks what it asked, filtered as it was', async ({ page }) => {
  const query = `q=${encodeURIComponent(measure.title)}&kind=task&environment=${measure.environment?.number}`;
  await pageWith(page, searchPath, query);
  await expect(page.locator('#search-results')).toHaveAttribute('aria-busy', 'false');
  const { searchParams } = new URL(page.url());
  expect([...searchParams.keys()].sort()).toEqual(['environment', 'kind', 'q']);
  expect(searchParams.get('q')).toBe(measure.title);
});

test('the order of the ledger holds', async ({ page }) => {
  await page.goto(base + targetsPath(plan));
  const field = page.locator('form[data-narrow] select').first();
  const name = needed((await field.getAttribute('name')) ?? undefined, 'select');
  const value = needed(
    (await field.locator('option').evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))).find(
      Boolean,
    ),
    'option',
  );
  await pageWith(page, targetsPath(plan), `${name}=${encodeURIComponent(value)}`);
  await expect(field).toHaveValue(value);
  expect(new URL(page.url()).searchParams.get(name)).toBe(value);
});
