import { after, suite, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
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

/** After so long without an end an engine is taken to hang, as WebKit's driver does at times; journeys take up to 15 s. */
const hangMs = 90_000;

/** What a promise gives; undefined where it gives nothing in time. */
const within = <T>(ms: number, promise: Promise<T>) => Promise.race([promise, pause(ms, undefined, { ref: false })]);

suite('engines', { concurrency: 2 }, () => {
  for (const engine of chosen)
    suite(engine.name, { concurrency: 1, timeout: 600_000 }, () => {
      let browser: Promise<Browser> | undefined;
      const closeBrowser = async () => (await browser?.catch(() => undefined))?.close();

      /** Makes a journey in a window and with a server of its own. Gives what there is to remark, or nothing in a word. */
      async function makeJourney({ make }: (typeof made)[number]): Promise<string> {
        const server = await serve();
        browser ??= start[engine.id]();
        const { version, newWindow } = await browser;
        versions.set(engine.name, version);
        const driver = await newWindow();
        try {
          const page = new Page(driver, server.origin + handbook.site.base);
          const remark = await make({ page, engine, server });
          return typeof remark === 'string' ? remark : '';
        } finally {
          await driver.close().catch(() => {});
          await server.close();
        }
      }

      /** Makes a journey once more in an engine that is started anew. A page that hangs does so again. */
      async function secondTry(journey: (typeof made)[number]): Promise<string> {
        await within(5_000, closeBrowser());
        browser = undefined;
        return [await makeJourney(journey), 'at the second try'].filter(Boolean).join(', ');
      }

      for (const journey of made)
        test(journey.name, { timeout: 2 * hangMs }, async (context) => {
          const outcome: Outcome = { engine: engine.name, journey: journey.name, result: 'failed' };
          outcomes.push(outcome);
          const reason = engine.belowFloor
            ? !journey.reading && engine.belowFloor
            : journey.onlyBelowFloor && 'for browsers below the floor alone';
          if (reason) {
            Object.assign(outcome, { result: 'skipped', remark: reason });
            return context.skip(reason);
          }
          const remark = (await within(hangMs, makeJourney(journey))) ?? (await secondTry(journey));
          Object.assign(outcome, { result: 'passed', ...(remark && { remark }) });
        });
      after(closeBrowser);
    });
});
after(() => console.log(tableOf(outcomes), `\n${[...versions.values()].join(', ')}`));
