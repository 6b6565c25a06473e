import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { contentFilesIn, readContentFiles, readSite } from '../../../src/loader/folder.ts';
import { ownHue } from '../../../src/text/colours.ts';
import { replace, writeFolder } from '../../fixtures/mini.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handbook-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the configuration has the base path and the origin of the settings', () => {
  const origin = 'https://www.example.gov.cn';
  writeFolder(folder, { 'site.yaml': (text) => `${replace('base: /', 'base: /yshj/')(text)}origin: ${origin}\n` });
  const { base, origin: read } = readSite(folder);
  assert.deepEqual([base, read], ['/yshj/', origin]);
});

test('without settings, or with faulty ones, the site is at the root, so that the dev server can start and report', () => {
  assert.deepEqual(readSite(folder), { base: '/', origin: undefined, hue: ownHue });
  for (const change of [replace('base: /', 'base: yshj'), replace('name: 小', 'name: "小')]) {
    writeFolder(folder, { 'site.yaml': change });
    assert.deepEqual(readSite(folder), { base: '/', origin: undefined, hue: ownHue });
  }
});

test('files are listed below their folders, also behind links, and a link that leads nowhere or around is a file that cannot be opened', () => {
  mkdirSync(join(folder, 'content/units'), { recursive: true });
  writeFileSync(join(folder, 'content/units/a.yaml'), 'a');
  mkdirSync(join(folder, 'elsewhere'));
  writeFileSync(join(folder, 'elsewhere/b.yaml'), 'b');
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'content/topics'));
  symlinkSync(folder, join(folder, 'content/round'));
  symlinkSync(join(folder, 'content/units'), join(folder, 'content/units/self'));
  // Its name begins like that of the content folder.
  mkdirSync(join(folder, 'cont'));
  writeFileSync(join(folder, 'cont/c.yaml'), 'c');
  symlinkSync(join(folder, 'cont'), join(folder, 'content/search'));
  symlinkSync(join(folder, 'nothing'), join(folder, 'content/lost.yaml'));
  assert.deepEqual(contentFilesIn(join(folder, 'content')).sort(), [
    'lost.yaml',
    'round',
    'search/c.yaml',
    'topics/b.yaml',
    'units/a.yaml',
    'units/self',
  ]);
  const closed = readContentFiles(join(folder, 'content')).filter((file) => file.closed);
  assert.deepEqual(closed.map(({ path }) => path).sort(), ['lost.yaml', 'round', 'units/self']);
  assert.deepEqual(contentFilesIn(join(folder, 'nothing')), []);
});
