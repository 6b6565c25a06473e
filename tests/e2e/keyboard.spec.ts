import { expect, type Page, test } from '@playwright/test';
import {
  collationPath,
  handoutPath,
  measurePath,
  taskAnchor,
  tasksPath,
  unitPath,
  unitsPath,
} from '../../src/routes/paths.ts';
import { handbook, kinds } from '../site/built-site.ts';
import { looks, show } from './looks.ts';
import { busiest, plan, task } from './subjects.ts';

/*
 * The focus goes over every kind of page, forwards on a phone and backwards in a wide window, where heads and fixed bars would lie over it. It is
 * always in sight and has a ring (WCAG 2.2, 2.4.7, 2.4.11, 1.4.11).
 */

const { base } = handbook.site;

interface Walk {
  stops: number;
  faults: string[];
  /** The focus has been where it is before, or is on nothing. */
  isOver: boolean;
}

/** Looks, in the page, at each element as it gets the focus. */
function watchFocus(): void {
  const walk: Walk = { stops: 0, faults: [], isOver: false };
  const walked = new Set<Element>();
  Object.assign(window, { walk });
  addEventListener('focusout', ({ relatedTarget }) => {
    walk.isOver ||= relatedTarget === null;
  });
  addEventListener('focusin', () => {
    const one = document.activeElement;
    walk.isOver ||= !one || one === document.body || walked.has(one);
    if (!one || walk.isOver) return;
    walked.add(one);
    walk.stops++;
    // A field's ring is around the frame that it fills.
    const rings = [one, ...(one.matches('input') && one.parentElement ? [one.parentElement] : [])].map((ring) =>
      getComputedStyle(ring),
    );
    const ringed = rings.some(
      ({ outlineStyle, outlineWidth, outlineColor }) =>
        outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !outlineColor.endsWith(', 0)'),
    );
    const boxes = [...one.getClientRects()];
    const seen = boxes.some(({ left, top, right, bottom }) =>
      [0.1, 0.5, 0.9].some((share) => {
        // Of a frame that is higher than the window, the part that shows.
        const middle = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
        const hit = document.elementFromPoint(left + (right - left) * share, middle);
        return hit !== null && (one.contains(hit) || hit.contains(one));
      }),
    );
    if (!ringed) walk.faults.push(`没有焦点框：${one.outerHTML.slice(0, 100)}`);
    if (!seen) walk.faults.push(`看不见：${one.outerHTML.slice(0, 100)}`);
  });
}

/** Goes on with the focus until it leaves the page. */
async function walkOver(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<Walk> {
  await page.evaluate(watchFocus);
  for (;;) {
    // Asked for every few stops: what is pressed after the end is not counted.
    for (let press = 0; press < 16; press++) await page.keyboard.press(key);
    const walk = await page.evaluate(() => (window as unknown as { walk: Walk }).walk);
    if (walk.isOver) return walk;
  }
}

for (const [key, width] of [
  ['Tab', 390],
  ['Shift+Tab', 1280],
] as const)
  for (const address of kinds)
    test(`with ${key} the focus is always in sight on ${address}`, { tag: '@keyboard' }, async ({ page }) => {
      test.setTimeout(120_000);
      await page.setViewportSize({ width, height: 844 });
      // What scripts add has come.
      await page.goto(address, { waitUntil: 'networkidle' });
      const { stops, faults } = await walkOver(page, key);
      expect(faults).toEqual([]);
      expect(stops).toBeGreaterThan(5);
    });

test('in 长者模式 and at 400% the focus is in sight where heads, names and filters stay in place', {
  tag: '@keyboard',
}, async ({ page }) => {
  test.setTimeout(240_000);
  for (const [height, width] of [
    [256, 320],
    [844, 390],
  ] as const)
    for (const path of [collationPath(plan), unitsPath]) {
      await page.setViewportSize({ width, height });
      await page.goto(base + path, { waitUntil: 'networkidle' });
      await show(page, looks.长者模式 ?? {});
      const { stops, faults } = await walkOver(page, 'Shift+Tab');
      expect(faults, `${path} ${width}`).toEqual([]);
      expect(stops).toBeGreaterThan(5);
    }
});

test('the keyboard passes the tools of one row, that of the address, and reaches them from the number of any', {
  tag: '@keyboard',
}, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(base + tasksPath(plan));
  const copies = page.getByRole('link', { name: /^复制原文和出处/u });
  await expect(copies).toHaveCount(0);
  const row = page.locator(`#${taskAnchor(task)}`);
  await row.getByRole('link', { name: `第${task.number}项`, exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(copies).toHaveCount(1);
  for (let stop = 0; stop < 20; stop++) {
    await page.keyboard.press('Tab');
    if (await copies.evaluate((link) => link === document.activeElement)) break;
  }
  await expect(copies).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(`第${task.number}项`);
});

test('the form of a quotation is chosen with the keyboard, and another is copied at once', {
  tag: '@keyboard',
}, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(base + measurePath(task.measure));
  const row = page.locator(`#${taskAnchor(task)}`);
  await row.getByRole('link', { name: /^复制原文和出处/u }).focus();
  await page.keyboard.press('Enter');
  const forms = row.getByRole('combobox', { name: '引用格式' });
  await expect(forms).toBeVisible();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const first = await copied();
  await page.keyboard.press('Tab');
  await expect(forms).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect.poll(copied).not.toBe(first);
  await expect(forms).toBeFocused();
});

test('the way back takes the keyboard along, to the contents and to the top', { tag: '@keyboard' }, async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 664 });
  await page.goto(base + unitPath(busiest));
  const back = page.getByRole('navigation', { name: '返回' });
  const contents = page.locator('.chapters').first();
  await back.getByRole('link', { name: '目录' }).focus();
  await page.keyboard.press('Enter');
  await expect(contents.locator('summary')).toBeInViewport();
  await expect(contents).toHaveAttribute('open');
  await page.keyboard.press('Tab');
  await expect(contents.locator('summary')).toBeFocused();
  await back.getByRole('link', { name: '顶部' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('every row has its tools', async ({ page }) => {
    await page.goto(base + tasksPath(plan));
    await expect(page.getByRole('link', { name: /^复制原文和出处/u })).toHaveCount(plan.tasks.length);
  });
});

test('a list keeps its files folded on a phone, opens them by key, and shows them in a wide window', async ({
  page,
}) => {
  test.skip(!plan.annex, 'no list');
  const file = page.locator(`a[href="${base}${handoutPath(plan, undefined, 'docx')}"]`).first();
  await page.setViewportSize({ width: 390, height: 664 });
  await page.goto(base + tasksPath(plan));
  await expect(file).toBeHidden();
  await page.locator('summary', { hasText: '下载与打印' }).press('Enter');
  await expect(file).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.reload();
  await expect(file).toBeVisible();
});
