import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { build } from 'astro';
import { contentFolder } from '../src/settings.ts';
import { loadContent, report } from './load-content.ts';
import { makeBeside, moveInto } from './publish/beside.ts';
import { publish } from './publish/publish.ts';

/** The built site; replaced as a whole, and only by a build that succeeded. */
const site = process.env.HANDBOOK_OUT ?? 'dist';
const staged = `${site}.new`;
const replaced = `${site}.old`;
const made = `${site}.made`;

const { handbook, problems } = loadContent(contentFolder);
if (problems.length > 0) {
  console.error(report(problems));
  process.exit(1);
}

await rm(staged, { recursive: true, force: true });
await rm(made, { recursive: true, force: true });
const [{ records }] = await Promise.all([makeBeside(handbook, made), build({ outDir: staged, logLevel: 'warn' })]);
moveInto(made, staged);
await publish(handbook, staged);

await rm(replaced, { recursive: true, force: true });
if (existsSync(site)) await rename(site, replaced);
await rename(staged, site);
await rm(replaced, { recursive: true, force: true });
console.log(`建成：${site}/，可搜索 ${records} 条`);
