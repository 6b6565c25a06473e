import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Handbook } from '../../src/handbook/model.ts';
import { writeSearchIndex } from '../../src/search/write.ts';
import { madeFiles } from './made-files.ts';

const { handbook, folder } = workerData as { handbook: Handbook; folder: string };
// Pagefind indexes in a process of its own, and the files are made while it does.
const index = writeSearchIndex(handbook, folder);
for (const { path, bytes } of madeFiles(handbook)) {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, await bytes());
}
parentPort?.postMessage(await index);
