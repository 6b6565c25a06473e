import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
const files = ['.gitlab-ci.yml', ...globSync(['.github/workflows/*.yml', '.gitea/workflows/*.yml'])];

/** All texts in a value, however deep. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];

for (const file of files)
  test(`what ${file} runs is there`, () => {
    const commands = textsIn(parse(readFileSync(file, 'utf8')));
    for (const [, name = ''] of commands.join('\n').matchAll(/npm run ([\w:]+)/gu)) assert.ok(scripts[name], name);
    const programs = [...commands.join('\n').matchAll(/(?:^|\s)((?:\.ci|scripts)\/[\w./-]+)/gu)].map(
      ([, name = '']) => name,
    );
    assert.ok(commands.some((command) => /npm run|\.ci\/run/u.test(command)));
    for (const program of programs) assert.ok(existsSync(program) && statSync(program).mode & 0o100, program);
  });

test('nothing is published but what was checked for publication, and only from the main branch', () => {
  const gitlab = parse(readFileSync('.gitlab-ci.yml', 'utf8'));
  assert.ok(gitlab.build.script.includes('npm run check -- --production'));
  for (const name of ['pages', 'server']) {
    assert.equal(gitlab[name].stage, 'publish');
    for (const { if: rule } of gitlab[name].rules)
      assert.match(rule, /^\$CI_COMMIT_BRANCH == \$CI_DEFAULT_BRANCH && /u);
  }
  const github = parse(readFileSync('.github/workflows/publish.yml', 'utf8')).jobs;
  assert.ok(github.build.steps.some(({ run }: { run?: string }) => run === 'npm run check -- --production'));
  for (const name of ['pages', 'server']) assert.equal(github[name].needs, 'build');
  assert.match(github.build.if, /^github\.event_name == 'push' && /u);
  const { on, jobs } = parse(readFileSync('.gitea/workflows/handbook.yml', 'utf8'));
  assert.deepEqual(on.push.branches, ['main']);
  assert.match(jobs.server.if, /^github\.event_name == 'push' && /u);
  const runs = jobs.server.steps.map(({ run = '' }: { run?: string }) => run);
  const [checked, built, published] = ['npm run check -- --production', 'npm run build', 'publish.sh'].map((command) =>
    runs.findIndex((run: string) => run.includes(command)),
  ) as [number, number, number];
  assert.ok(checked >= 0 && checked < built && built < published);
});

test('names of downloads have only signs that GitLab takes, which else refuses the whole file', () => {
  const { preview } = parse(readFileSync('.gitlab-ci.yml', 'utf8'));
  assert.match(preview.artifacts.expose_as, /^\w[-\w ]*$/u);
});
