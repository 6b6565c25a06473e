import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Case, faultTest } from '../../fixtures/cases.ts';
import {
  type Changes,
  checkFiles,
  checkWith,
  filesWith,
  mini,
  readFolder,
  replace,
  unsourced,
} from '../../fixtures/mini.ts';

const m1 = 'plans/mini/measures/01.mdx';
const m2 = 'plans/mini/measures/02.mdx';
const broken = (name: string) => readFolder(`tests/fixtures/broken/${name}`);

const faults: Case[] = [
  {
    title: 'a file in GBK is told, with the way to save it as UTF-8',
    change: broken('gbk'),
    file: 'units/jia.yaml',
    line: 1,
    found: /编码是 GBK/,
    expected: /UTF-8/,
    mend: /记事本.*VS Code.*WPS/,
  },
  {
    title: 'a file in UTF-16 is told by its name in the editor',
    change: broken('utf-16'),
    file: 'units/jia.yaml',
    line: 1,
    found: /UTF-16（记事本的“Unicode”）/,
    expected: /UTF-8/,
    mend: /另存为/,
  },
  {
    title: 'a byte order mark is told, and the file is read all the same',
    change: broken('bom'),
    file: 'units/jia.yaml',
    line: 1,
    found: /BOM/,
    expected: /不带 BOM/,
    mend: /不是“带有 BOM 的 UTF-8”/,
  },
  {
    title: 'bytes that are no text are told with the line of the first',
    change: { 'units/jia.yaml': Buffer.from([...Buffer.from('name: 区甲局\nkind: unit # '), 0xff, 0xff, 0x80]) },
    file: 'units/jia.yaml',
    line: 2,
    found: /不是 UTF-8 的字节/,
    expected: /UTF-8/,
    mend: /UTF-8/,
  },
  {
    title: 'zero bytes are told',
    change: { 'units/jia.yaml': 'name: 区甲局\nkind: unit\0\n' },
    file: 'units/jia.yaml',
    line: 2,
    found: /空字符/,
    expected: /UTF-8/,
    mend: /UTF-8/,
  },
  {
    title: 'an empty file is told, and not by what it would have held',
    change: broken('empty'),
    file: m2,
    line: 1,
    found: /文件是空的/,
    expected: /文件里有内容/,
    mend: /上一个版本/,
  },
  {
    title: 'a file of blanks alone is an empty file',
    change: { 'search/thesaurus.yaml': ' \n\n' },
    file: 'search/thesaurus.yaml',
    line: 1,
    found: /文件是空的/,
    expected: /文件里有内容/,
    mend: /上一个版本/,
  },
  ...['site.yaml', 'search/thesaurus.yaml', 'plans/mini/plan.mdx', 'plans/mini/corrections.yaml'].map(
    (file): Case => ({
      title: `without ${file} the check says so, once`,
      change: { [file]: null, ...unsourced },
      file,
      line: 1,
      found: /没有这个文件/,
      expected: /\S/,
      mend: /恢复这个文件/,
    }),
  ),
  {
    title: 'a measure’s file with one digit is told the name that it should have',
    change: { [m2]: null, 'plans/mini/measures/2.mdx': mini[m2] ?? '' },
    file: 'plans/mini/measures/2.mdx',
    line: 1,
    found: /多出的文件/,
    expected: /measures\/01\.mdx/,
    mend: /改名为 plans\/mini\/measures\/02\.mdx/,
  },
  ...['site', 'units/jia', 'topics/power', 'plans/mini/corrections'].map(
    (name): Case => ({
      title: `${name}.yml is told to be ${name}.yaml, and is not missed as well`,
      change: { [`${name}.yaml`]: null, [`${name}.yml`]: mini[`${name}.yaml`] ?? '', ...unsourced },
      file: `${name}.yml`,
      line: 1,
      found: /多出的文件/,
      expected: /units\/<编号>\.yaml/,
      mend: new RegExp(`改名为 ${name}\\.yaml`, 'u'),
    }),
  ),
  {
    title: 'a folder that is not known is told the nearest',
    change: { 'unit/bing.yaml': 'name: 区丙局\n' },
    file: 'unit/bing.yaml',
    line: 1,
    found: /多出的文件/,
    expected: /site\.yaml/,
    mend: /“unit”不认得，最接近的是“units”/,
  },
  {
    title: 'a Chinese file name is told, as it would be part of an address',
    change: { 'topics/办税.yaml': 'name: 办税\n' },
    file: 'topics/办税.yaml',
    line: 1,
    found: /多出的文件/,
    expected: /小写字母/,
    mend: /改成上面的一种名称/,
  },
  {
    title: 'a file that does not begin with --- is told',
    change: { [m2]: replace('---\n', '') },
    file: m2,
    line: 1,
    found: /第一行是“number: 2”/,
    expected: /以单独一行 --- 开头/,
    mend: /最前面写一行 ---/,
  },
  {
    title: 'data that is never closed with --- is told',
    change: { [m2]: replace('---\n\n推行', '\n推行') },
    file: m2,
    line: 21,
    found: /没有第二行 ---/,
    expected: /单独一行 --- 结束/,
    mend: /补一行 ---/,
  },
  {
    title: 'a Chinese colon is told as such',
    change: { 'units/jia.yaml': replace('kind: unit', 'kind：unit') },
    file: 'units/jia.yaml',
    line: 3,
    found: /中文冒号：kind：unit/,
    expected: /字段: 值/,
    mend: /英文半角的“:”/,
  },
  {
    title: 'a colon without a blank is told as such',
    change: { 'units/yi.yaml': 'name:区乙办\nkind:unit\n' },
    file: 'units/yi.yaml',
    line: 1,
    found: /name:区乙办/,
    expected: /字段: 值/,
    mend: /冒号后面空一格/,
  },
  {
    title: 'a bracket that is never closed is told with its line in the file',
    change: { [m2]: replace('topics: [funding]', 'topics: [funding') },
    file: m2,
    line: 6,
    found: /\[ 没有配对的 \]：topics: \[funding$/,
    expected: /缩进对齐/,
    mend: /\]/,
  },
  {
    title: 'an indentation with a tab is told',
    change: { 'units/jia.yaml': 'name: 区甲局\naliases:\n\t- 区甲\nkind: unit\n' },
    file: 'units/jia.yaml',
    line: 3,
    found: /Tab/,
    expected: /缩进对齐/,
    mend: /空格/,
  },
  {
    title: 'a field that is there twice is told',
    change: { 'units/jia.yaml': replace('kind: unit', 'kind: unit\nkind: group') },
    file: 'units/jia.yaml',
    line: 4,
    found: /写了两次：kind: group/,
    expected: /只写一次/,
    mend: /删去其中一处/,
  },
  {
    title: 'a value that begins with the star of the list is told how to write it',
    change: { [m2]: replace('text: 推行', 'text: *推行') },
    file: m2,
    line: 'text: *推行',
    found: /以 \* 开头/,
    expected: /每个值直接写出/,
    mend: /innovation: true/,
  },
  {
    title: 'import in a text is refused',
    change: { [m2]: replace('\n推行', '\nimport fs from "node:fs"\n\n推行') },
    file: m2,
    line: 'import fs',
    found: /import 或 export/,
    expected: /不写代码/,
    mend: /删去/,
  },
  {
    title: 'export in a text is refused',
    change: { 'plans/mini/plan.mdx': replace('\n为改善', '\nexport const a = 1\n\n为改善') },
    file: 'plans/mini/plan.mdx',
    line: 'export const',
    found: /import 或 export/,
    expected: /不写代码/,
    mend: /删去/,
  },
  {
    title: 'an {expression} in a text is refused',
    change: { [m2]: replace('突处问题。\n', '突处问题。{1 + 1}\n') },
    file: m2,
    line: '{1 + 1}',
    found: /\{表达式\}/,
    expected: /不写代码/,
    mend: /反斜杠/,
  },
  {
    title: 'a component that is not known is refused',
    change: { 'plans/mini/plan.mdx': replace('<Measures />\n', '<Measures />\n\n<Script />\n') },
    file: 'plans/mini/plan.mdx',
    line: '<Script />',
    found: /<Script>/,
    expected: /<Measures \/>/,
    mend: /删去/,
  },
  {
    title: 'a brace that is never closed is told where it opens',
    change: {
      'plans/mini/plan.mdx': replace('## 二、保障', '## 二、{保障'),
      'plans/mini/corrections.yaml': 'corrections: []\n',
      ...unsourced,
    },
    file: 'plans/mini/plan.mdx',
    line: '{保障',
    found: /不能解析：\{ 不成对/,
    expected: /普通段落/,
    mend: /\\\{/,
  },
  {
    title: 'a < that is no tag is told',
    change: { [m2]: replace('突处问题。\n', '突处问题。\n\n人数<100。\n') },
    file: m2,
    line: '<100',
    found: /不能解析：< 后面不是标签/,
    expected: /普通段落/,
    mend: /\\</,
  },
  {
    title: 'a list in a text is refused, as its numbers would be lost',
    change: { [m2]: (text) => `${text}\n1. 第一\n2. 第二\n`, ...unsourced },
    file: m2,
    line: '1. 第一',
    found: /列表/,
    expected: /段落/,
    mend: /反斜杠/,
  },
  {
    title: 'a paragraph over several lines is told, as the break would show as a blank',
    change: { [m2]: replace('，解决突处', '，\n解决突处'), ...unsourced },
    file: m2,
    line: 21,
    found: /分成了几行/,
    expected: /一段写成一行/,
    mend: /接成一行/,
  },
  {
    title: 'a link is refused, whatever it leads to',
    change: { [m2]: replace('突处问题。\n', '突处[问题](javascript:alert)。\n') },
    file: m2,
    line: 'javascript',
    found: /链接/,
    expected: /只写段落和标题/,
    mend: /删去这一处/,
  },
];

for (const fault of faults) faultTest(fault);

test('line ends of Windows change nothing', () => {
  const changes = Object.fromEntries(Object.entries(mini).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]));
  assert.deepEqual(checkWith(changes).problems, []);
});

test('with line ends of Windows, problems keep their lines', () => {
  const { problems } = checkWith({ [m1]: (text) => text.replace('value: 50', 'value: 51').replaceAll('\n', '\r\n') });
  assert.deepEqual(
    problems.map(({ line }) => line),
    [12],
  );
});

test('hidden files, as systems leave them, are no content', () => {
  assert.deepEqual(checkWith({ '.DS_Store': 'x', 'units/.gitkeep': '' }).problems, []);
});

test('the guide for editors may lie with the content', () => {
  assert.deepEqual(checkWith({ 'README.md': '# 说明\n' }).problems, []);
});

test('what cannot be opened is told by its name, and the rest is checked all the same', () => {
  const closed = (path: string) => ({ path, bytes: new Uint8Array(), closed: true as const });
  const files = [...filesWith({ 'topics/power.yaml': replace('order: 2', 'ordre: 2') })]
    .filter(([path]) => !path.startsWith('units/'))
    .map(([path, bytes]) => (path === m2 ? closed(path) : { path, bytes }));
  const { problems } = checkFiles([...files, closed('units/')]);
  assert.deepEqual(
    problems.map(({ file, found }) => `${file} ${found}`),
    [`${m2} 打不开这个文件`, 'topics/power.yaml 字段“ordre”', 'units/ 打不开这个文件夹'],
  );
});

const moved = (from: string, to: string) => ({ [from]: null, [to]: mini[from] ?? '' });
/** One file or folder under a wrong name: it is the one problem, and what it holds is missed nowhere. */
const strays: { change: Changes; file: string; mend: RegExp }[] = [
  { change: moved('units/yi.yaml', 'yi.yaml'), file: 'yi.yaml', mend: /移出内容文件夹/ },
  { change: moved('units/yi.yaml', 'units/乙办.yaml'), file: 'units/乙办.yaml', mend: /移出内容文件夹/ },
  { change: moved('units/yi.yaml', 'units/Yi.yaml'), file: 'units/Yi.yaml', mend: /改名为 units\/yi\.yaml/ },
  { change: moved('units/yi.yaml', 'units/yi.yaml.txt'), file: 'units/yi.yaml.txt', mend: /改名为 units\/yi\.yaml/ },
  {
    change: { ...moved('units/jia.yaml', 'unit/jia.yaml'), ...moved('units/yi.yaml', 'unit/yi.yaml') },
    file: 'unit/jia.yaml',
    mend: /最接近的是“units”/,
  },
  {
    change: { ...moved(m1, 'plans/mini/measure/01.mdx'), ...moved(m2, 'plans/mini/measure/02.mdx') },
    file: 'plans/mini/measure/01.mdx',
    mend: /移到 plans\/mini\/measures\/$/,
  },
  { change: moved(m2, 'plans/mini/02.mdx'), file: 'plans/mini/02.mdx', mend: /改名为 .*measures\/02\.mdx/ },
  {
    change: { 'plans/mini/measures/02.docx': 'PK' },
    file: 'plans/mini/measures/02.docx',
    mend: /已经有 .*02\.mdx：.*移出内容文件夹，或删去/,
  },
  {
    change: moved('plans/mini/source.txt', 'plans/mini/source.docx'),
    file: 'plans/mini/source.docx',
    mend: /不是文本文件/,
  },
  {
    change: Object.assign(
      {},
      ...Object.keys(mini)
        .filter((path) => path.startsWith('plans/'))
        .map((path) => moved(path, path.replace('mini', '小方案'))),
    ),
    file: 'plans/小方案/plan.mdx',
    mend: /文件夹“plans\/小方案”不认得/,
  },
];
for (const { change, file, mend } of strays)
  test(`${file} is a stray file, and the one problem`, () => {
    const { problems } = checkWith(change);
    assert.deepEqual(
      problems.map((problem) => problem.file),
      [file],
    );
    assert.match(problems[0]?.mend ?? '', mend);
  });

test('a unit’s file in UTF-16 without its mark is told as such, and its name is not missed', () => {
  const { problems } = checkWith({ 'units/yi.yaml': Buffer.from(mini['units/yi.yaml'] ?? '', 'utf16le') });
  assert.deepEqual(
    problems.map(({ file, found }) => `${file} ${found}`),
    ['units/yi.yaml 文件的编码是 UTF-16'],
  );
});

test('a registry without files is one problem', () => {
  const { problems } = checkWith({ 'units/jia.yaml': null, 'units/yi.yaml': null, 'units/bumen.yaml': null });
  assert.deepEqual(
    problems.map(({ file, found }) => `${file} ${found}`),
    ['units/ 没有这个文件夹，或里面没有文件'],
  );
});

test('a folder without a plan is told', () => {
  const changes = Object.fromEntries(
    Object.keys(mini)
      .filter((path) => path.startsWith('plans/'))
      .map((path) => [path, null]),
  );
  const { problems } = checkWith(changes);
  assert.ok(problems.some(({ file, found }) => file.startsWith('plans/') && found === '没有这个文件'));
});

test('faults in several files are told all at once, by file and line', () => {
  const { problems } = checkWith({
    'units/jia.yaml': broken('gbk')['units/jia.yaml'] as Uint8Array,
    'topics/power.yaml': 'name：用电\n',
    'search/thesaurus.yaml': '',
    [m1]: (text) =>
      text.replace('title:', 'titel:').replace('value: 50', 'value: 51').replace('units: 区甲\n', 'units: 区甲居\n'),
    [m2]: (text) => `${text}\n{x}\n\n<Foo />\n`,
  });
  assert.deepEqual(
    problems.map(({ file, line, path }) => `${file}:${line} ${path.map(String).join('.')}`.trim()),
    [
      `${m1}:3 titel`,
      `${m1}:12 targets.0.value`,
      `${m1}:21 tasks.0.units`,
      `${m2}:23`,
      `${m2}:25`,
      'search/thesaurus.yaml:1',
      'topics/power.yaml:1',
      'units/jia.yaml:1',
    ],
  );
});

test('all faults of syntax in one file are told at once', () => {
  const { problems } = checkWith({ 'units/jia.yaml': 'name: "区\\甲局"\naliases: [区甲\nkind: unit\nkind: unit\n' });
  assert.ok(problems.filter(({ file }) => file === 'units/jia.yaml').length > 1);
});
