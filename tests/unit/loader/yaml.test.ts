import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFrontmatter } from '@astrojs/markdown-remark';
import fc from 'fast-check';
import { readYaml } from '../../../src/loader/yaml.ts';
import { type Case, faultTest } from '../../fixtures/cases.ts';
import { checkWith, replace, unsourced } from '../../fixtures/mini.ts';

/** What the build reads where the check reads a text without a fault. */
const built = (yaml: string) => parseFrontmatter(`---\n${yaml}\n---\n`).frontmatter;

/** Values that the versions of YAML, or its parsers, take for different things. */
const odd = [
  ...['2025-03-28', '2025-3-28', '2001-12-14t21:59:43.10-05:00', 'yes', 'no', 'on', 'off', 'y', 'True', 'NULL', '~'],
  ...['0o7', '010', '0x1F', '0b11', '1_000', '1e3', '+5', '.5', '5.', '1:30', '.inf', '.NaN', '-0', '=', '2025-02-30'],
  ...['<<', '!x', '1,000', '？', 'a\u0085b', 'a\u2028b', '=x', '2025年', "'2025-03-28'", '"yes"', '[1_000, 0o7]'],
];

test('whatever the check reads, the build reads the same: dates, yes, numbers with signs in them', () => {
  for (const value of odd) {
    const { data, problems } = readYaml(`title: ${value}`, 'x.yaml', 1);
    if (problems.length === 0) assert.deepEqual(data, built(`title: ${value}`), value);
  }
});

test('whatever is written as a value, the check reads what the build reads or refuses it', () => {
  const signs = fc.oneof(
    fc.string({
      unit: fc.constantFrom(...'\n\r\t -:#[]{}<>&*!|\'"%,.=+~_?\\0123456789eExTyYnNoO区甲\u000b\u0085\u2028\ufeff'),
      maxLength: 24,
    }),
    fc.string({ unit: fc.constantFrom(...'0123456789_.-+xobeE:T '), maxLength: 10 }),
    fc.string({ unit: fc.constantFrom('2025', '-', '03', '31', '1', ' ', 'T', '10', ':', 'Z'), maxLength: 8 }),
  );
  fc.assert(
    fc.property(signs, (value) => {
      const yaml = `title: ${value}\nnumber: 1`;
      const { data, problems } = readYaml(yaml.replaceAll('\r\n', '\n'), 'x.yaml', 1);
      // A line `---` is the end of the data to both, before either reads it.
      if (problems.length === 0 && !/^---/mu.test(yaml)) assert.deepEqual(data, built(yaml));
    }),
    { numRuns: 2000 },
  );
});

const m2 = 'plans/mini/measures/02.mdx';
const faults: Case[] = ['2025-03-28', '0o7', 'true'].map((value) => ({
  title: `a title ${value} without quotes is no text to the build, and is told so`,
  change: { [m2]: replace('title: 规范执法', `title: ${value}`), ...unsourced },
  file: m2,
  line: 'title:',
  path: 'title',
  found: /\d|true/u,
  expected: /文字/u,
  mend: /单引号/u,
}));

for (const fault of faults) faultTest(fault);

faultTest({
  title: 'a sign that cannot be seen, as Word leaves it, is told on its line',
  change: { [m2]: replace('units: 区乙办等相关部门', 'units: 区乙办\u000b等相关部门') },
  file: m2,
  line: 'units: 区乙办\u000b',
  found: /U\+000B/u,
  expected: /看得见/u,
  mend: /Word/u,
});

test('a date may stand with or without quotes where a date belongs', () => {
  assert.deepEqual(checkWith({ 'plans/mini/plan.mdx': replace('2025-03-28', "'2025-03-28'") }).problems, []);
});

/** Slips of writing that YAML itself tells badly or by many problems: each is one, on its own line, and hides no other. */
const slips: { title: string; from: string; to: string; line?: string; found: RegExp; mend: RegExp }[] = [
  { title: 'a tab', from: '    units: 区乙办\n', to: '\tunits: 区乙办\n', found: /行首有Tab/, mend: /空格键/ },
  {
    title: 'a wide blank',
    from: '    units: 区乙办\n',
    to: '\u3000\u3000units: 区乙办\n',
    found: /全角空格/,
    mend: /空格键/,
  },
  {
    title: 'a blank of Word',
    from: '    units: 区乙办\n',
    to: '\u00a0   units: 区乙办\n',
    found: /不断行空格/,
    mend: /空格键/,
  },
  { title: 'a sign without width', from: 'title: 规范', to: '\u200btitle: 规范', found: /U\+200B/, mend: /重新输入/ },
  { title: 'a dash without a blank', from: '- number: 3', to: '-number: 3', found: /列表项的开头/, mend: /减号/ },
  { title: 'a dash of Word', from: '- number: 3', to: '– number: 3', found: /列表项的开头/, mend: /减号/ },
  { title: 'a bullet', from: '- number: 3', to: '• number: 3', found: /列表项的开头/, mend: /减号/ },
  { title: 'a wide dash', from: '- number: 3', to: '－number: 3', found: /列表项的开头/, mend: /减号/ },
  {
    title: 'three blanks',
    from: '    text: 推行',
    to: '   text: 推行',
    found: /行首有 3 个空格/,
    mend: /改成 4 个空格/,
  },
  { title: 'a bracket not closed', from: '[funding]', to: '[funding', found: /\[ 没有配对的 \]/, mend: /补上 \]/ },
  {
    title: 'a text cut off without an indent',
    from: '，解决突出问题。\n    units',
    to: '，\n解决突出问题。\n    units',
    line: '解决突出',
    found: /断成了两行/,
    mend: /上一行的末尾/,
  },
  {
    title: 'a quote of each kind',
    from: 'title: 规范执法',
    to: "title: '规范执法’",
    found: /引号一半/,
    mend: /单引号/,
  },
  {
    title: 'a comment after a value',
    from: 'title: 规范执法',
    to: 'title: 规范执法 #二',
    found: /“#二”不算在值里/,
    mend: /单引号/,
  },
];
for (const { title, from, to, line, found, mend } of slips)
  faultTest({
    title: `${title} is one problem on its line`,
    change: { [m2]: replace(from, to), ...unsourced },
    file: m2,
    line: line ?? to.trimEnd(),
    found,
    expected: /一行|每行/u,
    mend,
  });

test('slips of writing and an impossible date hide neither each other nor the other faults of their file', () => {
  const { problems } = checkWith({
    [m2]: (text) =>
      `${text.replace('title:', 'title：').replace('    units: 区乙办\n', '\tunits: 区丁办\n').replace('value: 100', 'value: 99')}\n<script>x</script>\n`,
    'plans/mini/plan.mdx': (text) => text.replace('2025-03-28', '2025-02-30').replace('shortTitle:', 'shorttitle:'),
  });
  assert.deepEqual(
    problems.map(({ file, line, path }) => `${file}:${line} ${path.map(String).join('.')}`.trim()),
    [
      `${m2}:3`,
      `${m2}:11 limits.0.value`,
      `${m2}:18`,
      `${m2}:18 tasks.0.units`,
      `${m2}:23`,
      'plans/mini/plan.mdx:3 shorttitle',
      'plans/mini/plan.mdx:10',
    ],
  );
});

test('where a file of YAML cannot be read at all, code in its text is told all the same', () => {
  const { problems } = checkWith({
    [m2]: (text) => `${text.replace('title: 规范执法', 'title: "规范执法')}\n<script>x</script>\n`,
  });
  assert.ok(problems.some(({ found }) => found.includes('标签')));
});

faultTest({
  title: 'words set apart by Chinese commas are not one word of a list',
  change: { 'units/jia.yaml': replace('[甲单位]', '[甲单位，甲局]') },
  file: 'units/jia.yaml',
  line: 'searchTerms',
  path: 'searchTerms.0',
  found: /“甲单位，甲局”/u,
  expected: /英文逗号/u,
  mend: /英文逗号/u,
});
