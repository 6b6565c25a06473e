import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { replace, writeFolder } from '../../fixtures/mini.ts';
import { runScript } from '../../fixtures/run-script.ts';

const root = mkdtempSync(join(tmpdir(), 'handbook-previews-'));
after(() => rmSync(root, { recursive: true }));

test('a preview of faulty content tells the problems of the files that the editor has, and builds nothing', async () => {
  const folder = join(root, 'content');
  writeFolder(folder, { 'topics/power.yaml': replace('name: 用电', 'name：用电') });
  const { code, output } = await runScript('scripts/preview.ts', folder);
  assert.equal(code, 1);
  assert.match(output, /^content\/topics\/power\.yaml:1\n/u);
});
