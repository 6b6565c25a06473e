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

test('a report longer than a pipe holds is said to its end', async () => {
  const content = join(root, 'many');
  const units = Object.fromEntries(
    Array.from({ length: 600 }, (_, index) => [`units/u${index}.yaml`, `name: 区第${index}局\nkind: 单位\n`]),
  );
  writeFolder(content, units);
  const env = { ...process.env, HANDBOOK_CONTENT: content, HANDBOOK_OUT: join(root, 'none') };
  // `sleep` lets the pipe fill up before anything is read from it.
  const output = await new Promise<string>((resolve) =>
    execFile(
      'sh',
      ['-c', '"$0" scripts/build.ts 2>&1 | (sleep 2; cat)', process.execPath],
      { env, maxBuffer: 1e8 },
      (_, out) => resolve(out),
    ),
  );
  assert.ok(Buffer.byteLength(output) > 65_536);
  assert.match(output, /600 个文件，600 处问题。\n$/u);
});
