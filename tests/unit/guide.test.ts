import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { report } from '../../scripts/report.ts';
import { checkContent } from '../../src/handbook/check.ts';
import { measureSchema, taskSchema } from '../../src/schema/measure.ts';
import { readFolder, replace } from '../fixtures/mini.ts';

const guide = readFileSync('content/README.md', 'utf8');

test('the guide for editors names every field of a measure and of a task', () => {
  const fields = [...Object.keys(measureSchema.shape), ...Object.keys(taskSchema.shape)];
  assert.deepEqual(
    fields.filter((field) => !new RegExp(`\\b${field}\\b`, 'u').test(guide)),
    [],
  );
});

test('the message that the guide explains is what the check says', () => {
  const [block = ''] = /^content\/plans\/.*\n(?: {2}.*\n)+/mu.exec(guide) ?? [];
  const [, file = ''] = /^content\/(\S+):\d+/u.exec(block) ?? [];
  const files = readFolder('content');
  const text = Buffer.from(files[file] ?? '').toString('utf8');
  files[file] = Buffer.from(replace('\n    units: 区经科局', '\n    units: 区经科居')(text));
  const { problems } = checkContent(Object.entries(files).map(([path, bytes]) => ({ path, bytes })));
  const withoutLine = (message: string) => message.replace(/:\d+ {2}/u, '  ').trim();
  assert.ok(report(problems).split('\n\n').map(withoutLine).includes(withoutLine(block)), report(problems));
});

test('the guide speaks of files that are there', () => {
  for (const [, file = ''] of guide.matchAll(/`((?:units|topics|search|plans)\/[\w./-]+\.(?:yaml|mdx))`/gu))
    assert.ok(file in readFolder('content'), file);
});
