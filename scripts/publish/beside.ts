import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Said } from './beside-worker.ts';
import { filesIn } from './files.ts';

/**
 * Checks a content folder and, if it has no problems, makes what the pages do not go into, the search index and the files to
 * take away, into a folder of its own: on another processor, while Astro is loaded and makes the pages. What is kept from the
 * last build is in `keptIn`.
 * Gives what the check says, and what was made; throws what fails.
 */
export function makeBeside(
  content: string,
  folder: string,
  keptIn: string,
): { [Kind in keyof Said]: Promise<Said[Kind]> } {
  const workerData = { content, folder, keptIn };
  const worker = new Worker(new URL('./beside-worker.ts', import.meta.url), { workerData });
  const heard = <Kind extends keyof Said>(kind: Kind) =>
    new Promise<Said[Kind]>((resolve, reject) => {
      worker.on('message', ({ [kind]: said }: Partial<Said>) => said && resolve(said)).once('error', reject);
    });
  return { checked: heard('checked'), made: heard('made') };
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
