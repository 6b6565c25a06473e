import { existsSync, renameSync, rmSync } from 'node:fs';
import type { Handbook } from '../src/handbook/model.ts';
import { contentFolder } from '../src/settings.ts';
import { makeBeside, moveInto } from './publish/beside.ts';
import { startFinishing } from './publish/finish.ts';
import { forget } from './publish/kept.ts';
import { publish } from './publish/publish.ts';
import { report } from './report.ts';

/** The built site; replaced as a whole, and only by a build that succeeded. */
const site = process.env.HANDBOOK_OUT ?? 'dist';
const staged = `${site}.new`;
const made = `${site}.made`;
const replaced = `${site}.old`;
/** Astro's store of the content, made anew by each build, as Astro does not see when a schema has changed. */
const store = `${site}.store`;
/** What need not be made again by the next build. */
const keptIn = `${site}.kept`;

async function build(handbook: Handbook, beside: Promise<{ records: number }>): Promise<void> {
  const { build: buildPages } = await import('astro');
  const pages = buildPages({ outDir: staged, cacheDir: store, logLevel: 'warn' });
  // What finishes the pages takes long to load, and has the other processor as soon as one of the two is done.
  const finish = Promise.race([beside, pages]).then(() => startFinishing(handbook.site, keptIn));
  const finished = pages.then(async () => (await finish)(staged));
  // One that fails does not stop the other at work in threads of its own, which must have ended before this process can.
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

const started = Date.now();
for (const folder of [staged, made, store]) rmSync(folder, { recursive: true, force: true });
const beside = makeBeside(contentFolder, made, keptIn);
// Loading Astro and its settings takes as long as the check, which is the one to say what is wrong with the content.
const loaded = Promise.allSettled([import('astro'), import('../astro.config.mjs')]);
const { handbook, problems } = await beside.checked;
if (problems.length > 0) {
  console.error(report(problems));
  // Not `exit`, which would cut off what a pipe has not taken yet.
  process.exitCode = 1;
} else {
  await loaded;
  await build(handbook, beside.made);
}
