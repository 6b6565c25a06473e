import puppeteer, { type KeyInput } from 'puppeteer-core';
import { until } from '../until.ts';
import { type Browser, type Driver, desktop } from './driver.ts';

/** Starts an installed Firefox under WebDriver BiDi. */
export async function startFirefox(executablePath: string): Promise<Browser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox: { 'intl.accept_languages': 'zh-CN' },
  });
  return {
    version: (await browser.version()).replace('/', ' '),
    async newWindow(): Promise<Driver> {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport(desktop);
      return {
        open: async (address) => void (await page.goto(address)),
        evaluate: (run, argument) => page.evaluate(run as never, argument as never),
        clickAt: (x, y) => page.mouse.click(x, y),
        type: (text) => page.keyboard.type(text),
        async press(key, modifier) {
          if (modifier) await page.keyboard.down(modifier);
          await page.keyboard.press(key as KeyInput);
          if (modifier) await page.keyboard.up(modifier);
        },
        // `goBack` waits for an event that a page from the back-forward cache does not have.
        back: () => page.evaluate(() => history.back()),
        // So does `reload` after it.
        async reload() {
          await page.evaluate(() => {
            Object.assign(window, { isOld: true });
            location.reload();
          });
          const isNew = () => !('isOld' in window) && document.readyState === 'complete';
          await until('the page loaded again', () => page.evaluate(isNew));
        },
        resize: (width, height) => page.setViewport({ width, height }),
        screenshot: () => page.screenshot(),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}
