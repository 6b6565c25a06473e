import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newMeasure } from '../../../src/loader/new-file.ts';
import { contentFiles } from '../../../src/loader/paths.ts';
import { readContent } from '../../../src/loader/read.ts';
import { filesWith } from '../../fixtures/mini.ts';

test('a new measure is in the environment of the one before it by number, not by name of file', () => {
  const [plan] = readContent([...filesWith({})].map(([path, bytes]) => ({ path, bytes }))).entries.plans;
  const [first, second] = plan?.measures ?? [];
  assert.ok(plan && first && second && first.data.environment !== second.data.environment);
  const numbered = (measure: typeof first, number: number) => ({
    ...measure,
    file: contentFiles.measure(plan.id, number),
    data: { ...measure.data, number },
  });
  const taken = Array.from({ length: 99 }, (_, index) => contentFiles.measure(plan.id, index + 1));
  const { file, text } = newMeasure({ ...plan, measures: [numbered(first, 10), numbered(second, 99)] }, new Set(taken));
  assert.equal(file, contentFiles.measure(plan.id, 100));
  assert.match(text, new RegExp(`^environment: ${second.data.environment}$`, 'mu'));
});
