import { createRequire } from 'node:module';
import { expect, type Page, test } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { elder, type Settings } from '../../src/browser/reading/settings.ts';
import { accessibilityChecks } from '../../src/views/accessibility.ts';
import { kinds, pages } from '../site/built-site.ts';

const [phone, wide] = accessibilityChecks.widths;
const everything: RunOptions = {
  resultTypes: ['violations'],
  runOnly: { type: 'tag', values: [...accessibilityChecks.rules, 'best-practice'] },
};
/** Style sheets are fetched for rules on orientation alone, which neither a look nor another page of a kind can break. */
const only = (...rules: string[]): RunOptions => ({
  resultTypes: ['violations'],
  preload: false,
  runOnly: { type: 'rule', values: rules },
});

/** What a scheme, a contrast or a size of text can break. */
const looks = only('color-contrast', 'link-in-text-block', 'target-size');
const strong = only('color-contrast', 'color-contrast-enhanced', 'link-in-text-block', 'target-size');

async function faults(page: Page, as: string, options: RunOptions): Promise<string[]> {
  const violations = await page.evaluate(async (given) => {
    const { axe } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    return (await axe.run(given)).violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target }) => target) }));
  }, options);
  return violations.map(({ id, nodes }) => `${new URL(page.url()).pathname}（${as}）${id}：${nodes.join('、')}`);
}

const set = (page: Page, settings: Settings) =>
  page.evaluate((given) => {
    for (const name of ['size', 'contrast', 'spacing', 'pointer']) delete document.documentElement.dataset[name];
    Object.assign(document.documentElement.dataset, given);
  }, settings);

test.use({ serviceWorkers: 'block' });

/** Each look of a page that the reader can choose; the page itself stays where it is. */
async function faultsInEveryLook(page: Page): Promise<string[]> {
  const found = await faults(page, '浅色', everything);
  await set(page, elder);
  found.push(...(await faults(page, '长者模式', strong)));
  await page.emulateMedia({ colorScheme: 'dark' });
  found.push(...(await faults(page, '长者模式、深色', strong)));
  await set(page, {});
  found.push(...(await faults(page, '深色', looks)));
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
  await page.emulateMedia({ colorScheme: 'light' });
});

// One page of each kind is tried with all tests; the rest of the matrix takes long and is left to the audit.
for (const width of accessibilityChecks.widths)
  for (const { address } of pages)
    test(`${address} keeps to WCAG 2.2 AA in a window of ${width} px, in light, dark, 长者模式 and high contrast`, {
      tag: ['@axe', '@looks', ...(width === phone && kinds.has(address) ? [] : ['@audit'])],
    }, async ({ page }) => {
      test.setTimeout(180_000);
      await page.setViewportSize({ width, height: 800 });
      await page.goto(address);
      expect(await faultsInEveryLook(page)).toEqual([]);
    });

/** The faults of pages in the look that they have at first. */
async function faultsOf(page: Page, addresses: Iterable<string>, options: RunOptions): Promise<string[]> {
  const found: string[] = [];
  for (const address of addresses) {
    await page.goto(address);
    found.push(...(await faults(page, '浅色', options)));
  }
  return found;
}

test('no kind of page breaks WCAG 2.2 AA in a wide window', { tag: '@axe' }, async ({ page }) => {
  test.setTimeout(900_000);
  await page.setViewportSize({ width: wide, height: 800 });
  expect(await faultsOf(page, kinds, everything)).toEqual([]);
});

test('no page at all breaks WCAG 2.2 AA on a phone, in anything that differs within a kind', { tag: '@axe' }, async ({
  page,
}) => {
  test.setTimeout(900_000);
  await page.setViewportSize({ width: phone, height: 800 });
  const others = pages.map(({ address }) => address).filter((address) => !kinds.has(address));
  const withinKind = { ...everything, preload: false, rules: { 'color-contrast': { enabled: false } } };
  expect(await faultsOf(page, others, withinKind)).toEqual([]);
});
