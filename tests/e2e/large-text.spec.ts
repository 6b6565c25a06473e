import { expect, type Page, test } from '@playwright/test';
import { handbook, kinds } from '../site/built-site.ts';
import { measureContrast } from './contrast.ts';
import { looks, show } from './looks.ts';

/*
 * Text as large as a reader needs: 长者模式 by the rules for readers of weak eyes (18 px, sans-serif, ragged, targets of 44 px), and text alone at
 * twice its size (WCAG 2.2, 1.4.4).
 */

const { base } = handbook.site;
const elder = looks.长者模式 ?? {};

test.use({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });

/** Asks the same of one page of each kind; gives what each answers, with its address. */
async function ofEachKind(page: Page, look: typeof elder, ask: () => string[]): Promise<string[]> {
  const found: string[] = [];
  for (const address of kinds) {
    await page.goto(address);
    await show(page, look);
    found.push(...(await page.evaluate(ask)).map((answer) => `${address} ${answer}`));
  }
  return found;
}

test('in 长者模式 no text is smaller than 18 px, whether written, drawn or to be typed over', async ({ page }) => {
  test.setTimeout(120_000);
  const small = await ofEachKind(page, elder, () => {
    const found = new Set<string>();
    const size = (element: Element, pseudo?: string) => Number.parseFloat(getComputedStyle(element, pseudo).fontSize);
    for (const element of document.body.querySelectorAll('*')) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.sr-only, svg')) continue;
      const words = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      if ((words || element.matches('input, select')) && size(element) < 18) found.add(element.outerHTML.slice(0, 80));
      for (const pseudo of ['::before', '::after'])
        if (/^"./u.test(getComputedStyle(element, pseudo).content) && size(element, pseudo) < 18)
          found.add(`${pseudo} ${element.outerHTML.slice(0, 80)}`);
    }
    return [...found];
  });
  expect(small).toEqual([]);
});

test('in 长者模式 every text is sans-serif, and no line is stretched', async ({ page }) => {
  test.setTimeout(120_000);
  const others = await ofEachKind(page, elder, () => {
    const { fontFamily } = getComputedStyle(document.body);
    return [...document.querySelectorAll('main :is(h1, h2, h3, p, li, td, th, dd, span)')]
      .filter((one) => getComputedStyle(one).fontFamily !== fontFamily || getComputedStyle(one).textAlign === 'justify')
      .filter((one) => one.checkVisibility() && !one.matches('.font-mono, .font-mono *'))
      .map((one) => one.outerHTML.slice(0, 80));
  });
  expect(others).toEqual([]);
});

test('in 长者模式 what one can press or choose is 44 px high, links in running text apart', async ({ page }) => {
  test.setTimeout(120_000);
  const low = await ofEachKind(page, elder, () =>
    [...document.querySelectorAll('a, button, select, summary, label, input:not([type=checkbox], [type=radio])')]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches('.sr-only'))
      // Inline it is part of a sentence, a heading or a sign of the editor’s.
      .filter((one) => !one.matches('a') || getComputedStyle(one).display !== 'inline')
      // A field without an edge of its own is as large as the frame that it fills.
      .map((one) => ({ one, box: (one.matches('input') ? (one.parentElement ?? one) : one).getBoundingClientRect() }))
      .filter(({ box: { width, height } }) => Math.min(width, height) < 43.5)
      .map(
        ({ one, box: { width, height } }) =>
          `${Math.round(width)} × ${Math.round(height)} ${one.outerHTML.slice(0, 90)}`,
      ),
  );
  expect(low).toEqual([]);
});

for (const name of ['长者模式', '长者模式、深色', '浅色', '深色'])
  test(`the underlines of links on the deep ground stand out from it by 3 to 1 (${name})`, async ({ page }) => {
    await page.goto(base);
    await show(page, looks[name] ?? {});
    const links = await page.locator('.bg-deep p a').all();
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) {
      await expect(link).toHaveCSS('text-decoration-line', 'underline');
      const { ratio } = Object(await link.evaluate(measureContrast, { of: 'textDecorationColor' as const }));
      expect(ratio).toBeGreaterThanOrEqual(3);
    }
  });

for (const name of ['浅色', '长者模式'])
  test(`fields have 16 px at least, and show all of their examples (${name})`, async ({ page }) => {
    test.setTimeout(120_000);
    const faults = await ofEachKind(page, looks[name] ?? {}, () =>
      [...document.querySelectorAll<HTMLInputElement>('input:not([type=checkbox], [type=radio]), select')]
        .filter((field) => field.checkVisibility())
        .flatMap((field) => {
          const style = getComputedStyle(field);
          const found = Number.parseFloat(style.fontSize) < 16 ? [`${style.fontSize} ${field.name}`] : [];
          const ruler = document.createElement('span');
          ruler.style.cssText = `position:absolute;white-space:pre;font:${style.font};letter-spacing:${style.letterSpacing}`;
          ruler.textContent = field.placeholder ?? '';
          document.body.append(ruler);
          const room = field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
          if (ruler.offsetWidth > room) found.push(`${ruler.offsetWidth} > ${room} ${field.placeholder}`);
          ruler.remove();
          return found;
        }),
    );
    expect(faults).toEqual([]);
  });

/** Texts set in a column of hardly more than one character. */
const squeezed = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      // A page for paper is set as paper is; its words are on others too.
      const { parentElement: parent } = node;
      // A head of two words may stand upright.
      if (text.length < 5) continue;
      if (!parent?.checkVisibility() || parent.closest('.sr-only, .paper')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 1).map(({ top }) => top));
      // The first and the last line of a stretch may be shared with others.
      if (lines.size > 3 && text.length < 2 * (lines.size - 1)) found.push(`${text} in ${lines.size} lines`);
    }
    return found;
  });

for (const width of [390, 320])
  test(`in 长者模式 the name of the site has one line where the window is as wide (${width} px)`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(base);
    await show(page, elder);
    const lines = await page
      .locator('header a')
      .first()
      .evaluate((link) => {
        const { height } = link.getBoundingClientRect();
        link.style.cssText = 'position: absolute; white-space: nowrap; max-width: none';
        const words = link.getBoundingClientRect();
        return { height, one: words.height, fits: words.width <= innerWidth - 40 };
      });
    test.skip(!lines.fits, 'a longer name');
    expect(lines.height).toBe(lines.one);
  });

test('in 长者模式 no column is as narrow as a character on the smallest phone', { tag: '@narrow' }, async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 320, height: 844 });
  const found: string[] = [];
  for (const address of kinds) {
    await page.goto(address);
    await show(page, elder);
    found.push(...(await squeezed(page)).map((text) => `${address} ${text}`));
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (excess > 0) found.push(`${address} ${excess}`);
  }
  expect(found).toEqual([]);
});

for (const width of [320, 390, 768, 1280])
  test(`text alone at twice its size fits a window of ${width} px, 搜索 with it`, { tag: '@narrow' }, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width, height: 844 });
    const wide: string[] = [];
    for (const address of kinds) {
      // What scripts add has come.
      await page.goto(address, { waitUntil: 'networkidle' });
      await page.evaluate(() => {
        const { style } = document.documentElement;
        style.fontSize = `${2 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)}px`;
      });
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (excess > 0) wide.push(`${address} ${excess}`);
      const split = await page.evaluate(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const range = document.createRange();
          range.selectNodeContents(node);
          const tops = new Set([...range.getClientRects()].filter((line) => line.width > 1).map(({ top }) => top));
          if (/^\s*\d+\s*$/u.test(node.textContent ?? '') && tops.size > 1) found.push(node.textContent ?? '');
        }
        return found;
      });
      wide.push(...split.map((number) => `${address} ${number} on two lines`));
      wide.push(...(await squeezed(page)).map((text) => `${address} ${text}`));
      const entries = page.locator('header :is(a, button, summary):visible, main button:visible');
      // In a frame that cuts off, as the search box is, the frame is the window.
      for (const { text, left, right, frame } of await entries.evaluateAll((all) =>
        all.map((one) => ({
          text: one.textContent?.trim(),
          ...one.getBoundingClientRect().toJSON(),
          frame: (one.closest('form .overflow-hidden') ?? document.documentElement).getBoundingClientRect().toJSON(),
        })),
      ))
        if (left < frame.left || right > Math.min(frame.right, width)) wide.push(`${address} ${text} is cut off`);
    }
    expect(wide).toEqual([]);
  });
