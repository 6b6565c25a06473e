import { expect, type Page, test } from '@playwright/test';
import { measurePath, searchPath, unitPath } from '../../src/routes/paths.ts';
import { handbook, kinds } from '../site/built-site.ts';
import { busiest, needed, plan } from './subjects.ts';

/* Where the browser refuses to keep anything, as with cookies blocked or in some private windows, every page works for the visit. */
const { base } = handbook.site;
const measure = needed(plan.measures[0], 'measure');

const refusals: Record<string, () => void> = {
  'storage, caches and workers are refused': () => {
    const refuse = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'caches', 'indexedDB'])
      Object.defineProperty(window, name, { get: refuse });
    const rejected = () => Promise.reject(new DOMException('The operation is insecure.', 'SecurityError'));
    if (!('serviceWorker' in navigator)) return;
    for (const name of ['register', 'getRegistration', 'getRegistrations'])
      Object.defineProperty(ServiceWorkerContainer.prototype, name, { value: rejected });
  },
  'storage is full': () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  },
  'there are no service workers': () => {
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  },
};

/** The errors that a page throws or reports; that a browser names what it refused is none. */
function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  return errors;
}

for (const [name, refuse] of Object.entries(refusals)) {
  test(`where ${name}, no kind of page fails, and 长者模式 is turned on and off`, async ({ page }) => {
    // Some twenty pages.
    test.slow();
    const errors = errorsOf(page);
    await page.addInitScript(refuse);
    for (const address of kinds) {
      await page.goto(address);
      const elder = page.getByRole('button', { name: '长者模式' });
      await elder.click();
      await expect(page.locator('html'), address).toHaveAttribute('data-size', 'large');
      await expect(elder).toHaveAttribute('aria-pressed', 'true');
      await elder.click();
      await expect(page.locator('html'), address).not.toHaveAttribute('data-size');
    }
    expect(errors).toEqual([]);
  });

  test(`where ${name}, settings hold on the page, units are not offered to be kept in vain, and search leads on`, async ({
    page,
  }) => {
    const errors = errorsOf(page);
    await page.addInitScript(refuse);
    await page.goto(base + unitPath(busiest));
    await page.locator('summary', { hasText: '阅读设置' }).click();
    await page.getByRole('radio', { name: '特大' }).check();
    await page.getByRole('checkbox', { name: '宽间距' }).check();
    await expect(page.locator('html')).toHaveAttribute('data-size', 'larger');
    await expect(page.locator('html')).toHaveAttribute('data-spacing', 'wide');
    await page.keyboard.press('Escape');
    const keep = page.locator('[data-keep]:visible');
    if ((await keep.count()) > 0) {
      await keep.click();
      await expect(page.locator('[data-keep-unit] [role=status]')).not.toBeEmpty();
    }
    await page.goto(`${base}${searchPath}?q=${encodeURIComponent(measure.title)}`);
    await page.locator('#search-results a').first().click();
    await expect(page).toHaveURL(new RegExp(measurePath(measure), 'u'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(measure.title);
    expect(errors).toEqual([]);
  });
}
