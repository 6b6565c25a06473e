import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { report } from '../../src/checks/report.ts';
import { measureSchema, taskSchema } from '../../src/schema/measure.ts';
import { targetSchema } from '../../src/schema/target.ts';
import { topicSchema } from '../../src/schema/topic.ts';
import { unitSchema } from '../../src/schema/unit.ts';
import { checkFiles, readFolder, replace } from '../fixtures/mini.ts';

const guide = readFileSync('content/README.md', 'utf8');

test('the guide for editors names every field of a measure with its tasks and targets, of a topic and of a unit', () => {
  const fields = [measureSchema, taskSchema, targetSchema, topicSchema, unitSchema].flatMap(({ shape }) =>
    Object.keys(shape),
  );
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
  const { problems } = checkFiles(Object.entries(files).map(([path, bytes]) => ({ path, bytes })));
  const withoutLine = (message: string) => message.replace(/:\d+ {2}/u, '  ').trim();
  assert.ok(
    report({ problems, skipped: [] }).split('\n\n').map(withoutLine).includes(withoutLine(block)),
    report({ problems, skipped: [] }),
  );
});

test('the guide speaks of files that are there', () => {
  for (const [, file = ''] of guide.matchAll(/`((?:units|topics|search|plans)\/[\w./-]+\.(?:yaml|mdx))`/gu))
    assert.ok(file in readFolder('content'), file);
});

test('the pictures that the guide shows are there, and small', () => {
  const pictures = [...guide.matchAll(/!\[[^\]]+\]\(([^)]+)\)/gu)].map(([, path = '']) => join('content', path));
  assert.ok(pictures.length > 0);
  for (const picture of pictures) assert.ok(statSync(picture).size < 80_000, picture);
});

test('the commands that the guide names are there', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const [, name = ''] of guide.matchAll(/npm run ([\w:]+)/gu)) assert.ok(name in scripts, name);
});
