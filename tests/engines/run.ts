import { after, suite, test } from 'node:test';
import { parseArgs } from 'node:util';
import { ensureModules } from '../../scripts/install.ts';
import { serve } from '../e2e/server.ts';
import { handbook } from '../site/built-site.ts';
import type { Browser } from './drivers/driver.ts';
import { engines } from './engines.ts';
import { journeys } from './journeys/index.ts';
import { Page } from './page.ts';
import { takePictures } from './pictures.ts';
import { start } from './start.ts';
import { type Outcome, tableOf } from './table.ts';

/*
 * Makes the journeys in the engines and prints a table of both. Installs the engines that are missing.
 *
 *     npm run test:engines -- [--engine firefox]… [--journey "by unit"]…
 *     npm run test:engines -- [--engine firefox]… --pictures folder
 */
const { values: options } = parseArgs({
  options: {
    engine: { type: 'string', multiple: true },
    journey: { type: 'string', multiple: true },
    pictures: { type: 'string' },
  },
});

ensureModules(import.meta.dirname);
const chosen = engines.filter(({ id }) => options.engine?.includes(id) ?? true);
const made = journeys.filter(({ name }) => options.journey?.some((part) => name.includes(part)) ?? true);
if (chosen.length === 0 || made.length === 0)
  throw new Error(`There is no such ${chosen.length === 0 ? 'engine' : 'journey'}: ${JSON.stringify(options)}`);
const outcomes: Outcome[] = [];
const versions = new Map<string, string>();

if (options.pictures) {
  for (const engine of chosen) await takePictures(engine, options.pictures);
  console.log(`图片在 ${options.pictures}`);
  process.exit();
}

suite('engines', { concurrency: 2 }, () => {
  for (const engine of chosen)
    suite(engine.name, { concurrency: 1, timeout: 600_000 }, () => {
      let browser: Promise<Browser> | undefined;
      for (const journey of made)
        test(journey.name, { timeout: 120_000 }, async (context) => {
          const outcome: Outcome = { engine: engine.name, journey: journey.name, result: 'failed' };
          outcomes.push(outcome);
          const reason = engine.belowFloor
            ? !journey.reading && engine.belowFloor
            : journey.onlyBelowFloor && 'for browsers below the floor alone';
          if (reason) {
            Object.assign(outcome, { result: 'skipped', remark: reason });
            return context.skip(reason);
          }
          const server = await serve();
          browser ??= start[engine.id]();
          const { version, newWindow } = await browser;
          versions.set(engine.name, version);
          const driver = await newWindow();
          try {
            const page = new Page(driver, server.origin + handbook.site.base);
            const remark = await journey.make({ page, engine, server });
            Object.assign(outcome, { result: 'passed', ...(typeof remark === 'string' && { remark }) });
          } finally {
            await driver.close().catch(() => {});
            await server.close();
          }
        });
      after(async () => (await browser?.catch(() => undefined))?.close());
    });
});
after(() => console.log(tableOf(outcomes), `\n${[...versions.values()].join(', ')}`));
