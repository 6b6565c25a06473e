import { globSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser, ensureProgram } from '../../scripts/install.ts';
import type { Browser } from './drivers/driver.ts';
import type { Engine } from './engines.ts';
import { unpackedChromium } from './old-chromium.ts';

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

/** Installs what an engine lacks and starts it. Each throws what to install where that is not possible. */
export const start: Readonly<Record<Engine['id'], () => Promise<Browser>>> = {
  async chromium() {
    const { startChromium } = await import('./drivers/chromium.ts');
    return startChromium(ensureBrowser());
  },
  async firefox() {
    const { startFirefox } = await import('./drivers/firefox.ts');
    return startFirefox(installed('/usr/bin/firefox-esr', 'firefox-esr'));
  },
  async webkit() {
    installed('/usr/bin/xvfb-run', 'xvfb', 'xauth');
    installed('/usr/bin/WebKitWebDriver', 'webkit2gtk-driver');
    const { startWebKit } = await import('./drivers/webkit.ts');
    return startWebKit(installed('/usr/lib/*/webkit2gtk-4.1/MiniBrowser', 'webkit2gtk-driver'));
  },
  'chromium-109': oldChromium(109),
  'chromium-103': oldChromium(103),
  'chromium-88': oldChromium(88),
};
