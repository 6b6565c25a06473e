import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Problem } from '../../../src/loader/problem.ts';
import { checkWith, mini } from '../../fixtures/mini.ts';

const file = fc.constantFrom(...Object.keys(mini));
const chinese = /[\u4e00-\u9fff]/u;

/** A problem that an editor can act on: a place, and Chinese words for what is there, what should be, and how to mend it. */
function assertTold(problem: Problem): void {
  assert.notEqual(problem.file, '');
  assert.ok(Number.isInteger(problem.line) && (problem.line ?? 0) >= 1, JSON.stringify(problem));
  assert.match(problem.expected, chinese);
  assert.match(problem.mend, chinese);
  assert.notEqual(problem.found, '');
  for (const words of [problem.found, problem.expected, problem.mend])
    assert.doesNotMatch(words, /undefined|\[object|NaN/u);
}

test('whatever bytes a file holds, the check answers with places and Chinese words', () => {
  fc.assert(
    fc.property(file, fc.uint8Array({ maxLength: 200 }), (path, bytes) => {
      const { problems } = checkWith({ [path]: bytes });
      assert.ok(problems.length > 0);
      problems.forEach(assertTold);
    }),
    { numRuns: 60 },
  );
});

/** Signs that mean something to YAML, Markdown or MDX, beside plain words. */
const signs = fc.string({
  unit: fc.constantFrom(
    ...'\n\r\t -:：#[]{}<>&*!|\'"%@`,.，。、“”〔〕（）=+~^$\\0123456789abcXYZ区甲局的不少于场__proto__',
  ),
  maxLength: 40,
});

test('whatever is written over some words of a file, the check answers and never breaks', () => {
  fc.assert(
    fc.property(file, fc.nat(), fc.nat({ max: 60 }), signs, (path, at, length, words) => {
      const { problems } = checkWith({
        [path]: (text) => {
          const start = at % (text.length + 1);
          return text.slice(0, start) + words + text.slice(start + length);
        },
      });
      problems.forEach(assertTold);
    }),
    { numRuns: 150 },
  );
});

/** YAML of any shape: every value where another kind of value belongs. */
const anything = fc.anything({
  key: fc.constantFrom('name', 'number', 'tasks', 'targets', 'corrections', 'kind', 'printed', '__proto__', 'x'),
  values: [fc.integer(), fc.double(), fc.boolean(), fc.constant(null), signs],
  maxDepth: 4,
});

test('whatever shape the data of a file has, the check answers and never breaks', () => {
  fc.assert(
    fc.property(file, anything, (path, value) => {
      const data = JSON.stringify(value) ?? '';
      const { problems } = checkWith({ [path]: path.endsWith('.mdx') ? `---\n${data}\n---\n\n正文。\n` : data });
      problems.forEach(assertTold);
    }),
    { numRuns: 150 },
  );
});

test('a field may be renamed, emptied or taken out anywhere, and the check names that file', () => {
  const places = Object.entries(mini)
    .filter(([path]) => !path.endsWith('.txt'))
    .flatMap(([path, text]) => text.split('\n').map((row, index) => ({ path, row, index })))
    // Fields that may be left out or be empty are no fault without.
    .filter(
      ({ row }) => /^\s*(?:- )?(?:number|title|kind|id|units|text|value|name):/u.test(row) && !row.endsWith('name:'),
    );
  for (const { path, row, index } of places)
    for (const other of [row.replace(/(\w+):/u, '$1x:'), row.replace(/:.*/u, ':')]) {
      const { problems } = checkWith({ [path]: (text) => text.split('\n').with(index, other).join('\n') });
      const told = problems.filter((problem) => problem.file === path);
      assert.ok(told.length > 0, `${path}:${index + 1} ${other}`);
      problems.forEach(assertTold);
    }
});
