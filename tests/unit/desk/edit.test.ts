import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diffLines } from 'diff';
import { applyForm, EditRefused, formData } from '../../../src/desk/core/edit.ts';
import type { JsonObject } from '../../../src/desk/core/schema-at.ts';
import { normalForm } from '../../../src/loader/format.ts';
import { kindOf } from '../../../src/loader/stray-files.ts';
import { type FileKind, fileKinds } from '../../../src/schema/content-types.ts';
import { countyWithNext } from '../../fixtures/county.ts';
import { mini } from '../../fixtures/mini.ts';

type Form = Record<string, unknown>;

/** The lines that a change of the form takes from a text and adds to it. */
function changed(
  kind: FileKind,
  text: string,
  change: (form: Form) => void,
  file: string = fileKinds[kind].pattern,
): string[] {
  const form = structuredClone(formData(text, file)) ?? {};
  change(form as Form);
  const edited = applyForm(text, file, fileKinds[kind].schema, form);
  assert.equal(
    normalForm(edited, file, fileKinds[kind].schema),
    edited,
    'the normal form of what is written is itself',
  );
  return diffLines(text, edited)
    .filter(({ added, removed }) => added || removed)
    .flatMap(({ value, added }) =>
      value
        .split('\n')
        .slice(0, -1)
        .map((line) => (added ? '+' : '-') + line),
    );
}

const lines = (...rows: string[]) => `${rows.join('\n')}\n`;

test('a form that says what the file says changes nothing, whatever the file', () => {
  const files = [
    ...Object.entries(mini),
    ...Object.entries(countyWithNext).map(([file, bytes]) => [file, Buffer.from(bytes).toString('utf8')] as const),
  ];
  for (const [file, text] of files) {
    const kind = kindOf(file);
    if (!kind) continue;
    const form = formData(text, file);
    assert.ok(form, file);
    const { schema } = fileKinds[kind];
    assert.equal(applyForm(text, file, schema, form), text, file);
  }
});

const unit = lines(
  '# 编辑的说明',
  'name: 区甲局',
  "aliases: ['甲, 局', 甲办]",
  'kind: unit',
  '',
  '# 搜索用',
  'searchTerms:',
  '  [',
  '    一, 二,',
  '    三,',
  '  ]',
);

test('only the lines of what changed are written; comments, rows and empty lines stay', () => {
  assert.deepEqual(
    changed('units', unit, (form) => Object.assign(form, { note: '说明：一句' })),
    ['+note: 说明：一句'],
  );
  assert.deepEqual(
    changed('units', unit, ({ searchTerms }) => (searchTerms as string[]).splice(1, 1, '新')),
    ['-    一, 二,', '+    一, 新,'],
  );
  assert.deepEqual(
    changed('units', unit, ({ searchTerms }) => (searchTerms as string[]).push('四')),
    ['-    三,', '+    三, 四,'],
  );
});

test('a field that is emptied is left out; a list under a comment stays, empty', () => {
  assert.deepEqual(
    changed('units', unit, (form) => Object.assign(form, { aliases: [] })),
    ["-aliases: ['甲, 局', 甲办]"],
  );
  const site = lines('name: 手册', 'description: 一句', 'base: /', '# 挑几个', 'searchExamples: [电费]');
  assert.deepEqual(
    changed('site', site, (form) => Object.assign(form, { searchExamples: [] })),
    ['-searchExamples: [电费]', '+searchExamples: []'],
  );
});

test('what the publisher has not decided yet stays a blank line, and is blank again when it is emptied', () => {
  const site = lines('name: 手册', 'description: 一句', 'base: /', 'organiser:', 'portal:', '  name: 门户', '  url:');
  assert.deepEqual(
    changed('site', site, (form) => Object.assign(form, { organiser: '某办' })),
    ['-organiser:', '+organiser: 某办'],
  );
  assert.deepEqual(
    changed('site', site, (form) => Object.assign(form, { portal: { name: '', url: null } })),
    ['-  name: 门户', '+  name:'],
  );
});

test('days are days, a text that looks like one keeps its quotes', () => {
  const contact = { phone: '000-1', source: 'https://a.gov.cn/', date: '2030-01-02' };
  assert.deepEqual(
    changed('units', unit, (form) => Object.assign(form, { note: '2030-01-02', contact })),
    ["+note: '2030-01-02'", '+contact:', '+  phone: 000-1', '+  source: https://a.gov.cn/', '+  date: 2030-01-02'],
  );
});

const corrections = lines(
  'corrections:',
  '  # 正文',
  '',
  ...['a', 'b'].flatMap((id) => [
    `  - id: ${id}`,
    '    kind: misreading',
    '    where: { measure: 1 }',
    `    reading: 甲${id}`,
    '    suggestion: 乙',
    '    basis: 丙',
    '    certainty: high',
    '',
  ]),
  '  # 清单',
  '  - id: c',
  '    kind: break',
  '    where: { task: 2 }',
  '    reading: 甲｜乙',
  '    basis: 丙',
  '    certainty: low',
);

test('an item of a list is added as its neighbours are written', () => {
  const added = {
    id: 'd',
    kind: 'misreading',
    where: { task: 3 },
    reading: '一',
    suggestion: '二',
    basis: '三',
    certainty: 'low',
  };
  assert.deepEqual(
    changed('corrections', corrections, (form) => (form.corrections as object[]).push(added)),
    [
      '+',
      '+  - id: d',
      '+    kind: misreading',
      '+    where: { task: 3 }',
      '+    reading: 一',
      '+    suggestion: 二',
      '+    basis: 三',
      '+    certainty: low',
    ],
  );
});

test('an item of a list that is taken out leaves the comment above it to the next', () => {
  const gone = changed('corrections', corrections, ({ corrections: list }) => (list as object[]).shift());
  assert.equal(gone.length, 8);
  assert.ok(gone.every((line) => line.startsWith('-') && !line.includes('#')));
  const text = applyForm(corrections, 'plans/x/corrections.yaml', fileKinds.corrections.schema, {
    corrections: ((formData(corrections, 'x.yaml') as JsonObject).corrections as JsonObject[]).slice(0, 2),
  });
  assert.match(text, /# 清单/u);
});

test('items that are moved take what is written in them along', () => {
  const text = lines(
    'synonyms:',
    '  - words: [一]',
    '    means: [甲]',
    '    reason: 一',
    '  # 乙',
    '  - words: [二]',
    "    means: ['乙, 丙']",
    '    reason: 二',
  );
  const moved = changed('thesaurus', text, ({ synonyms }) => (synonyms as object[]).reverse());
  assert.deepEqual(moved.toSorted(), [
    '+    means: [甲]',
    '+    reason: 一',
    '+  - words: [一]',
    '-    means: [甲]',
    '-    reason: 一',
    '-  - words: [一]',
  ]);
});

test('an item without a name that is mostly the same is the same, with the comments in it, whatever is added before it', () => {
  const text = lines('synonyms:', '  - words: [一]', '    # 甲的说明', '    means: [甲]', '    reason: 一');
  const added = { words: ['二'], means: ['乙'], reason: '二' };
  const rows = changed('thesaurus', text, (form) => {
    const [item] = form.synonyms as object[];
    form.synonyms = [added, { ...item, reason: '改' }];
  });
  assert.deepEqual(
    rows.filter((row) => row.startsWith('-')),
    ['-    reason: 一'],
  );
});

test('a new list is in brackets where it fits in a line, and else has a line for each', () => {
  const list = (terms: string[]) =>
    changed('units', 'name: 甲\nkind: unit\n', (form) => Object.assign(form, { searchTerms: terms }));
  const word = '二十个字的说法二十个字的说法二十个字的';
  assert.equal(list(Array(4).fill(word)).length, 1);
  assert.equal(list(Array(5).fill(word)).length, 6);
});

const measure = lines(
  '---',
  'number: 1',
  'title: 甲',
  'units: 区甲局',
  'topics: [tax]',
  'targets:',
  '  - id: one',
  '    name: 数',
  "    operator: '>='",
  '    value: 5',
  '    unit: 家',
  '    text: 5家',
  'tasks:',
  '  - number: 1',
  '    text: 乙',
  '    units: 区甲局',
  '  - number: 2',
  '    text: 丙',
  '---',
  '',
  '正文。',
);
const refuses = (change: (form: Form) => void) =>
  assert.throws(() => changed('measures', measure, change, 'plans/x/measures/01.mdx'), EditRefused);

test('the document’s words are changed by no form', () => {
  refuses((form) => Object.assign(form, { title: '乙' }));
  refuses((form) => Object.assign(form, { title: undefined }));
  refuses((form) => Object.assign(form, { listTitle: '乙' }));
  refuses(({ tasks }) => Object.assign((tasks as object[])[0] as object, { text: '乙。' }));
  refuses(({ tasks }) => (tasks as object[]).pop());
  refuses(({ tasks }) => (tasks as object[]).reverse());
  refuses(({ tasks }) => (tasks as object[]).push({ number: 3, text: '丁' }));
  refuses(({ targets }) => Object.assign((targets as object[])[0] as object, { value: 6 }));
  refuses(({ targets }) =>
    (targets as object[]).push({ id: 'two', name: '数', operator: '=', value: 1, unit: '家', text: '1家' }),
  );
});

test('beside the document’s words the editor’s are changed; a number that is no target is taken out', () => {
  const file = 'plans/x/measures/01.mdx';
  const progress = [{ date: '2030-06-30', value: 3, source: '某公报' }];
  assert.deepEqual(
    changed(
      'measures',
      measure,
      ({ targets }) => Object.assign((targets as object[])[0] as object, { progress }),
      file,
    ),
    ['+    progress:', '+      - date: 2030-06-30', '+        value: 3', '+        source: 某公报'],
  );
  assert.deepEqual(
    changed('measures', measure, ({ tasks }) => Object.assign((tasks as object[])[1] as object, { topics: [] }), file),
    ['+    topics: []'],
  );
  assert.equal(changed('measures', measure, ({ targets }) => (targets as object[]).pop(), file).length, 8);
});

test('a text that cannot be read is refused', () => {
  assert.throws(() => applyForm('name: [', 'units/a.yaml', fileKinds.units.schema, { name: '甲' }), EditRefused);
});
