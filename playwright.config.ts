import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from './scripts/browser.ts';

const port = 4173;

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${port}`,
    locale: 'zh-CN',
    launchOptions: {
      executablePath: findBrowser(),
      // Chromium refuses its sandbox to root, as which containers run; without the second, it calls home at each start. Where there
      // is no graphics card, drawing for one is slower than drawing without.
      args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu'],
    },
  },
  webServer: {
    command: `astro preview --port ${port}`,
    url: `http://localhost:${port}`,
    reuseExistingServer: false,
  },
});
