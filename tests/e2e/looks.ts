import type { Page } from '@playwright/test';
import { elder, names, type Settings } from '../../src/browser/reading/settings.ts';

/** A way in which a page can look: what the reader has set in the system, and what in the handbook. */
export interface Look {
  media?: NonNullable<Parameters<Page['emulateMedia']>[0]>;
  settings?: Settings;
  /** Whether texts are to have 7 to 1 (WCAG 2.2, 1.4.6), or 4.5 to 1 as everywhere (1.4.3). */
  strong?: boolean;
}

const plain = { colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' } as const;

/** The looks in which the author's colours are shown. */
export const looks: Readonly<Record<string, Look>> = {
  浅色: {},
  深色: { media: { colorScheme: 'dark' } },
  长者模式: { settings: elder, strong: true },
  '长者模式、深色': { media: { colorScheme: 'dark' }, settings: elder, strong: true },
  系统要求更高对比: { media: { contrast: 'more' }, strong: true },
  '系统要求更高对比、深色': { media: { colorScheme: 'dark', contrast: 'more' }, strong: true },
};

/** The reader's own colours replace those of the page. */
export const forcedColours: Look = { media: { forcedColors: 'active' } };

/** Shows the open page in a look; it stays where it is. */
export async function show(page: Page, { media = {}, settings = {} }: Look): Promise<void> {
  await page.emulateMedia({ ...plain, ...media });
  await page.evaluate(
    ([names, given]) => {
      for (const name of names) delete document.documentElement.dataset[name];
      Object.assign(document.documentElement.dataset, given);
    },
    [names, settings] as const,
  );
}
