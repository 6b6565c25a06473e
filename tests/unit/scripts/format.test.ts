import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { type Changes, writeFolder } from '../../fixtures/mini.ts';
import { runScript } from '../../fixtures/run-script.ts';

const root = mkdtempSync(join(tmpdir(), 'handbook-format-'));
after(() => rmSync(root, { recursive: true }));

/** Runs the command on the small folder with changes. */
async function format(name: string, changes: Changes, ...options: string[]) {
  const folder = join(root, name);
  writeFolder(folder, changes);
  const { code, output } = await runScript('scripts/format.ts', folder, ...options);
  return { code, output, text: (file: string) => readFileSync(join(folder, file), 'utf8') };
}

const untidy = { 'units/yi.yaml': 'kind: unit\r\nname: "区乙办"\r\n' };

test('the command puts files into their normal form and says which', async () => {
  const { code, output, text } = await format('write', untidy);
  assert.equal(code, 0, output);
  assert.match(output, /units\/yi\.yaml/u);
  assert.equal(text('units/yi.yaml'), 'name: 区乙办\nkind: unit\n');
});

test('with --check it changes nothing, fails and says how to mend it', async () => {
  const { code, output, text } = await format('check', untidy, '--check');
  assert.equal(code, 1);
  assert.match(output, /units\/yi\.yaml\n.*npm run format/u);
  assert.equal(text('units/yi.yaml'), untidy['units/yi.yaml']);
});
