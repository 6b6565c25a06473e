import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { storageKeys } from '../../src/browser/storage.ts';
import { planPath, tasksPath, unitPath } from '../../src/routes/paths.ts';
import { countyReformed, edited, olderPlan } from '../fixtures/county.ts';
import { replace } from '../fixtures/mini.ts';
import { build, projectWith } from '../fixtures/project.ts';
import { handbook } from '../site/built-site.ts';
import { type Server, serve } from './server.ts';

/* A site whose pages were elsewhere before, and whose units were reformed. */
let server: Server;
const { base } = handbook.site;
const plan = { id: olderPlan };
/** An address of the plan as the fixture's redirects have it. */
const before = (path: string) => server.origin + base + path.replace(planPath(plan), 'plans/2024-support/');

test.describe.configure({ timeout: 120_000, mode: 'serial' });
test.beforeAll(async () => {
  const root = projectWith(edited(countyReformed, { 'site.yaml': replace('base: /\n', `base: ${base}\n`) }));
  const { built, output } = await build(root);
  if (!built) throw new Error(output);
  server = await serve(join(root, 'dist'));
});
test.afterAll(() => server.close());

test('an address of before leads to the same place on the page of today, with the conditions in it', async ({
  page,
}) => {
  await page.goto(`${before(tasksPath(plan))}?unit=zhujian-ju#task-1`);
  await expect(page).toHaveURL(`${server.origin}${base}${tasksPath(plan)}?unit=zhujian-ju#task-1`);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('it leads to the page', async ({ page }) => {
    await page.goto(before(tasksPath(plan)));
    await expect(page).toHaveURL(server.origin + base + tasksPath(plan));
  });
});

test('a reader who keeps a unit that was merged is told what it is now, and led there', async ({ page }) => {
  await page.goto(`${server.origin}${base}`);
  await page.evaluate(([key, id]) => localStorage.setItem(key ?? '', id ?? ''), [storageKeys.unit, 'zhujian-ju']);
  await page.reload();
  const mine = page.locator('[data-my-unit]');
  await expect(mine.getByRole('heading')).toContainText('县住房城乡建设局（已并入县建设和数据局）');
  await mine.getByRole('link', { name: '看县建设和数据局' }).click();
  await expect(page).toHaveURL(`${server.origin}${base}${unitPath({ id: 'jianshe-shuju-ju' })}`);
});
