import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test as accept } from 'node:test';
import { report } from '../../src/checks/report.ts';
import { measureSchema, taskSchema } from '../../src/schema/measure.ts';
import { targetSchema } from '../../src/schema/target.ts';
import { topicSchema } from '../../src/schema/topic.ts';
import { unitSchema } from '../../src/schema/unit.ts';
import { checkFiles, readFolder, replace } from '../fixtures/mini.ts';

/* The editors' guide against the code and the content that it speaks of; another district may go without it, or write its own. */
const file = 'content/README.md';
const guide = existsSync(file) ? readFileSync(file, 'utf8') : '';
const about = (isThere: boolean, what: string) => ({ skip: isThere ? false : `there is no ${what}` });
const test = (title: string, body: () => void) => accept(title, about(guide !== '', file), body);

/** The files that the guide takes its examples from, and whether the content is the one that it speaks of. */
const examples = [...guide.matchAll(/`((?:units|topics|search|plans)\/[\w./-]+\.(?:yaml|mdx))`/gu)].map(
  ([, path = '']) => path,
);
const [, spokenOf = ''] = /\b(plans\/[\w-]+)\/measures\//u.exec(guide) ?? [];
const ofItsContent = about(spokenOf !== '' && existsSync(join('content', spokenOf)), spokenOf || file);

test('the guide for editors names every field of a measure with its tasks and targets, of a topic and of a unit', () => {
  const fields = [measureSchema, taskSchema, targetSchema, topicSchema, unitSchema].flatMap(({ shape }) =>
    Object.keys(shape),
  );
  assert.deepEqual(
    fields.filter((field) => !new RegExp(`\\b${field}\\b`, 'u').test(guide)),
    [],
  );
});

accept('the message that the guide explains is what the check says', ofItsContent, () => {
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

accept('the guide speaks of files that are there', ofItsContent, () => {
  assert.ok(examples.length > 0);
  assert.deepEqual(
    examples.filter((path) => !existsSync(join('content', path))),
    [],
  );
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
