import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import type { Edits, Rule } from '../../../src/checks/rule.ts';
import * as rules from '../../../src/checks/rules/index.ts';
import { sealOf } from '../../../src/loader/seal.ts';
import { saying } from '../../fixtures/cases.ts';
import { type Changes, checkWith, mini, replace, unsourced } from '../../fixtures/mini.ts';
import { printedSample } from '../../fixtures/printed-sample.ts';

/** The sample plan once more, under another name and number. */
const second = Object.fromEntries(
  Object.entries(mini)
    .filter(([path]) => path.startsWith('plans/mini/') && path !== 'plans/mini/source.txt')
    .map(([path, text]) => [
      path.replace('plans/mini/', 'plans/second/'),
      text.replace('shortTitle: 方案', 'shortTitle: 第二方案').replace('小政〔2025〕1号', '小政〔2025〕3号'),
    ]),
);
const received = { 'plans/second/received.txt': mini['plans/mini/source.txt'] ?? '' };

/** The path of a file in the content folder, given as examples name it. */
function pathOf(file: string): string {
  if (/^(?:second|printed)\//u.test(file)) return `plans/${file}`;
  return /^(?:plan\.mdx|corrections\.yaml|source\.(?:txt|sha256)|measures\/|questions\/)/u.test(file)
    ? `plans/mini/${file}`
    : file;
}

/** The files of an example. @throws if the words of an edit are not in the file, so that no example edits what is not there. */
function changesOf(edits: Edits): Changes {
  const base: Readonly<Record<string, string>> = { ...mini, ...second, ...printedSample };
  const isWith = (plan: string) => Object.keys(edits).some((file) => file.startsWith(plan));
  const edited = Object.entries(edits).map(([file, edit]) => {
    const path = pathOf(file);
    if (edit === null || typeof edit === 'string') return [path, edit];
    const text = Object.entries(edit).reduce((before, [words, other]) => {
      assert.ok(before.includes(words), `${path} has no ${words}`);
      return before.replaceAll(words, () => other);
    }, base[path] ?? '');
    return [path, text];
  });
  return {
    ...(isWith('second/') ? { ...second, ...received } : {}),
    ...(isWith('printed/') ? printedSample : {}),
    ...Object.fromEntries(edited),
  };
}

const check = (edits: Edits, isSourced: boolean) => checkWith({ ...(isSourced ? {} : unsourced), ...changesOf(edits) });

test('the sample handbook keeps every rule', () => {
  assert.deepEqual(checkWith().problems, []);
  assert.deepEqual(check({ 'second/plan.mdx': {} }, false).problems, []);
  assert.deepEqual(check({ 'printed/plan.mdx': {} }, false).problems, []);
});

test('each rule is a file of its name, and is in the list', () => {
  const files = readdirSync('src/checks/rules').filter((file) => file !== 'index.ts');
  assert.deepEqual(
    Object.values(rules)
      .map(({ id }) => `${id}.ts`)
      .sort(),
    files.sort(),
  );
});

for (const { id, reason, needs, isAdvice, bad, good = [] } of Object.values<Rule>(rules)) {
  const isSourced = needs.includes('source');

  test(`${id} says why it is there, and has an example that it refuses`, () => {
    assert.match(reason, /^.{20,}\.$/u);
    assert.ok(Object.keys(bad).length > 0);
  });

  for (const [says, edit] of Object.entries(bad))
    test(`${id} refuses ${JSON.stringify(edit)}`, () => {
      const { problems, remarks } = check(edit, isSourced);
      assert.equal((isAdvice ? remarks : problems).map(saying).join('\n'), says);
      if (isAdvice) assert.deepEqual(problems, []);
    });

  for (const edit of good)
    test(`${id} accepts ${JSON.stringify(edit)}`, () => {
      const { problems, remarks } = check(edit, isSourced);
      assert.deepEqual([...problems, ...remarks], []);
    });
}

test('what is said to be elsewhere and stands in a text is told with what the files of that text lack', () => {
  const { problems } = checkWith({
    'search/elsewhere.yaml': replace('护照]', '护照, 停电预告]'),
    'plans/mini/measures/02.mdx': (text) => `${text.replace(/^environment: .*\n/mu, '')}\n停电预告。\n`,
  });
  const found = problems.map(({ found: words }) => words);
  assert.ok(found.some((words) => words.includes('“停电预告”，plans/mini/measures/02.mdx里有')));
  assert.ok(found.length > 1);
});

test('a checksum in the midst of a merge is told as that, and not as a change of the document', () => {
  const { problems } = checkWith({ 'plans/mini/source.sha256': '<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n' });
  assert.deepEqual(
    problems.map(({ file, found }) => `${file} ${found}`),
    ['plans/mini/source.sha256 合并冲突的标记（第1到5行）：两个人改了同一处'],
  );
});

test('a document as received that was changed together with the content is told as changed', () => {
  const change = (text: string) => text.replaceAll('突处问题', '突初问题');
  const { problems } = checkWith({
    'plans/mini/source.sha256': sealOf(mini['plans/mini/source.txt'] ?? ''),
    ...Object.fromEntries(
      ['source.txt', 'measures/02.mdx', 'corrections.yaml'].map((file) => [`plans/mini/${file}`, change]),
    ),
  });
  assert.deepEqual(
    problems.map(({ file, found }) => `${file} ${found}`),
    ['plans/mini/source.txt 收到的原件变了：与收到时的校验和不同'],
  );
});
