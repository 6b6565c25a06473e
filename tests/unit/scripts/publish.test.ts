import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { robots } from '../../../src/exports/meta/discovery.ts';
import { county, handbookFrom } from '../../fixtures/county.ts';

const root = mkdtempSync(join(tmpdir(), 'handbook-publish-'));
const server = join(root, 'server');
const script = resolve('scripts/deploy/publish.sh');
after(() => rmSync(root, { recursive: true }));

/** Stand-ins: `ssh` that runs on this machine and notes for whom, and a clock of which each look is a second later. */
const stubs = {
  ssh: `#!/bin/sh\necho "$1" >> ${root}/hosts\nexec sh -c "$2"\n`,
  date: `#!/bin/sh\necho x >> ${root}/ticks\nprintf '20300102T0304%02dZ\\n' "$(wc -l < ${root}/ticks)"\n`,
};

/** Publishes a site of one page, or does what the argument says; gives exit code and output. */
function publish(page: string | undefined, target = server, ...options: string[]) {
  if (page !== undefined) writeFileSync(join(root, 'dist/index.html'), page);
  const { status, stdout, stderr } = spawnSync('sh', [script, target, ...options], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${root}/bin${delimiter}${process.env.PATH}` },
  });
  return { status, output: stdout + stderr };
}
const served = () => readFileSync(join(server, 'current/index.html'), 'utf8');

beforeEach(() => {
  for (const name of ['server', 'dist', 'ticks', 'hosts']) rmSync(join(root, name), { recursive: true, force: true });
  for (const name of ['dist/units', 'bin']) mkdirSync(join(root, name), { recursive: true });
  writeFileSync(join(root, 'dist/units/index.html'), '单位');
  for (const [name, text] of Object.entries(stubs)) {
    writeFileSync(join(root, 'bin', name), text);
    chmodSync(join(root, 'bin', name), 0o755);
  }
});

test('what was built is served, whole, and the release before can be gone back to', () => {
  assert.equal(publish('第一版').status, 0);
  assert.equal(served(), '第一版');
  assert.equal(readFileSync(join(server, 'current/units/index.html'), 'utf8'), '单位');
  assert.equal(publish('第二版').status, 0);
  assert.equal(served(), '第二版');
  const { status, output } = publish(undefined, server, 'back');
  assert.equal(status, 0, output);
  assert.equal(served(), '第一版');
  const again = publish(undefined, server, 'back');
  assert.equal(again.status, 1);
  assert.match(again.output, /没有更早的版本/u);
  assert.equal(served(), '第一版');
});

test('another machine is reached by ssh', () => {
  assert.equal(publish('第一版', `web@portal:${server}`).status, 0);
  assert.equal(served(), '第一版');
  assert.deepEqual([...new Set(readFileSync(join(root, 'hosts'), 'utf8').trim().split('\n'))], ['web@portal']);
});

test('ten releases are kept, the one that is served among them', () => {
  for (let number = 1; number <= 12; number += 1) assert.equal(publish(`第${number}版`).status, 0);
  const kept = readdirSync(join(server, 'releases'));
  assert.equal(kept.length, 10);
  assert.ok(kept.map((name) => `releases/${name}`).includes(readlinkSync(join(server, 'current'))));
  assert.equal(served(), '第12版');
});

for (const [what, target, options, says] of [
  ['a folder that does not begin at the root', 'server', [], /从 \/ 写起/u],
  ['a path that a shell would read', '/srv/a;b', [], /只能有字母/u],
  ['a word that it does not know', server, ['forward'], /不认识的“forward”/u],
] as const)
  test(`${what} is refused, and nothing is written`, () => {
    const { status, output } = publish('第一版', target, ...options);
    assert.equal(status, 1);
    assert.match(output, says);
    assert.deepEqual(
      readdirSync(root).filter((name) => name === 'server'),
      [],
    );
  });

test('without a built site nothing is published', () => {
  rmSync(join(root, 'dist'), { recursive: true });
  const { status, output } = publish(undefined);
  assert.equal(status, 1);
  assert.match(output, /npm run build/u);
});

test('a preview is not published, and what is served stays', () => {
  assert.equal(publish('第一版').status, 0);
  const site = { ...handbookFrom(county).site, preview: true };
  writeFileSync(join(root, 'dist/robots.txt'), robots({ site }));
  const { status, output } = publish('预览');
  assert.equal(status, 1);
  assert.match(output, /是预览.*npm run build/u);
  assert.equal(served(), '第一版');
  writeFileSync(join(root, 'dist/robots.txt'), robots({ site: { ...site, preview: false } }));
  assert.equal(publish('第二版').status, 0);
});
