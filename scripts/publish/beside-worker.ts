import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Handbook } from '../../src/handbook/model.ts';
import { writeSearchIndex } from '../../src/search/write.ts';
import { inLanes } from './in-lanes.ts';
import { madeFiles } from './made-files.ts';

/** Pictures are drawn outside this thread, which need not wait for one. */
const lanes = 3;

const { handbook, folder } = workerData as { handbook: Handbook; folder: string };
// Pagefind indexes in a process of its own, and the files are made while it does.
const index = writeSearchIndex(handbook, folder);
await inLanes(lanes, madeFiles(handbook), async ({ path, bytes }) => {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, await bytes());
});
parentPort?.postMessage(await index);
