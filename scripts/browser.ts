import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { install, installPackages } from './install.ts';

const commands = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** The Chromium to test with: Playwright's own if it is installed, else the system's; undefined if there is none. */
export function findBrowser(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const installed = folders.flatMap((folder) => commands.map((command) => join(folder, command)));
  return [chromium.executablePath(), ...installed].find((path) => existsSync(path));
}

/** Ways to get a Chromium and fonts that can set Chinese, best first. Each either succeeds or throws. */
const ways: (() => void)[] = [
  () => install('npx', ['playwright', 'install', '--with-deps', 'chromium-headless-shell', 'chromium']),
  () => installPackages('chromium', 'fonts-noto-cjk'),
];

/** Finds a browser or gets one. Throws, with the one sentence that says what to install, where neither works. */
export function ensureBrowser(): string {
  for (const way of [() => undefined, ...ways]) {
    try {
      way();
    } catch {
      // The next way may work.
    }
    const found = findBrowser();
    if (found) return found;
  }
  throw new Error(
    '没有可用的浏览器，也装不上：请安装 Chromium 和中文字体（Debian：apt-get install chromium fonts-noto-cjk）再运行测试。',
  );
}
