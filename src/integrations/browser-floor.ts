import browserslist from 'browserslist';

/** A part of `browserslist` in package.json: for everything, search included; or for reading, indexes and filters alone. */
export type Floor = 'defaults' | 'reading';

/** The oldest version of each browser of some floors, by its name in caniuse: `{ chrome: 103, ios_saf: 15.4, … }`. */
export function oldestBrowsers(...floors: Floor[]): Record<string, number> {
  const oldest: Record<string, number> = {};
  for (const env of floors)
    for (const browser of browserslist(undefined, { env, path: import.meta.dirname })) {
      const [name = '', version = ''] = browser.split(' ');
      // A range of versions, 15.2-15.3, counts from its first.
      oldest[name] = Math.min(oldest[name] ?? Infinity, Number.parseFloat(version));
    }
  return oldest;
}

const esbuildNames: Record<string, string> = { ios_saf: 'ios' };

/**
 * What Vite lowers the syntax of scripts and sheets to: both floors, as pages share their scripts.
 * Methods are not lowered; `tests/site/floor.test.ts` finds those that are too new.
 * @see https://vite.dev/config/build-options#build-target
 */
export const buildTargets = (): string[] =>
  Object.entries(oldestBrowsers('defaults', 'reading')).map(
    ([name, version]) => `${esbuildNames[name] ?? name}${version}`,
  );
