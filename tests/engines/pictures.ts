import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measurePath, tasksPath, unitPath } from '../../src/routes/paths.ts';
import { serve } from '../e2e/server.ts';
import { busiest, needed, plan } from '../e2e/subjects.ts';
import { handbook } from '../site/built-site.ts';
import type { Engine } from './engines.ts';
import { Page } from './page.ts';
import { start } from './start.ts';

/** A measure whose text promises a number and refers to rows of the list, the list, and a unit. */
const pictured = {
  measure: measurePath(
    needed(
      plan.measures.find(({ targets, tasks }) => targets.length > 0 && tasks.length > 2) ?? plan.measures[0],
      'measure',
    ),
  ),
  tasks: tasksPath(plan),
  unit: unitPath(busiest),
};

/** Writes pictures of three pages on a phone and on a desk into a folder, to be looked at. */
export async function takePictures({ id }: Engine, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const server = await serve();
  const browser = await start[id]();
  const page = new Page(await browser.newWindow(), server.origin + handbook.site.base);
  for (const width of [390, 1280]) {
    await page.driver.resize(width, 1300);
    for (const [name, path] of Object.entries(pictured)) {
      await page.open(path);
      writeFileSync(join(folder, `${name}-${width}-${id}.png`), await page.driver.screenshot());
    }
  }
  await page.driver.close();
  await browser.close();
  await server.close();
}
