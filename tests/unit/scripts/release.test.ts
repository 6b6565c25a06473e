import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { unzipSync } from 'fflate';
import { mini, writeFolder } from '../../fixtures/mini.ts';

const root = mkdtempSync(join(tmpdir(), 'handbook-release-'));
const script = resolve('scripts/release.ts');
after(() => rmSync(root, { recursive: true }));

const site = { 'index.html': '<p>手册', '_astro/a.js': 'a()', 'handbook.zip': 'PK' };
const release = () => execFileSync(process.execPath, [script], { cwd: root, encoding: 'utf8' });
const filesOf = (archive: string) =>
  Object.fromEntries(
    Object.entries(unzipSync(readFileSync(archive))).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
  );

beforeEach(() => {
  for (const folder of ['dist', 'content', 'releases']) rmSync(join(root, folder), { recursive: true, force: true });
  mkdirSync(join(root, 'dist/_astro'), { recursive: true });
  for (const [name, text] of Object.entries(site)) writeFileSync(join(root, 'dist', name), text);
  writeFolder(join(root, 'content'));
});

test('a release is all of the site and all of its content, to go back to', () => {
  const output = release();
  const [day = ''] = readdirSync(join(root, 'releases'));
  assert.match(day, /^\d{4}-\d{2}-\d{2}$/u);
  assert.deepEqual(filesOf(join(root, 'releases', day, 'site.zip')), site);
  const list = readFileSync(join(root, 'content/published.txt'), 'utf8');
  assert.match(list, /^units\/jia\/$/mu);
  assert.deepEqual(filesOf(join(root, 'releases', day, 'content.zip')), { ...mini, 'published.txt': list });
  assert.match(output, new RegExp(`releases/${day}/site\\.zip`, 'u'));
});

test('another release of the day stands beside the first, which stays', () => {
  release();
  const [day = ''] = readdirSync(join(root, 'releases'));
  const before = readFileSync(join(root, 'releases', day, 'site.zip'));
  writeFileSync(join(root, 'dist/index.html'), '<p>新版');
  release();
  assert.deepEqual(readdirSync(join(root, 'releases')).sort(), [day, `${day}-2`]);
  assert.deepEqual(readFileSync(join(root, 'releases', day, 'site.zip')), before);
  assert.equal(filesOf(join(root, 'releases', `${day}-2`, 'site.zip'))['index.html'], '<p>新版');
});

/** When the first file of an archive was changed, as its header has it: local time, counted in two seconds (APPNOTE.TXT, 4.4.6). */
function firstDate(archive: string): Date {
  const [time, date] = [10, 12].map((at) => readFileSync(archive).readUInt16LE(at)) as [number, number];
  return new Date((date >> 9) + 1980, ((date >> 5) & 15) - 1, date & 31, time >> 11, (time >> 5) & 63, (time & 31) * 2);
}

test('what is unpacked has the date of the release, by which a web server tells that a page of the same size is another', () => {
  const before = Date.now();
  release();
  const [day = ''] = readdirSync(join(root, 'releases'));
  const date = firstDate(join(root, 'releases', day, 'site.zip'));
  assert.ok(date.getTime() >= before - 2000 && date.getTime() <= Date.now(), String(date));
});

test('what is released twice is recorded once, and what was recorded before stays', () => {
  writeFileSync(join(root, 'content/published.txt'), '# 我的说明\nunits/jia/\n');
  assert.match(release(), /新记下 [1-9]\d* 个网址/u);
  const list = readFileSync(join(root, 'content/published.txt'), 'utf8');
  assert.match(release(), /新记下 0 个网址/u);
  assert.equal(readFileSync(join(root, 'content/published.txt'), 'utf8'), list);
  assert.deepEqual(
    readdirSync(join(root, 'content')).filter((name) => name.endsWith('.part')),
    [],
  );
});

/** Expects that nothing is released or recorded, and gives what is said. */
function refused(): string {
  const { status, stderr } = spawnSync(process.execPath, [script], { cwd: root, encoding: 'utf8' });
  assert.equal(status, 1);
  assert.ok(!existsSync(join(root, 'releases')));
  return stderr;
}

test('of content that fails the check nothing is released and nothing recorded, a page that is gone demands a redirect', () => {
  const before = 'units/jja/\nunits/jia/\n';
  writeFileSync(join(root, 'content/published.txt'), before);
  assert.match(refused(), /redirects\.yaml 里写 from: units\/jja\/ 和 to: /u);
  assert.equal(readFileSync(join(root, 'content/published.txt'), 'utf8'), before);
  writeFileSync(join(root, 'content/redirects.yaml'), 'redirects:\n  - from: units/jja/\n    to: units/jia/\n');
  release();
  assert.match(readFileSync(join(root, 'content/published.txt'), 'utf8'), /^units\/jja\/$/mu);
});

test('what was begun and broken off is no release', () => {
  release();
  const [day = ''] = readdirSync(join(root, 'releases'));
  mkdirSync(join(root, 'releases', `${day}-2.part`));
  writeFileSync(join(root, 'releases', `${day}-2.part`, 'site.zip'), 'PK');
  release();
  assert.deepEqual(readdirSync(join(root, 'releases')).sort(), [day, `${day}-2`]);
});

test('without a built site there is no release, and the command says what it needs', () => {
  rmSync(join(root, 'dist'), { recursive: true });
  assert.match(refused(), /npm run release/u);
  assert.deepEqual(readdirSync(root).sort(), ['content']);
});
