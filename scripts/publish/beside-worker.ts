import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Checked } from '../../src/handbook/check.ts';
import type { Handbook } from '../../src/handbook/model.ts';
import { writeSearchIndex } from '../../src/search/write.ts';
import { loadContent } from '../load-content.ts';
import { compress, isText } from './compress.ts';
import { filesIn } from './files.ts';
import { inLanes } from './in-lanes.ts';
import { Kept } from './kept.ts';
import { madeFiles } from './made-files.ts';

/** What this thread says: first what the check says, and when all is made, of content without problems, what was made. */
export interface Said {
  checked: Checked;
  made: { records: number };
}

/** Pictures are drawn outside this thread, which need not wait for one. */
const lanes = 3;

const say = (said: Partial<Said>) => parentPort?.postMessage(said);

async function make(handbook: Handbook, folder: string, kept: Kept) {
  // Pagefind indexes in a process of its own, and the files are made while it does.
  const index = writeSearchIndex(handbook, folder);
  await inLanes(lanes, madeFiles(handbook), async ({ path, from, bytes }) => {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, from === undefined ? await bytes() : await kept.of(from, bytes));
  });
  const made = await index;
  for (const file of filesIn(folder).filter(isText)) compress(join(folder, file));
  return made;
}

const { content, folder, keptIn } = workerData as { content: string; folder: string; keptIn: string };
const checked = loadContent(content);
say({ checked });
if (checked.problems.length === 0) say({ made: await make(checked.handbook, folder, new Kept(keptIn)) });
