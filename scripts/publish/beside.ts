import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Handbook } from '../../src/model/types.ts';
import { writeSearchIndex } from '../../src/search/build/write-index.ts';
import { compress, isText } from './compress.ts';
import { filesIn } from './files.ts';
import { inLanes } from './in-lanes.ts';
import { Kept } from './kept.ts';
import { isLarge } from './large.ts';
import { madeFiles } from './made-files.ts';

/** Pictures are drawn outside this thread, which need not wait for one. */
const lanes = 3;

/**
 * Makes what the pages do not go into, the search index and the files to take away, into a folder of its own, while the pages
 * are made, whose end `pages` tells. What is kept from the last build is in `keptIn`. Gives how many records can be searched.
 */
export async function makeBeside(
  handbook: Handbook,
  folder: string,
  keptIn: string,
  pages: Promise<void>,
): Promise<{ records: number }> {
  const kept = new Kept(keptIn);
  await inLanes(lanes, madeFiles(handbook), async ({ path, from, bytes }) => {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, from === undefined ? await bytes() : await kept.of(from, bytes));
  });
  if (isLarge(handbook)) await pages;
  const made = await writeSearchIndex(handbook, folder);
  for (const file of filesIn(folder).filter(isText)) compress(join(folder, file));
  return made;
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
