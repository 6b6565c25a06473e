import { existsSync, renameSync, rmSync } from 'node:fs';
import type { Handbook } from '../../src/model/types.ts';
import { makeBeside, moveInto } from './beside.ts';
import { startFinishing } from './finish.ts';
import { forget } from './kept.ts';
import { growSlowly, isLarge } from './large.ts';
import type { PageMaker } from './pages.ts';
import { publish } from './publish.ts';

/** The built site; replaced as a whole, and only by a build that succeeded. On the project's disk, as Astro moves files to it. */
const site = process.env.HANDBOOK_OUT ?? 'dist';
const staged = `${site}.new`;
const made = `${site}.made`;
const replaced = `${site}.old`;
/** Astro's store of the content, made anew by each build, as Astro does not see when a schema has changed. */
const store = `${site}.store`;
/** What need not be made again by the next build. */
const keptIn = `${site}.kept`;

/** Builds the site of a handbook that has no problems, from whose content the maker makes the pages. Throws what fails. */
export async function buildSite(handbook: Handbook, maker: PageMaker): Promise<void> {
  const started = Date.now();
  for (const folder of [staged, made, store]) rmSync(folder, { recursive: true, force: true });
  if (isLarge(handbook)) growSlowly();
  const pages = maker.make({ outDir: staged, cacheDir: store, isLarge: isLarge(handbook) });
  const beside = makeBeside(handbook, made, keptIn, pages);
  // What finishes the pages takes long to load, and has the other processor as soon as one of the two is done.
  const finish = Promise.race([beside, pages]).then(() => startFinishing(handbook.site, keptIn));
  const finished = pages.then(async () => (await finish)(staged));
  // That it fails is said where it is waited for, or where what it waits for is.
  finished.catch(() => {});
  // One that fails does not stop the other, which must have ended before this process can.
  await Promise.allSettled([beside, pages]);
  const [{ records }] = await Promise.all([beside, pages]);
  moveInto(made, staged);
  await publish(handbook, staged, finished);

  rmSync(replaced, { recursive: true, force: true });
  if (existsSync(site)) renameSync(site, replaced);
  renameSync(staged, site);
  rmSync(replaced, { recursive: true, force: true });
  rmSync(store, { recursive: true, force: true });
  forget(keptIn, started);
  console.log(`建成：${site}/，可搜索 ${records} 条`);
}
