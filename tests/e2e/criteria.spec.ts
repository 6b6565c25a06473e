import { expect, type Page, test } from '@playwright/test';
import { accessibilityChecks } from '../../src/views/accessibility.ts';
import { kinds } from '../site/built-site.ts';

/*
 * Success criteria of WCAG 2.2 that no checker of markup decides; docs/accessibility.md has them all.
 */

test.use({ serviceWorkers: 'block' });

/** Text that is cut off or drawn over other text, and pages that scroll sideways, as they are now. */
const crowded = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.documentElement;
    const sideways = root.scrollWidth > root.clientWidth ? [`scrolls sideways: ${root.scrollWidth} px`] : [];
    // An excerpt of one line ends in an ellipsis, and leads to its text; what floats stays while the text below it is scrolled on.
    const isRead = (element: Element) =>
      element.checkVisibility() && !element.closest('.sr-only, select, svg, [class*=line-clamp], .way-back');

    const cut = [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        if (!isRead(element) || !element.textContent?.trim()) return false;
        const beyond = (size: number, room: number, overflow: string) =>
          /hidden|clip/u.test(overflow) && size > room + 2;
        return (
          beyond(element.scrollWidth, element.clientWidth, overflowX) ||
          beyond(element.scrollHeight, element.clientHeight, overflowY)
        );
      })
      .map((element) => `cut off: ${element.textContent?.trim().slice(0, 20)}`);

    // The middle of each line of text, as lines may touch above and below.
    const lines: { left: number; right: number; top: number; bottom: number; text: string }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim().slice(0, 12);
      if (!text || !node.parentElement || !isRead(node.parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right, top, bottom, height } of range.getClientRects())
        lines.push({ left, right, top: top + height / 4, bottom: bottom - height / 4, text });
    }
    lines.sort((a, b) => a.top - b.top);
    const covered: string[] = [];
    for (const [index, line] of lines.entries())
      for (let next = index + 1; next < lines.length; next++) {
        const other = lines[next];
        if (!other || other.top >= line.bottom) break;
        if (Math.min(line.right, other.right) - Math.max(line.left, other.left) > 3)
          covered.push(`drawn over each other: ${line.text}, ${other.text}`);
      }
    return [...sideways, ...cut, ...covered];
  });

for (const width of accessibilityChecks.widths)
  test(`with the spacing that a reader may set, nothing is cut off or drawn over in a window of ${width} px (WCAG 1.4.12)`, {
    tag: '@spacing',
  }, async ({ page }) => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width, height: 800 });
    const found: string[] = [];
    for (const address of kinds) {
      await page.goto(address);
      await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
      await page.evaluate(() => {
        // The content policy keeps style elements out; a reader's own sheet is not the page's.
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
           p { margin-bottom: 2em !important }
           /* What is far below would have no lines to measure. */
           * { content-visibility: visible !important }`,
        );
        document.adoptedStyleSheets.push(sheet);
      });
      found.push(...(await crowded(page)).map((what) => `${address} ${what}`));
    }
    expect(found).toEqual([]);
  });
