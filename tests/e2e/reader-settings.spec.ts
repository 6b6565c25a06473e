import { expect, type Page, test } from '@playwright/test';
import { measurePath, unitsPath } from '../../src/routes/paths.ts';
import { handbook } from '../site/built-site.ts';
import { needed, plan } from './subjects.ts';

const measure = needed(plan.measures[0], 'measure');
const { base } = handbook.site;
const address = base + measurePath(measure);

const sizeOf = (selector: string) =>
  `Number.parseFloat(getComputedStyle(document.querySelector(${JSON.stringify(selector)})).fontSize)`;

test('长者模式 makes text large on every page, is kept, and is undone with the same button', async ({ page }) => {
  await page.goto(address);
  const button = page.getByRole('button', { name: '长者模式' });
  const before = Number(await page.evaluate(sizeOf('.official-body')));
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  expect(Number(await page.evaluate(sizeOf('.official-body')))).toBeGreaterThan(before * 1.15);
  expect(Number(await page.evaluate(sizeOf('body')))).toBeGreaterThanOrEqual(18);
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)');
  await page.goto(base + unitsPath);
  await expect(page.locator('html')).toHaveAttribute('data-size', 'large');
  await button.click();
  await expect(page.locator('html')).not.toHaveAttribute('data-size');
  await page.reload();
  await expect(page.locator('html')).not.toHaveAttribute('data-contrast');
});

/** How promised numbers are set off. */
const promises = (page: Page) =>
  page.locator('.official-body .promise').evaluateAll((marks) =>
    marks.map((mark) => {
      const { backgroundImage, textDecorationLine, textDecorationThickness } = getComputedStyle(mark);
      return backgroundImage === 'none' ? `${textDecorationLine} ${textDecorationThickness}` : 'bar';
    }),
  );

test('promised numbers are underlined, and not painted over, in high contrast, whoever asks for it', async ({
  page,
}) => {
  const promising = plan.measures.find(({ targets }) => targets.length > 1);
  if (!promising) throw new Error('没有带几个目标的措施。');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, contrast: 'no-preference' });
    await page.goto(base + measurePath(promising));
    const number = (await promises(page)).length;
    expect(number).toBeGreaterThan(1);
    expect(await promises(page)).toEqual(Array(number).fill('bar'));
    await page.emulateMedia({ colorScheme, contrast: 'more' });
    expect(await promises(page)).toEqual(Array(number).fill('underline 2px'));
    await page.emulateMedia({ colorScheme, contrast: 'no-preference' });
    await page.getByRole('button', { name: '长者模式' }).click();
    expect(await promises(page)).toEqual(Array(number).fill('underline 2px'));
    await page.getByRole('button', { name: '长者模式' }).click();
  }
});

test('settings stand before anything is painted, even while no other script has come', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('handbook:reading', '{"size":"larger"}'));
  await page.route('**/_astro/*.js', (route) => route.abort());
  await page.goto(address);
  await expect(page.locator('html')).toHaveAttribute('data-size', 'larger');
});

test('a single setting is chosen with the keyboard, and Escape closes the panel', { tag: '@keyboard' }, async ({
  page,
}) => {
  await page.goto(address);
  await page.locator('summary', { hasText: '阅读设置' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: '宽间距' }).focus();
  await page.keyboard.press('Space');
  await expect(page.locator('html')).toHaveAttribute('data-spacing', 'wide');
  await expect(page.locator('html')).not.toHaveAttribute('data-size');
  await page.keyboard.press('Escape');
  await expect(page.locator('summary', { hasText: '阅读设置' })).toBeFocused();
});

test('the panel is closed by its own button, and by whatever is pressed or reached behind it', async ({ page }) => {
  await page.goto(address);
  const summary = page.locator('summary', { hasText: '阅读设置' });
  const panel = page.locator('.reading-panel');
  await summary.click();
  await panel.getByRole('button', { name: '关闭' }).click();
  await expect(panel).toBeHidden();
  await expect(summary).toBeFocused();
  await summary.click();
  await page.getByRole('heading', { level: 1 }).click();
  await expect(panel).toBeHidden();
  await summary.click();
  await panel.locator('a:visible, button:visible').last().focus();
  await page.keyboard.press('Tab');
  await expect(panel).toBeHidden();
});

test('on a phone the panel leaves the first lines in sight', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(address);
  await page.locator('summary', { hasText: '阅读设置' }).click();
  const panel = await page.locator('.reading-panel').boundingBox();
  const words = await page.locator('.official-body p').first().boundingBox();
  expect(words?.y).toBeLessThan(panel?.y ?? 0);
});

test('the shortcut of one character can be turned off for good, and Ctrl+K stays', { tag: '@keyboard' }, async ({
  page,
}) => {
  await page.goto(address);
  const field = page.getByRole('banner').getByRole('searchbox');
  await page.keyboard.press('/');
  await expect(field).toBeFocused();
  await page.locator('summary', { hasText: '阅读设置' }).click();
  await page.getByRole('checkbox', { name: '停用“/”快捷键' }).check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(field).not.toBeFocused();
  await page.reload();
  await page.keyboard.press('/');
  await expect(field).not.toBeFocused();
  // 长者模式 on and off does not bring it back.
  await page.getByRole('button', { name: '长者模式' }).click();
  await page.getByRole('button', { name: '长者模式' }).click();
  await page.keyboard.press('/');
  await expect(field).not.toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
});

test('what is kept but is no setting changes nothing', async ({ page }) => {
  for (const kept of ['{', '"x"', '{"size":"<b>"}', 'null']) {
    await page.addInitScript((text) => localStorage.setItem('handbook:reading', text), kept);
    await page.goto(address);
    await page.getByRole('button', { name: '长者模式' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-contrast', 'high');
  }
});

test('where storage is refused, the page reads as ever and settings hold for it', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(measure.title);
  await page.getByRole('button', { name: '长者模式' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'high');
});

test('where storage is full, settings hold for the page', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto(address);
  await page.getByRole('button', { name: '长者模式' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-spacing', 'wide');
});

test('the page is read aloud from its title on, without the marks of notes, and stops when asked', {
  tag: '@speech',
}, async ({ page }) => {
  await page.addInitScript(() => {
    const spoken: string[] = [];
    Object.assign(window, { spoken });
    speechSynthesis.speak = (utterance) => {
      spoken.push(utterance.text);
      // The third piece is still being spoken when the reader stops.
      if (spoken.length < 3) setTimeout(() => utterance.onend?.(new Event('end') as SpeechSynthesisEvent));
    };
    speechSynthesis.cancel = () => spoken.push('（停）');
  });
  await page.goto(address);
  await page.locator('summary', { hasText: '阅读设置' }).click();
  await page.getByRole('button', { name: '朗读本页' }).click();
  const stop = page.getByRole('button', { name: '停止朗读' });
  await expect(stop).toBeFocused();
  await expect(page.locator('.spoken')).toHaveCount(1);
  await stop.click();
  await expect(page.locator('.spoken')).toHaveCount(0);
  await expect(stop).toBeHidden();
  await expect(page.locator('summary', { hasText: '阅读设置' })).toBeFocused();
  const spoken = await page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
  expect(spoken.join('')).toContain(measure.title);
  expect(spoken.filter((words) => words === '（停）')).toHaveLength(1);
});

test('in 长者模式 reading aloud is in sight, in the head', { tag: '@speech' }, async ({ page }) => {
  await page.addInitScript(() => {
    speechSynthesis.speak = () => {};
  });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(address);
  const button = page.getByRole('banner').getByRole('button', { name: '朗读' });
  await expect(button).toBeHidden();
  await page.getByRole('button', { name: '长者模式' }).click();
  await button.click();
  const stop = page.getByRole('button', { name: '停止朗读' });
  await expect(stop).toBeInViewport();
  await stop.click();
  await expect(stop).toBeHidden();
  await expect(button).toBeFocused();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('no control is offered that would do nothing', async ({ page }) => {
    await page.goto(address);
    await expect(page.getByRole('button', { name: '长者模式' })).toBeHidden();
    await expect(page.locator('summary', { hasText: '阅读设置' })).toBeHidden();
    await page.goto(base + measurePath(measure));
    await expect(page.getByText('复制原文和出处').first()).toBeHidden();
  });
});
