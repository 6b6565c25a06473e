import { expect, test } from '@playwright/test';
import { handoutPath, reportPath, tasksPath, unitPath, unitPrintPath, unitsPath } from '../../src/routes/paths.ts';
import { fileSize } from '../../src/text/file-size.ts';
import { handoutFormats, reportFormats } from '../../src/views/handout.ts';
import { handbook, kinds } from '../site/built-site.ts';
import { busiest, plan, suffix } from './subjects.ts';

const { base } = handbook.site;

test('the page of a unit has contents beside it, each entry leading to a place on the page', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(base + unitPath(busiest));
  const contents = page.locator(`#contents${suffix} > nav`);
  await expect(contents).toBeVisible();
  const places = await contents
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => decodeURIComponent((link as HTMLAnchorElement).hash)));
  expect(places.length).toBeGreaterThan(2);
  for (const place of places) await expect(page.locator(place)).toHaveCount(1);
  // It stays in sight far down the page.
  await page.evaluate(() => scrollTo(0, 3 * innerHeight));
  await expect(contents).toBeInViewport();
});

test('a phone offers the way back two windows below the top of each longer page and not before, without script too', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const window = { width: 390, height: 664 };
  const context = await browser.newContext({ viewport: window, javaScriptEnabled: false });
  const page = await context.newPage();
  let long = 0;
  for (const address of [...kinds, base + unitPath(busiest)]) {
    await page.goto(address);
    const links = page.locator('.way-back a');
    await expect(links.first(), address).not.toBeInViewport();
    const { bottom = 0 } = await page.locator('main').evaluate((main) => main.getBoundingClientRect());
    await page.mouse.move(200, 300);
    await page.mouse.wheel(0, 3 * window.height);
    if (bottom < 2 * window.height) {
      await expect(links.first(), address).not.toBeInViewport();
      continue;
    }
    if (bottom < 3 * window.height) continue;
    long++;
    await expect(links.first(), address).toBeInViewport({ ratio: 1 });
    for (const link of await links.all()) {
      const box = await link.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
      await expect(page.locator(`[id="${(await link.getAttribute('href'))?.slice(1)}"]`), address).toHaveCount(1);
    }
    await links.last().click();
    await expect(links.first()).not.toBeInViewport();
  }
  expect(long).toBeGreaterThan(3);
  await context.close();
});

test('the row that a link leads to has a ring with air and no ground, so that its marks stay', async ({ page }) => {
  const task = plan.tasks.find(({ innovation }) => innovation) ?? plan.tasks[0];
  test.skip(task === undefined, 'no list');
  await page.setViewportSize({ width: 390, height: 664 });
  await page.goto(`${base}${unitPath(busiest)}`);
  const row = page.locator('li[id^=task-]').first();
  const before = await row.evaluate((element) => element.getBoundingClientRect().left);
  const id = await row.getAttribute('id');
  await page.goto(`${base}${unitPath(busiest)}#${id}`);
  const ring = await row.evaluate((element) => {
    const { outlineStyle, backgroundColor } = getComputedStyle(element);
    const words = element.querySelector('a')?.getBoundingClientRect().left ?? 0;
    const { left } = element.getBoundingClientRect();
    return { outlineStyle, backgroundColor, left, air: words - left };
  });
  expect(ring).toMatchObject({ outlineStyle: 'solid', backgroundColor: 'rgba(0, 0, 0, 0)' });
  expect(ring.air).toBeGreaterThan(8);
  expect(ring.left).toBeLessThan(before);
});

test('names of units stay on one line in the index and the matrix of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 664 });
  await page.goto(base + unitsPath);
  const broken = await page.locator('.unit-list a, .matrix tbody th a').evaluateAll((links) =>
    links
      .filter((link) => {
        const range = document.createRange();
        range.selectNodeContents(link);
        return range.getClientRects().length > 1 && (link.textContent ?? '').length <= 6;
      })
      .map((link) => link.textContent),
  );
  expect(broken).toEqual([]);
});

test('a list that is narrowed to a unit leads to the sheet and the files of that unit', async ({ page }) => {
  test.skip(!plan.annex, 'no list');
  await page.goto(base + tasksPath(plan));
  const files = page.locator('[data-unit-files]');
  await expect(files).toBeHidden();
  await page.locator('[data-task-filters] [name=unit]').selectOption(busiest.id);
  await expect(files).toBeVisible();
  const addresses = await files
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  const formats = Object.keys(handoutFormats);
  const paths = [
    ...formats.map((format) => handoutPath(plan, busiest, format)),
    ...reportFormats.map((format) => reportPath(plan, busiest, format)),
  ];
  expect(addresses).toEqual([base + unitPrintPath(busiest), ...paths.map((path) => base + path)]);
  for (const path of paths) {
    const bytes = await (await page.request.get(base + path)).body();
    await expect(files.locator(`a[href="${base + path}"]`)).toContainText(`，${fileSize(bytes.length)}）`);
  }
});
