import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from './scripts/install.ts';

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  forbidOnly: true,
  // On a busy machine a browser now and then misses a wait. What fails twice fails; what passes the second time is listed as flaky.
  retries: 1,
  workers: 2,
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    // The port that the server below has printed.
    baseURL: `http://localhost:${process.env.PREVIEW_PORT}`,
    locale: 'zh-CN',
    launchOptions: {
      executablePath: findBrowser(),
      // Chromium refuses its sandbox to root, as which containers run; without the second, it calls home at each start. Where there
      // is no graphics card, drawing for one is slower than drawing without.
      args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu'],
    },
  },
  webServer: {
    // A free port, so that two checkouts can be tested at once.
    command: 'astro preview --port 0',
    wait: { stdout: /localhost:(?<preview_port>\d+)/u },
  },
});
