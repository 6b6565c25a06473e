import { globSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser, ensureProgram } from '../../scripts/install.ts';
import type { Browser } from './drivers/driver.ts';
import { unpackedChromium } from './old-chromium.ts';

export interface Engine {
  /** As on the command line. */
  id: string;
  name: string;
  /** Why only the reading part is promised in it; undefined above the floor. */
  belowFloor?: string;
  /** Installs what is missing and starts it. @throws with what to install where that is not possible. */
  start(): Promise<Browser>;
}

/** Finds a file of Debian's packages or installs them. @throws with what to install where that fails. */
function installed(pattern: string, ...packages: string[]): string {
  ensureProgram(pattern, () => globSync(pattern).length > 0, ...packages);
  return globSync(pattern)[0] ?? '';
}

// What drives an engine is loaded when it is started: by then it is installed.
const oldChromium = (version: number) => async () => {
  const folder = unpackedChromium(`chromium-${version}`);
  const { startChromium } = await import('./drivers/chromium.ts');
  return startChromium(join(folder, 'chromium'), [join(folder, 'lib'), folder].join(':'));
};

/** The engines of today and the oldest that the handbook promises to work in. */
export const engines: readonly Engine[] = [
  {
    id: 'chromium',
    name: 'Chromium',
    async start() {
      const { startChromium } = await import('./drivers/chromium.ts');
      return startChromium(ensureBrowser());
    },
  },
  {
    id: 'firefox',
    name: 'Firefox ESR',
    async start() {
      const { startFirefox } = await import('./drivers/firefox.ts');
      return startFirefox(installed('/usr/bin/firefox-esr', 'firefox-esr'));
    },
  },
  {
    id: 'webkit',
    name: 'WebKitGTK',
    async start() {
      installed('/usr/bin/xvfb-run', 'xvfb', 'xauth');
      installed('/usr/bin/WebKitWebDriver', 'webkit2gtk-driver');
      const { startWebKit } = await import('./drivers/webkit.ts');
      return startWebKit(installed('/usr/lib/*/webkit2gtk-4.1/MiniBrowser', 'webkit2gtk-driver'));
    },
  },
  { id: 'chromium-109', name: 'Chromium 109', start: oldChromium(109) },
  { id: 'chromium-103', name: 'Chromium 103', start: oldChromium(103) },
  { id: 'chromium-88', name: 'Chromium 88', belowFloor: 'below the floor', start: oldChromium(88) },
];
