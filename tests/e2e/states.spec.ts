import { expect, type Locator, type Page, test } from '@playwright/test';
import { searchPath, unitsPath } from '../../src/routes/paths.ts';
import { handbook, kinds } from '../site/built-site.ts';
import { forcedColours, looks, show } from './looks.ts';
import { plan } from './subjects.ts';

/*
 * What is current, pressed, chosen, focused or led to is told by more than colour, in every look. In forced colours grounds and shadows are not
 * painted, and edges are, transparent ones too.
 */

const { base } = handbook.site;
const everyLook = Object.entries({ ...looks, 强制颜色: forcedColours });

/** What of an element's look is no colour: its edges, outline, lines, weight and signs. */
const shape = (element: Locator) =>
  element.evaluate((one) => {
    const { borderWidth, borderStyle, outlineStyle, outlineWidth, textDecorationLine, fontWeight } =
      getComputedStyle(one);
    const outline = outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineWidth}`;
    const sign = getComputedStyle(one, '::before').content;
    return [borderStyle, borderWidth, outline, textDecorationLine, fontWeight, sign].join(' | ');
  });

/** The first pair of links in one landmark of which one is where the reader is. */
async function currentAndOther(page: Page): Promise<[Locator, Locator] | undefined> {
  const nav = page.locator('nav', { has: page.locator('a[aria-current]:visible') }).first();
  if ((await nav.count()) === 0) return undefined;
  return [nav.locator('a[aria-current]:visible').first(), nav.locator('a:not([aria-current]):visible').first()];
}

test('on every kind of page the current entry and the pressed button differ from the others in every look', {
  tag: '@states',
}, async ({ page }) => {
  test.setTimeout(180_000);
  let compared = 0;
  for (const address of kinds) {
    await page.goto(address);
    const button = page.getByRole('button', { name: '长者模式' });
    for (const [name, look] of everyLook) {
      await show(page, look);
      await button.evaluate((one) => one.setAttribute('aria-pressed', 'false'));
      const released = await shape(button);
      await button.evaluate((one) => one.setAttribute('aria-pressed', 'true'));
      expect(await shape(button), `${address} ${name}`).not.toBe(released);
      const pair = await currentAndOther(page);
      if (!pair) continue;
      compared++;
      expect(await shape(pair[0]), `${address} ${name}`).not.toBe(await shape(pair[1]));
    }
  }
  expect(compared).toBeGreaterThan(kinds.size * 2);
});

test('on every kind of page that has anchors the place that an address leads to stands out in every look', {
  tag: '@states',
}, async ({ page }) => {
  test.setTimeout(180_000);
  let seen = 0;
  for (const address of kinds) {
    await page.goto(address);
    const target = page.locator('main :is(tr, li, section, h2, p)[id]:visible').first();
    if ((await target.count()) === 0) continue;
    for (const [name, look] of everyLook) {
      await show(page, look);
      await page.evaluate(() => {
        location.hash = '';
      });
      const before = await shape(target);
      await target.evaluate(({ id }) => {
        location.hash = id;
      });
      seen++;
      await expect.poll(() => shape(target), `${address} ${name}`).not.toBe(before);
    }
  }
  expect(seen).toBeGreaterThan(everyLook.length * 5);
});

test('the kind that results are narrowed to differs from the others in every look', async ({ page }) => {
  await page.goto(`${base}${searchPath}?q=企业`);
  const chosen = page.locator('[data-filter=kind] [aria-pressed=true]');
  await expect(chosen).toHaveCount(1);
  for (const [name, look] of everyLook) {
    await show(page, look);
    expect(await shape(chosen), name).not.toBe(
      await shape(page.locator('[data-filter=kind] [aria-pressed=false]').first()),
    );
  }
});

test('in forced colours what is pressed has the colours of the reader’s choice, wherever it stands', async ({
  page,
}) => {
  await page.goto(`${base}${searchPath}?q=企业`);
  await page.getByRole('button', { name: '长者模式' }).click();
  await expect(page.locator('[data-filter=kind] [aria-pressed=true]')).toHaveCount(1);
  for (const colorScheme of ['light', 'dark'] as const) {
    await show(page, { media: { ...forcedColours.media, colorScheme } });
    const drawn = await page.locator('[aria-pressed=true]').evaluateAll((all) => {
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.cssText = 'forced-color-adjust: none; background: Highlight; color: HighlightText';
      const { backgroundColor, color } = getComputedStyle(probe);
      const differing = all
        .flatMap((one) => [one, ...one.querySelectorAll('*')])
        .map((one) => getComputedStyle(one))
        .filter((style) => style.backgroundColor !== backgroundColor || style.color !== color);
      probe.remove();
      return { pressed: all.length, differing: differing.length };
    });
    expect(drawn, colorScheme).toEqual({ pressed: 2, differing: 0 });
  }
});

test('in forced colours the numbers of the matrix have lines that grow with them, and the page says so', async ({
  page,
}) => {
  await page.goto(base + unitsPath);
  await show(page, forcedColours);
  const lines = await page
    .locator('.matrix [data-heat]:has(a)')
    .evaluateAll((cells) =>
      cells.map((cell) => [
        Number(cell.getAttribute('data-heat')),
        Number.parseFloat(getComputedStyle(cell.querySelector('a') as Element).borderBottomWidth),
      ]),
    );
  const widths = new Map(lines.toSorted(([a = 0], [b = 0]) => a - b) as [number, number][]);
  expect(widths.size).toBeGreaterThan(1);
  expect([...widths.values()]).toEqual([...new Set(widths.values())].toSorted((a, b) => a - b));
  await expect(page.getByText('底线越粗').first()).toBeVisible();
  await expect(page.getByText('颜色越深').first()).toBeHidden();
});

test('in forced colours the ground of a number does not cover the words above it', async ({ page }) => {
  test.skip(plan.targets.length === 0);
  await page.goto(base);
  await show(page, forcedColours);
  const overlaps = await page.locator('.target-figure').evaluateAll((figures) =>
    figures.map((figure) => {
      const bounds = figure.querySelector('.target-bounds')?.getBoundingClientRect();
      const number = figure.querySelector('.text-figure')?.getBoundingClientRect();
      return bounds && bounds.width > 0 && number ? bounds.bottom - number.top : 0;
    }),
  );
  expect(overlaps.length).toBeGreaterThan(0);
  for (const overlap of overlaps) expect(overlap).toBeLessThanOrEqual(1);
});
