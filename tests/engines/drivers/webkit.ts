import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { Builder, Key, type WebDriver } from 'selenium-webdriver';
import { until } from '../until.ts';
import { type Browser, type Driver, desktop } from './driver.ts';

const keys: Record<string, string> = {
  ArrowDown: Key.ARROW_DOWN,
  Backspace: Key.BACK_SPACE,
  Control: Key.CONTROL,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Tab: Key.TAB,
};

/** A port that nobody listens on. */
const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

async function windowOf(driver: WebDriver): Promise<Driver> {
  // Bars keep a window wider than a phone; one that a page opens can be without.
  await driver.executeScript("open('about:blank', '', 'popup,width=1280,height=900')");
  const first = await driver.getWindowHandle();
  const popup = (await driver.getAllWindowHandles()).find((handle) => handle !== first);
  if (popup) await driver.switchTo().window(popup);
  const evaluate: Driver['evaluate'] = (run, argument) =>
    driver.executeScript(`return (${run})(arguments[0])`, argument);
  async function resize(width: number, height: number) {
    await driver.manage().window().setRect({ width, height, x: 0, y: 0 });
    // The page hears of it later.
    const size = `${width} ${height}`;
    await until(`a window of ${size}`, () => evaluate((size) => `${innerWidth} ${innerHeight}` === size, size));
  }
  await resize(desktop.width, desktop.height);
  return {
    open: (address) => driver.get(address),
    evaluate,
    clickAt: (x, y) =>
      driver
        .actions()
        .move({ x: Math.round(x), y: Math.round(y), duration: 0 })
        .click()
        .perform(),
    type: (text) => driver.actions().sendKeys(text).perform(),
    async press(key, modifier) {
      const actions = driver.actions();
      if (modifier) actions.keyDown(keys[modifier] ?? modifier);
      actions.sendKeys(keys[key] ?? key);
      if (modifier) actions.keyUp(keys[modifier] ?? modifier);
      await actions.perform();
    },
    back: () => driver.navigate().back(),
    reload: () => driver.navigate().refresh(),
    resize,
    screenshot: async () => Buffer.from(await driver.takeScreenshot(), 'base64'),
    close: () => driver.quit(),
  };
}

/** Starts the driver of WebKitGTK on a display of its own. Each window is a session, and so a process, of its own. */
export async function startWebKit(miniBrowser: string): Promise<Browser> {
  const port = await freePort();
  const service = spawn('xvfb-run', ['-a', '-s', '-screen 0 1600x1400x24', 'WebKitWebDriver', `--port=${port}`], {
    // The sandbox does not work for root, as which containers run.
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
    stdio: 'ignore',
    // In a process group, so that the display ends with it.
    detached: true,
  });
  const close = async () => {
    if (service.pid && service.exitCode === null) process.kill(-service.pid);
  };
  process.once('exit', close);
  const server = `http://127.0.0.1:${port}`;
  await until(`an answer of ${server}`, async () => (await fetch(`${server}/status`)).ok);
  const session = () =>
    new Builder()
      .usingServer(server)
      .withCapabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': {
          binary: miniBrowser,
          args: ['--automation', '--javascript-can-open-windows-automatically=true'],
        },
      })
      .build();
  const first = await session();
  const version = `WebKitGTK ${(await first.getCapabilities()).getBrowserVersion()}`;
  await first.quit();
  return { version, newWindow: async () => windowOf(await session()), close };
}
