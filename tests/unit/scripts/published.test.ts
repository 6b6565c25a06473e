import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { writeFolder } from '../../fixtures/mini.ts';
import { runScript } from '../../fixtures/run-script.ts';

const root = mkdtempSync(join(tmpdir(), 'handbook-published-'));
after(() => rmSync(root, { recursive: true }));

/** The small folder with its addresses recorded. */
async function recorded(name: string): Promise<string> {
  const folder = join(root, name);
  writeFolder(folder);
  const { code, output } = await runScript('scripts/published.ts', folder);
  assert.equal(code, 0, output);
  return folder;
}
const listIn = (folder: string) => readFileSync(join(folder, 'published.txt'), 'utf8').split('\n');

test('the addresses are recorded once, and those of before stay', async () => {
  const folder = await recorded('twice');
  const first = listIn(folder);
  assert.ok(first.includes('units/jia/') && first.includes('plans/mini/measures/02/'));
  assert.match((await runScript('scripts/published.ts', folder)).output, /新记下 0 个网址/u);
  assert.deepEqual(listIn(folder), first);
});

test('a file that was renamed fails the check with the address and the ways to mend it, until a redirect leads on', async () => {
  const folder = await recorded('renamed');
  renameSync(join(folder, 'units/jia.yaml'), join(folder, 'units/jiaju.yaml'));
  const { code, output } = await runScript('scripts/check.ts', folder);
  assert.equal(code, 1);
  assert.match(output, /^content\/published\.txt:\d+\n {2}查到：网址 units\/jia\/ 发布过，现在没有这一页\n/mu);
  assert.match(
    output,
    /改回 units\/jia\.yaml；.*写 from: units\/jia\/ 和 to: 现在的网址（最接近的是“units\/jiaju\/”）/u,
  );
  writeFileSync(join(folder, 'redirects.yaml'), 'redirects:\n  - from: units/jia/\n    to: units/jiaju/\n');
  const mended = await runScript('scripts/check.ts', folder);
  assert.equal(mended.code, 0, mended.output);
  assert.match(mended.output, /^发布以前：1 个网址还没有记下（units\/jiaju\/）。运行 npm run published/mu);
});

test('with --production, an address that is not recorded fails the command', async () => {
  const folder = await recorded('production');
  const list = join(folder, 'published.txt');
  writeFileSync(list, readFileSync(list, 'utf8').replace('units/jia/\n', ''));
  const { code, output } = await runScript('scripts/check.ts', folder, '--production');
  assert.equal(code, 1);
  assert.match(output, /^不能正式发布：1 个网址还没有记下（units\/jia\/）/mu);
  assert.doesNotMatch((await runScript('scripts/check.ts', await recorded('all'), '--production')).output, /记下/u);
});

test('a release checks the settings, and leaves it to its end to record addresses', async () => {
  const folder = await recorded('release');
  const list = join(folder, 'published.txt');
  const before = readFileSync(list, 'utf8').replace('units/jia/\n', '');
  writeFileSync(list, before);
  const { code, output } = await runScript('scripts/check.ts', folder, '--release');
  assert.equal(code, 1);
  assert.match(output, /^不能正式发布，site\.yaml 里：\n {2}origin：还没有填写/mu);
  assert.doesNotMatch(output, /没有记下/u);
  assert.equal(readFileSync(list, 'utf8'), before);
});
