import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const root = mkdtempSync(join(tmpdir(), 'handbook-desk-start-'));
after(() => rmSync(root, { recursive: true }));

/** A folder with blanks in its name, with the files that are double-clicked and a stand-in for npm. */
function folderWith(name: string): { folder: string; env: NodeJS.ProcessEnv } {
  const folder = join(root, `${name} 手册`);
  mkdirSync(join(folder, 'bin'), { recursive: true });
  for (const file of ['编辑台.sh', '编辑台.desktop']) cpSync(file, join(folder, file));
  writeFileSync(join(folder, 'bin/npm'), '#!/bin/sh\necho "npm $* in $(basename "$PWD")"\n');
  chmodSync(join(folder, 'bin/npm'), 0o755);
  return { folder, env: { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}`, HOME: folder } };
}

/** The words of an `Exec` line. @see https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html */
function wordsOf(exec: string): string[] {
  const text = exec.replaceAll('\\\\', '\\');
  return [...text.matchAll(/"((?:\\.|[^"])*)"|(\S+)/gu)].map(
    ([, quoted, plain]) => quoted?.replaceAll(/\\(["`$\\])/gu, '$1') ?? plain ?? '',
  );
}

test('a double click on Linux opens the desk in the folder of the handbook, and installs first what is missing', () => {
  const { folder, env } = folderWith('linux');
  const exec = /^Exec=(.*)$/mu.exec(readFileSync('编辑台.desktop', 'utf8'))?.[1] ?? '';
  const [program = '', ...words] = wordsOf(exec).map((word) => (word === '%k' ? join(folder, '编辑台.desktop') : word));
  // A login shell would set the path anew.
  const run = () =>
    execFileSync(
      program,
      words.map((word) => (word === '-lc' ? '-c' : word)),
      { env, encoding: 'utf8', cwd: '/' },
    );
  assert.match(run(), /npm ci in linux 手册[\s\S]*npm run --silent desk in linux 手册/u);
  mkdirSync(join(folder, 'node_modules'));
  assert.equal(run(), 'npm run --silent desk in linux 手册\n');
  assert.ok(statSync('编辑台.sh').mode & 0o100, 'may be run');
});

test('the start for Windows has the line ends of Windows, and says in UTF-8 what it says', () => {
  const text = readFileSync('编辑台.cmd', 'utf8');
  assert.doesNotMatch(text, /[^\r]\n/u);
  assert.ok(text.indexOf('chcp 65001') < text.search(/\p{Script=Han}/u));
  assert.match(text, /cd \/d "%~dp0"/u);
});
