import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkWith, replace } from '../../fixtures/mini.ts';

const measure = 'plans/mini/measures/01.mdx';
const told = (progress: string) =>
  checkWith({ [measure]: replace('    task: 1\n', `    task: 1\n    progress:\n      - ${progress}\n`) });

test('a target carries the progress that the content has, and none where it has none', () => {
  const { handbook, problems } = told('{ date: 2025-06-30, value: 30, source: 区甲局《半年通报》 }');
  assert.deepEqual(problems, []);
  assert.deepEqual(handbook.plans[0]?.targets[0]?.progress, [
    { date: '2025-06-30', value: 30, source: '区甲局《半年通报》' },
  ]);
  assert.deepEqual(checkWith().handbook.plans[0]?.targets[0]?.progress, []);
});

test('progress without a source is refused', () => {
  const { problems } = told('{ date: 2025-06-30, value: 30 }');
  assert.equal(problems.length, 1);
  assert.match(String(problems[0]?.path.at(-1)), /source/u);
});
