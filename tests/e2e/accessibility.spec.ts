import { createRequire } from 'node:module';
import { expect, type Page, test } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { measurePath, unitPath } from '../../src/routes/paths.ts';
import { accessibilityChecks } from '../../src/views/accessibility.ts';
import { handbook, kinds, pages } from '../site/built-site.ts';
import { measureContrast } from './contrast.ts';
import { looks, show } from './looks.ts';
import { busiest, task } from './subjects.ts';

const [phone, wide] = accessibilityChecks.widths;
const everything: RunOptions = {
  resultTypes: ['violations', 'incomplete'],
  runOnly: { type: 'tag', values: [...accessibilityChecks.rules, 'best-practice'] },
};
/** Style sheets are fetched for rules on orientation alone, which neither a look nor another page of a kind can break. */
const only = (...rules: string[]): RunOptions => ({
  resultTypes: ['violations', 'incomplete'],
  preload: false,
  runOnly: { type: 'rule', values: rules },
});

/** What axe cannot tell and the measure of contrasts does not decide, by how it is reported, with why it is no fault. */
const explained: Record<string, string> = {
  'th-has-data-cells（未判定）：<table class="paper-table">':
    'the name of a measure heads rows whose cells below it are empty, as one cell over many rows would be lost where a sheet ends',
};

/** What breaks a rule, and what axe leaves undecided: of contrasts that are too small to tell by it, those that measure too small. */
async function faults(page: Page, as: string, options: RunOptions): Promise<string[]> {
  const found = await page.evaluate(async (given) => {
    const { axe, measure } = window as unknown as {
      axe: { run(options: RunOptions): Promise<AxeResults> };
      measure: typeof measureContrast;
    };
    // It floats: what it covers for now is in the open as soon as the page moves.
    for (const back of document.querySelectorAll<HTMLElement>('.way-back')) back.style.position = 'static';
    const { violations, incomplete } = await axe.run(given);
    const undecided = incomplete.flatMap(({ id, nodes }) =>
      nodes.flatMap(({ target: [selector], html }) => {
        const element = document.querySelector(String(selector));
        if (!id.startsWith('color-contrast') || !element) return [`${id}（未判定）：${html}`];
        const measured = measure(element, { strong: id === 'color-contrast-enhanced' });
        if (typeof measured === 'string') return [`${id}（未判定，${measured}）：${html}`];
        return measured.ratio < measured.asked ? [`${id}（量得 ${measured.ratio.toFixed(2)}）：${html}`] : [];
      }),
    );
    return [...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}：${html}`)), ...undecided];
  }, options);
  return found
    .filter((fault) => !Object.keys(explained).some((start) => fault.startsWith(start)))
    .map((fault) => `${new URL(page.url()).pathname}（${as}）${fault}`);
}

test.use({ serviceWorkers: 'block' });

/** Each look of a page that a reader can choose, in one load; the first is tried with every rule. */
async function faultsInEveryLook(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const [name, look] of Object.entries(looks)) {
    await show(page, look);
    const rules = [
      'color-contrast',
      'link-in-text-block',
      'target-size',
      ...(look.strong ? ['color-contrast-enhanced'] : []),
    ];
    found.push(...(await faults(page, name, name === '浅色' ? everything : only(...rules))));
  }
  await show(page, {});
  return found;
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
  await page.addInitScript(`window.measure = ${measureContrast}`);
  await page.emulateMedia({ colorScheme: 'light' });
});

// One page of each kind is tried with all tests; the rest of the matrix takes long and is left to the audit.
for (const width of accessibilityChecks.widths)
  for (const { address } of pages)
    test(`${address} keeps to WCAG 2.2 AA in a window of ${width} px, in every look`, {
      tag: ['@axe', '@looks', ...(width === phone && kinds.has(address) ? [] : ['@audit'])],
    }, async ({ page }) => {
      test.setTimeout(180_000);
      await page.setViewportSize({ width, height: 800 });
      await page.goto(address);
      expect(await faultsInEveryLook(page)).toEqual([]);
    });

for (const width of accessibilityChecks.widths)
  test(`what opens keeps to it too: the forms of a quotation, contents, settings and the way back (${width} px)`, {
    tag: '@axe',
  }, async ({ page, context }) => {
    test.setTimeout(180_000);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.setViewportSize({ width, height: 800 });
    await page.goto(handbook.site.base + measurePath(task.measure));
    for (const link of await page.locator('[data-citation]:visible').all()) await link.click();
    await expect(page.getByRole('combobox', { name: '引用格式' }).first()).toBeVisible();
    await page.getByText('阅读设置').first().click();
    expect(await faultsInEveryLook(page)).toEqual([]);

    await page.goto(handbook.site.base + unitPath(busiest));
    for (const fold of await page.locator('main summary:visible').all()) await fold.click();
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight - 2 * innerHeight));
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
