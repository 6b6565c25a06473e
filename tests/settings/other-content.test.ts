import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';

/*
 * The project with other content: a second plan beside the first, and another district's plan alone. The check passes, the
 * site is built, and the tests of the content and of the site hold, as they do for the content of today.
 */

/** The steps of `npm test` that content can break and that need no browser; unit tests read none. */
const steps = ['check', 'test:content', 'build', 'test:site'];

/** A copy of what Git knows of the project, gone when the process ends. */
function copyOfProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'handbook-content-'));
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  for (const file of files.split('\0').filter(Boolean)) {
    mkdirSync(join(copy, dirname(file)), { recursive: true });
    cpSync(file, join(copy, file));
  }
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  return copy;
}

function passes(copy: string): void {
  for (const step of steps) {
    // A test runner within another would report to it.
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', step], {
      cwd: copy,
      env,
      encoding: 'utf8',
    });
    assert.equal(status, 0, `npm run ${step}\n${(stdout + stderr).slice(-8000)}`);
  }
}

test('all that content can break holds with a second plan beside the first', () => {
  const copy = copyOfProject();
  cpSync('tests/fixtures/second-plan', join(copy, 'content'), { recursive: true });
  passes(copy);
});

test('all that content can break holds where the content is that of another district', () => {
  const copy = copyOfProject();
  rmSync(join(copy, 'content'), { recursive: true });
  cpSync('tests/fixtures/other-district', join(copy, 'content'), { recursive: true });
  passes(copy);
});
