import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { before, test } from 'node:test';
import { ensureModules, ensureProgram } from '../../scripts/install.ts';
import { site } from '../site/built-site.ts';
import { unexplained } from './findings.ts';

/*
 * Every page and drawing of the built site under the Nu Html Checker, which the standard's own checker is made of. Style sheets are
 * left out: its checker of CSS does not know `@property`.
 */

/** Warnings that are no fault of a page. */
const explained = {
  '^Resource violates Content Security Policy':
    'a file has no origin, so that none is its own; in a browser the policy lets each of these load, which tests/e2e/security.spec.ts shows',
  '^Inline script violates Content Security Policy':
    'the script is JSON-LD, a data block, which is not run and which the policy does not concern',
};

interface Message {
  type: 'error' | 'info' | 'non-document-error';
  url: string;
  lastLine?: number;
  message: string;
}

before(() => {
  ensureModules(import.meta.dirname);
  ensureProgram('Java', () => spawnSync('java', ['-version']).status === 0, 'default-jre-headless');
});

test('the Nu Html Checker finds no error and no unexplained warning in any page', () => {
  const checker = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
  const { stdout, stderr, error } = spawnSync(
    'java',
    ['-jar', checker, '--format', 'json', '--stdout', '--skip-non-html', '--also-check-svg', site],
    { encoding: 'utf8', maxBuffer: 1e8 },
  );
  assert.equal(error, undefined);
  assert.equal(stderr, '');
  const { messages } = JSON.parse(stdout) as { messages: Message[] };
  const findings = messages.map(({ url, lastLine = 0, message }) => ({ rule: message, place: `${url}:${lastLine}` }));
  assert.deepEqual(unexplained(findings, explained), []);
});
