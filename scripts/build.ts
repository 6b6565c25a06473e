import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Handbook } from '../src/handbook/model.ts';
import { contentFolder } from '../src/settings.ts';
import { loadContent, report } from './load-content.ts';
import { makeBeside, moveInto } from './publish/beside.ts';
import { publish, writeTwins } from './publish/publish.ts';

/** The built site; replaced as a whole, and only by a build that succeeded. */
const site = process.env.HANDBOOK_OUT ?? 'dist';
const staged = `${site}.new`;
const made = `${site}.made`;
const replaced = `${site}.old`;

async function build(handbook: Handbook): Promise<void> {
  await rm(staged, { recursive: true, force: true });
  await rm(made, { recursive: true, force: true });
  const beside = makeBeside(handbook, made);
  // Loaded only now, which takes a second: the check's findings come before it, and the other processor is at work meanwhile.
  const pages = import('astro').then(async (astro) => {
    await astro.build({ outDir: staged, logLevel: 'warn' });
    await writeTwins(handbook, staged);
  });
  // One that fails does not stop the other at work in threads of its own, which must have ended before this process can.
  await Promise.allSettled([beside, pages]);
  const [{ records }] = await Promise.all([beside, pages]);
  moveInto(made, staged);
  await publish(handbook, staged);

  await rm(replaced, { recursive: true, force: true });
  if (existsSync(site)) await rename(site, replaced);
  await rename(staged, site);
  await rm(replaced, { recursive: true, force: true });
  console.log(`建成：${site}/，可搜索 ${records} 条`);
}

const { handbook, problems } = loadContent(contentFolder);
if (problems.length > 0) {
  console.error(report(problems));
  // Not `exit`, which would cut off what a pipe has not taken yet.
  process.exitCode = 1;
} else {
  await build(handbook);
}
