import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { moveInto } from '../../../scripts/publish/beside.ts';

const root = mkdtempSync(join(tmpdir(), 'handbook-beside-'));
after(() => rmSync(root, { recursive: true }));
const made = join(root, 'made');
const site = join(root, 'site');
mkdirSync(join(made, 'data'), { recursive: true });
mkdirSync(site);
writeFileSync(join(made, 'data', 'a.csv'), 'made');

test('files made beside the pages come to their places in the site, and their folder goes', () => {
  moveInto(made, site);
  assert.equal(readFileSync(join(site, 'data', 'a.csv'), 'utf8'), 'made');
  assert.ok(!existsSync(made));
});

test('a file never takes the place of a page', () => {
  mkdirSync(made);
  writeFileSync(join(made, 'index.html'), 'made');
  writeFileSync(join(site, 'index.html'), 'page');
  assert.throws(() => moveInto(made, site), /index\.html/u);
  assert.equal(readFileSync(join(site, 'index.html'), 'utf8'), 'page');
});
