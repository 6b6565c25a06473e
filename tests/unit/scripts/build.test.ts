import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readFolder, writeFolder } from '../../fixtures/mini.ts';

const root = mkdtempSync(join(tmpdir(), 'handbook-build-'));
after(() => rmSync(root, { recursive: true }));

test('a build of content that fails the check says why and leaves the last good site as it was', async () => {
  const content = join(root, 'content');
  const site = join(root, 'site');
  writeFolder(content, readFolder('tests/fixtures/broken/gbk'));
  mkdirSync(site);
  writeFileSync(join(site, 'index.html'), '上一次');

  const env = { ...process.env, HANDBOOK_CONTENT: content, HANDBOOK_OUT: site };
  const { code, output } = await new Promise<{ code: unknown; output: string }>((resolve) =>
    execFile(process.execPath, ['scripts/build.ts'], { env }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, output: stdout + stderr }),
    ),
  );
  assert.equal(code, 1, output);
  assert.match(output, /units\/jia\.yaml:1[\s\S]*GBK/);
  assert.deepEqual(Object.keys(readFolder(site)), ['index.html']);
  assert.equal(readFileSync(join(site, 'index.html'), 'utf8'), '上一次');
});
