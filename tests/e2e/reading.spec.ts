import { expect, type Locator, test } from '@playwright/test';
import {
  collationPath,
  dataIndexPath,
  measureAnchor,
  measurePath,
  planPath,
  printPath,
  searchPath,
  supportPath,
  targetsPath,
  taskAnchor,
  tasksPath,
  unitPath,
  unitsPath,
} from '../../src/routes/paths.ts';
import { accessibilityChecks } from '../../src/views/accessibility.ts';
import { sourceOf } from '../../src/views/citation.ts';
import { handbook, pages } from '../site/built-site.ts';
import { busiest, plan } from './subjects.ts';

const { base } = handbook.site;
const [first, second] = plan.measures;
const task = plan.tasks.at(-1);
if (!first || !second || !task) throw new Error('方案里没有足够的措施。');

test('a reader goes from the front page to a measure, on to the next and back by the breadcrumb', async ({ page }) => {
  await page.goto(base);
  await page.getByRole('link', { name: first.title }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(first.title);
  await page.getByRole('link', { name: new RegExp(`下一条.*${second.title}`, 'u') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(second.title);
  await page.getByRole('navigation', { name: '当前位置' }).getByRole('link', { name: plan.shortTitle }).click();
  await expect(page).toHaveURL(base + planPath(plan));
});

test('a row is copied with its full source', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(base + measurePath(task.measure));
  await page
    .locator(`#${taskAnchor(task)}`)
    .getByRole('link', { name: /^复制原文和出处/u })
    .click();
  await expect(page.locator(`#${taskAnchor(task)}`)).toContainText('已复制');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(`${sourceOf(task)}：“${task.text}”`);
});

for (const [width, rows] of [
  [960, 1],
  [1280, 1],
  [768, 2],
  [390, 2],
] as const)
  test(`the head takes ${rows} rows in a window of ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(base + planPath(plan));
    const height = await page.locator('body > header').evaluate((head) => head.getBoundingClientRect().height);
    expect(height).toBeLessThan(rows * 62);
  });

test('the head takes two rows in 长者模式 in a window of 768 px', async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 800 });
  await page.goto(base + planPath(plan));
  await page.getByRole('button', { name: '长者模式' }).click();
  const height = await page.locator('body > header').evaluate((head) => head.getBoundingClientRect().height);
  expect(height).toBeLessThan(140);
});

test('on a phone in 长者模式 the head is three rows, and a field to search with is the second', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(base + planPath(plan));
  await page.getByRole('button', { name: '长者模式' }).click();
  const head = page.getByRole('banner');
  const tops = (part: Locator) =>
    part.evaluateAll((all) => [...new Set(all.map((one) => one.getBoundingClientRect().top))]);
  const [first, ...others] = await tops(head.locator('button:not([type=submit]):visible, summary'));
  const [field] = await tops(head.getByRole('searchbox'));
  const entries = await tops(head.getByRole('navigation').getByRole('link'));
  expect(others).toEqual([]);
  expect(entries).toHaveLength(1);
  expect(first).toBeLessThan(field ?? 0);
  expect(field).toBeLessThan(entries[0] ?? 0);
  await head.getByRole('searchbox').fill('企业');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${base + searchPath}\\?q=`, 'u'));
});

test('on a phone the plan begins on the first screen, and its contents unfold', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(base + planPath(plan));
  await expect(
    page
      .getByRole('region', { name: `${plan.words.plan}原文` })
      .locator('p')
      .nth(1),
  ).toBeInViewport();
  const contents = page.getByRole('navigation', { name: '目录' });
  await expect(contents).toBeHidden();
  await page.locator('summary').getByText('目录').click();
  await contents.getByRole('link', { name: second.title }).click();
  await expect(page.locator(`#${measureAnchor(second)}`)).toBeInViewport();
});

test('in a wide window the contents stay beside the plan', async ({ page }) => {
  // Low enough that the shortest document can be scrolled to its second measure.
  await page.setViewportSize({ width: 1280, height: 500 });
  await page.goto(base + planPath(plan));
  const contents = page.getByRole('navigation', { name: '目录' });
  await contents.getByRole('link', { name: second.title }).click();
  await expect(page.locator(`#${measureAnchor(second)}`)).toBeInViewport();
  await expect(contents.getByRole('link', { name: first.title })).toBeInViewport();
  await expect(contents.locator('[aria-current]')).toHaveText(second.title);
  await contents.getByRole('link').first().focus();
  await page.keyboard.press('Tab');
  await expect(contents.getByRole('link').nth(1)).toBeFocused();
});

test('the mark of a note is 12 px at least, and a finger of 24 px finds it', async ({ page }) => {
  const noted = plan.measures.find(({ notes }) => notes.some(({ reading }) => reading)) ?? first;
  await page.goto(base + measurePath(noted));
  const mark = page.locator('.official a.note-ref').first();
  await mark.scrollIntoViewIfNeeded();
  const { size, found } = await mark.evaluate((link) => {
    const { left, top, width, height } = link.getBoundingClientRect();
    const hit = (offset: number) => document.elementFromPoint(left + width / 2, top + height / 2 + offset) === link;
    return { size: Number.parseFloat(getComputedStyle(link).fontSize), found: [-11, 0, 11].map(hit) };
  });
  expect(size).toBeGreaterThanOrEqual(12);
  expect(found).toEqual([true, true, true]);
});

test('what is folded on the screen is unfolded on paper', async ({ page }) => {
  await page.goto(base + planPath(plan));
  const notice = page.getByText(plan.notice?.[0] ?? '');
  await expect(notice).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(notice).toBeVisible();
});

test('the keyboard skips to the text first', async ({ page }) => {
  await page.goto(base + measurePath(first));
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('list, units and support are complete, and the search page leads to them', async ({ page }) => {
    await page.goto(base + tasksPath(plan));
    await expect(page.locator('tr[id^=task-]')).toHaveCount(plan.tasks.length);
    const [unit] = handbook.units;
    if (!unit) throw new Error('内容里没有单位。');
    await page.goto(base + unitPath(unit));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(unit.name);
    await page.goto(base + searchPath);
    await expect(
      page
        .getByRole('main')
        .getByRole('link', { name: /任务清单/u })
        .first(),
    ).toBeVisible();
  });
});

/** Every page of the built site at the narrowest window, where reflow is hardest; one of each kind at the others. */
const everyPage = pages.map(({ address }) => address);
const kinds = [
  '',
  planPath(plan),
  measurePath(first),
  tasksPath(plan),
  targetsPath(plan),
  collationPath(plan),
  printPath(plan),
  unitsPath,
  unitPath(busiest),
  supportPath,
  searchPath,
  dataIndexPath,
].map((path) => base + path);

for (const [width, addresses] of [
  [accessibilityChecks.narrowest, everyPage],
  [390, kinds],
  [768, kinds],
  [1280, kinds],
] as const)
  test(`nothing is wider than a window of ${width} px`, { tag: '@narrow' }, async ({ page }) => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width, height: 800 });
    for (const address of addresses) {
      await page.goto(address);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(width);
    }
  });

test('a measure’s numbers and units follow its text, before the list; in a wide window they stand beside it', async ({
  page,
}) => {
  const measure =
    handbook.plans
      .flatMap(({ measures }) => measures)
      .find(({ targets, limits }) => targets.length > 0 && limits.length > 0) ?? first;
  const placeOf = async (selector: string) => {
    const box = await page.locator(selector).first().boundingBox();
    if (!box) throw new Error(`看不到 ${selector}`);
    return box;
  };
  const inOrder = ['.official-body', '.figures', '.measure > section', '.measure [data-print]', 'a[rel=next]'];

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(base + measurePath(measure));
  const phone = await Promise.all(inOrder.map(placeOf));
  expect(phone.map(({ y }) => y)).toEqual(phone.map(({ y }) => y).toSorted((a, b) => a - b));

  await page.setViewportSize({ width: 1280, height: 844 });
  const [text, figures, list] = await Promise.all(inOrder.map(placeOf));
  if (!text || !figures || !list) throw new Error('缺一部分。');
  expect(figures.x).toBeGreaterThan(text.x + text.width);
  expect(figures.y).toBeLessThan(text.y + text.height);
  expect(list.x).toBeLessThan(text.x + text.width);
});

test('the names of fields stay whole beside their descriptions in the window of a tablet', async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  await page.goto(base + dataIndexPath);
  const broken = await page.locator('main tbody th.font-mono').evaluateAll((names) =>
    names
      .filter((name) => {
        const range = document.createRange();
        range.selectNodeContents(name);
        return range.getClientRects().length !== 1;
      })
      .map((name) => name.textContent),
  );
  expect(broken).toEqual([]);
});
