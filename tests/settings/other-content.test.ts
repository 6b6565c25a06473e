import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';

/*
 * The project with other content: more plans beside the first, another district's plan alone, and a plan alone that has
 * neither list nor units, targets, parts, number or day. The check passes, the site is built, and the tests of the content
 * and of the site hold, as they do for the content of today.
 */

/** Those tests of the site that look at the one that was built; the others build their own, which is the same in any setting. */
const ofTheBuiltSite = globSync('tests/site/*.test.ts').filter(
  (file) => !readFileSync(file, 'utf8').includes('fixtures/project.ts'),
);
/** The steps of `npm test` that content can break and that need no browser; unit tests read none. */
const steps = [
  ['npm', 'run', '--silent', 'check'],
  ['npm', 'run', '--silent', 'test:content'],
  ['npm', 'run', '--silent', 'build'],
  [process.execPath, '--test', '--test-timeout=180000', '--test-concurrency=2', ...ofTheBuiltSite],
] as const;

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
  for (const [command, ...options] of steps) {
    // A test runner within another would report to it.
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const { status, stdout, stderr } = spawnSync(command, options, {
      cwd: copy,
      env,
      encoding: 'utf8',
    });
    assert.equal(status, 0, `${command} ${options.join(' ')}\n${(stdout + stderr).slice(-8000)}`);
  }
}

test('all that content can break holds with a second plan beside the first, and a third that is on a page of its own', () => {
  const copy = copyOfProject();
  cpSync('tests/fixtures/second-plan', join(copy, 'content'), { recursive: true });
  for (const folder of ['plans', 'topics'])
    cpSync(join('tests/fixtures/articles-alone', folder), join(copy, 'content', folder), { recursive: true });
  passes(copy);
});

for (const [folder, what] of [
  ['other-district', 'that of another district'],
  ['articles-alone', 'one plan without list, units, targets and parts'],
] as const)
  test(`all that content can break holds where the content is ${what}`, () => {
    const copy = copyOfProject();
    rmSync(join(copy, 'content'), { recursive: true });
    cpSync(join('tests/fixtures', folder), join(copy, 'content'), { recursive: true });
    passes(copy);
  });
