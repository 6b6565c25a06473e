import { chromium } from '@playwright/test';
import { type Browser, type Driver, desktop } from './driver.ts';

/** Starts a Chromium under Playwright, which also starts those that Puppeteer no longer does. */
export async function startChromium(executablePath: string, libraries?: string): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath,
    // As in `playwright.config.ts`; old ones also start their processes without a zygote, which is not among their files.
    args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu', ...(libraries ? ['--no-zygote'] : [])],
    env: { ...process.env, ...(libraries && { LD_LIBRARY_PATH: libraries }) },
  });
  return {
    version: `Chromium ${browser.version()}`,
    async newWindow(): Promise<Driver> {
      // Without a head Chromium asks nobody, and refuses; with one it allows this to the page in front.
      const permissions = ['clipboard-write'];
      const context = await browser.newContext({ viewport: desktop, locale: 'zh-CN', permissions });
      const page = await context.newPage();
      return {
        open: async (address) => void (await page.goto(address)),
        evaluate: (run, argument) => page.evaluate(run as never, argument as never),
        clickAt: (x, y) => page.mouse.click(x, y),
        type: (text) => page.keyboard.type(text),
        press: (key, modifier) => page.keyboard.press(modifier ? `${modifier}+${key}` : key),
        back: async () => void (await page.goBack()),
        reload: async () => void (await page.reload()),
        resize: (width, height) => page.setViewportSize({ width, height }),
        screenshot: () => page.screenshot(),
        pdf: () => page.pdf({ preferCSSPageSize: true }),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}
