import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { filesIn } from '../../scripts/publish/files.ts';
import { site } from '../site/built-site.ts';

const elsewhere = mkdtempSync(join(tmpdir(), 'handbook-twice-'));
after(() => rmSync(elsewhere, { recursive: true, force: true }));

function build() {
  execFileSync(process.execPath, ['scripts/build.ts'], {
    cwd: elsewhere,
    env: { ...process.env, HANDBOOK_OUT: 'dist', TZ: 'America/New_York', LANG: 'de_DE.UTF-8' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function assertSame() {
  const again = join(elsewhere, 'dist');
  assert.deepEqual(filesIn(again), filesIn(site));
  const different = filesIn(site).filter(
    (file) => !readFileSync(join(site, file)).equals(readFileSync(join(again, file))),
  );
  assert.deepEqual(different, []);
}

test('the same content and code, built in another folder, time zone and language, give the same bytes', () => {
  for (const part of ['content', 'public', 'scripts', 'src', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(part, join(elsewhere, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(elsewhere, 'node_modules'));
  build();
  assertSame();
});

test('built once more with what is kept from the build before, too', () => {
  build();
  assertSame();
});
