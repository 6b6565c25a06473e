import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const root = mkdtempSync(join(tmpdir(), 'handbook-pages-'));
after(() => rmSync(root, { recursive: true }));

/** Runs a module that has a process for pages; gives what it and that process said. */
const run = (code: string) =>
  new Promise<{ failed: boolean; output: string }>((resolve) => {
    const module = `import { startPages } from './scripts/publish/pages.ts';\n${code}`;
    execFile(process.execPath, ['--eval', module], (error, stdout, stderr) =>
      resolve({ failed: error !== null, output: stdout + stderr }),
    );
  });

test('where pages cannot be made, why is said by what makes them, and the build fails', async () => {
  const file = join(root, 'file');
  writeFileSync(file, '');
  const folders = JSON.stringify({ outDir: join(file, 'site'), cacheDir: join(root, 'store') });
  const { failed, output } = await run(`await startPages().make(${folders});`);
  assert.ok(failed);
  assert.match(output, /ENOTDIR[\s\S]*页面没有建成，原因见上。/u);
});

test('what was to make pages ends when there are none to make', async () => {
  assert.deepEqual(await run('startPages().stop();'), { failed: false, output: '' });
});
