import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesIn } from '../../../src/desk/core/changes.ts';
import { merged } from '../../../src/desk/core/merge.ts';
import { mini, replace } from '../../fixtures/mini.ts';

const before = new Map(Object.entries(mini));
const measure = [...before.keys()].find((file) => file.endsWith('measures/01.mdx')) ?? '';
const folder = measure.replace('measures/01.mdx', '');

/** What is said of edits of the small plan: words with what takes their place, all of a text, or null for a file that goes. */
function said(edits: Record<string, Record<string, string> | string | null>): string[] {
  const after = new Map(before);
  for (const [file, edit] of Object.entries(edits)) {
    if (edit === null) after.delete(file);
    else if (typeof edit === 'string') after.set(file, edit);
    else
      after.set(
        file,
        Object.entries(edit).reduce((text, [from, to]) => replace(from, to)(text), after.get(file) ?? ''),
      );
  }
  return changesIn(before, after).map(({ text }) => text);
}

test('nothing changed is nothing to say', () => assert.deepEqual(said({}), []));

test('fields are said by their names, with what they were', () => {
  assert.deepEqual(said({ 'units/jia.yaml': { 'kind: unit': 'kind: collective\nnote: 一句' } }), [
    '单位“区甲局” · 类别：改为“统称”（原来是“单位”）',
    '单位“区甲局” · 编辑说明：写上“一句”',
  ]);
});

test('lists are said by what came and went', () => {
  const edit = { 'topics: [funding]': 'topics: [funding, power]', 'searchTerms: [银行]': 'searchTerms: [信贷, 利息]' };
  assert.deepEqual(said({ [measure]: edit }), [
    '措施1 · 分类：加了“用电”',
    '措施1 · 搜索词：加了“信贷”、“利息”，去掉“银行”',
  ]);
  assert.deepEqual(said({ [measure]: { 'searchTerms: [银行]\n': '' } }), ['措施1 · 搜索词：删去（原来是“银行”）']);
});

test('what stands in an item is said by the name of the item', () => {
  const synonyms = 'synonyms:\n  - words: [一]\n    means: [甲]\n    reason: 丙\n';
  const [old, now] = [synonyms, `${synonyms.replace('丙', '丁')}  - words: [二]\n    means: [乙]\n    reason: 戊\n`];
  const texts = (text: string) => new Map([['search/thesaurus.yaml', text]]);
  assert.deepEqual(
    changesIn(texts(old), texts(now)).map(({ text }) => text),
    ['近义词 · 近义词“一” · 理由：改为“丁”（原来是“丙”）', '近义词 · 近义词“二”：新加'],
  );
  assert.deepEqual(
    changesIn(texts(now), texts(old)).map(({ text }) => text),
    ['近义词 · 近义词“一” · 理由：改为“丙”（原来是“丁”）', '近义词 · 近义词“二”：删去'],
  );
});

test('files that are new or gone, bodies and mere form are said', () => {
  assert.deepEqual(said({ 'units/bing.yaml': 'name: 区丙局\nkind: unit\n', 'units/jia.yaml': null }), [
    '新建了单位“区丙局”',
    '删去了单位“区甲局”',
  ]);
  assert.deepEqual(said({ 'units/jia.yaml': `${mini['units/jia.yaml']}\n\n` }), [
    '单位“区甲局” · 写法整理过，内容没有变',
  ]);
  assert.match(said({ [measure]: `${mini[measure]}多一段。\n` }).join(), /^措施1 · 正文：有改动$/u);
});

test('a new plan is one thing to say', () => {
  const files = [...before].filter(([file]) => file.startsWith(folder));
  const copy = Object.fromEntries(files.map(([file, text]) => [file.replace(folder, 'plans/second/'), text]));
  const texts = said(copy);
  assert.equal(texts.length, 1);
  assert.match(texts[0] ?? '', /^新建了文件“/u);
});

test('two sets of changes meet field by field; where both changed one, it is the form’s', () => {
  const base = {
    a: 1,
    b: 'x',
    list: [
      { id: 1, t: 'a' },
      { id: 2, t: 'b' },
    ],
  };
  const form = {
    a: 2,
    b: 'x',
    list: [
      { id: 1, t: 'mine' },
      { id: 2, t: 'b' },
    ],
  };
  const changed = {
    a: 1,
    b: 'y',
    c: 3,
    list: [
      { id: 1, t: 'a' },
      { id: 2, t: 'theirs' },
    ],
  };
  assert.deepEqual(merged(base, form, changed), {
    a: 2,
    b: 'y',
    c: 3,
    list: [
      { id: 1, t: 'mine' },
      { id: 2, t: 'theirs' },
    ],
  });
  assert.deepEqual(merged({ a: 1 }, { a: 2 }, { a: 3 }), { a: 2 });
  // What the form emptied stays empty, what the other emptied too.
  assert.deepEqual(merged({ a: 1, b: 1 }, { b: 1 }, { a: 1 }), { a: undefined, b: undefined });
});
