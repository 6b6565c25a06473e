import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Handbook } from '../../src/handbook/model.ts';
import { filesIn } from './files.ts';

/**
 * Makes what the pages do not go into, the search index and the files to take away, into a folder of its own: on another
 * processor, while Astro makes the pages. Gives the number of records that can be found; throws what fails.
 */
export function makeBeside(handbook: Handbook, folder: string): Promise<{ records: number }> {
  return new Promise((resolve, reject) => {
    new Worker(new URL('./beside-worker.ts', import.meta.url), { workerData: { handbook, folder } })
      .once('message', resolve)
      .once('error', reject);
  });
}

/** Moves all files of a folder to the same places in another one. Throws where a place is taken. */
export function moveInto(folder: string, site: string): void {
  const taken = new Set(filesIn(site));
  for (const file of filesIn(folder)) {
    if (taken.has(file)) throw new Error(`${file} 由页面和内容各写了一次。`);
    mkdirSync(dirname(join(site, file)), { recursive: true });
    renameSync(join(folder, file), join(site, file));
  }
  rmSync(folder, { recursive: true, force: true });
}
