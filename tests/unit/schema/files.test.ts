import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContent } from '../../../src/loader/read.ts';
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
    says: 'units/jia.yaml:1 查到：文件的编码是 GBK（记事本的“ANSI”） 应为：UTF-8 编码，不带 BOM 改法：用编辑器重新保存为 UTF-8：记事本选“文件 → 另存为”，编码选“UTF-8”（不是“带有 BOM 的 UTF-8”，也不是“ANSI”）；VS Code 点右下角的编码，选“通过编码保存 → UTF-8”；WPS 另存为纯文本，编码选“UTF-8”',
  },
  {
    title: 'a file in UTF-16 is told by its name in the editor',
    change: broken('utf-16'),
    says: 'units/jia.yaml:1 查到：文件的编码是 UTF-16（记事本的“Unicode”） 应为：UTF-8 编码，不带 BOM 改法：用编辑器重新保存为 UTF-8：记事本选“文件 → 另存为”，编码选“UTF-8”（不是“带有 BOM 的 UTF-8”，也不是“ANSI”）；VS Code 点右下角的编码，选“通过编码保存 → UTF-8”；WPS 另存为纯文本，编码选“UTF-8”',
  },
  {
    title: 'a byte order mark is told, and the file is read all the same',
    change: broken('bom'),
    says: 'units/jia.yaml:1 查到：文件开头有 BOM（看不见的标记 U+FEFF） 应为：UTF-8 编码，不带 BOM 改法：用编辑器重新保存为 UTF-8：记事本选“文件 → 另存为”，编码选“UTF-8”（不是“带有 BOM 的 UTF-8”，也不是“ANSI”）；VS Code 点右下角的编码，选“通过编码保存 → UTF-8”；WPS 另存为纯文本，编码选“UTF-8”',
  },
  {
    title: 'bytes that are no text are told with the line of the first',
    change: { 'units/jia.yaml': Buffer.from([...Buffer.from('name: 区甲局\nkind: unit # '), 0xff, 0xff, 0x80]) },
    says: 'units/jia.yaml:2 查到：文件里有不是 UTF-8 的字节，可能是编码不对，也可能不是文本文件 应为：UTF-8 编码，不带 BOM 改法：用编辑器重新保存为 UTF-8：记事本选“文件 → 另存为”，编码选“UTF-8”（不是“带有 BOM 的 UTF-8”，也不是“ANSI”）；VS Code 点右下角的编码，选“通过编码保存 → UTF-8”；WPS 另存为纯文本，编码选“UTF-8”',
  },
  {
    title: 'zero bytes are told',
    change: { 'units/jia.yaml': 'name: 区甲局\nkind: unit\0\n' },
    says: 'units/jia.yaml:2 查到：文件里有空字符（U+0000），多半是编码不对，或不是文本文件 应为：UTF-8 编码，不带 BOM 改法：用编辑器重新保存为 UTF-8：记事本选“文件 → 另存为”，编码选“UTF-8”（不是“带有 BOM 的 UTF-8”，也不是“ANSI”）；VS Code 点右下角的编码，选“通过编码保存 → UTF-8”；WPS 另存为纯文本，编码选“UTF-8”',
  },
  {
    title: 'an empty file is told, and not by what it would have held',
    change: broken('empty'),
    says: 'measures/02.mdx:1 查到：文件是空的 应为：文件里有内容 改法：从上一个版本恢复这个文件，或照同一文件夹里别的文件重写；不需要的文件就删去',
  },
  {
    title: 'a file of blanks alone is an empty file',
    change: { 'search/thesaurus.yaml': ' \n\n' },
    says: 'search/thesaurus.yaml:1 查到：文件是空的 应为：文件里有内容 改法：从上一个版本恢复这个文件，或照同一文件夹里别的文件重写；不需要的文件就删去',
  },
  ...Object.entries({
    'site.yaml': ['手册的设置', '：npm run new -- handbook'],
    'search/thesaurus.yaml': ['读者说法的对照表；没有对照就写一行 synonyms: []', '：npm run new -- handbook'],
    'plans/mini/plan.mdx': ['每个 plans 下的文件夹都有 plan.mdx：文件的记录和正文', ''],
    'plans/mini/corrections.yaml': ['每个 plans 下的文件夹都有 corrections.yaml；没有更正就写一行 corrections: []', ''],
  }).map(
    ([file, [purpose, command]]): Case => ({
      title: `without ${file} the check says so, once`,
      change: { [file]: null, ...unsourced },
      says: `${file.replace('plans/mini/', '')}:1 查到：没有这个文件 应为：${purpose} 改法：从上一个版本恢复这个文件，或新建一个${command}`,
    }),
  ),
  {
    title: 'a file that does not begin with --- is told',
    change: { [m2]: replace('---\n', '') },
    says: 'measures/02.mdx:1 查到：第一行是“number: 2” 应为：文件以单独一行 --- 开头，写完字段再用单独一行 --- 结束，下面是正文 改法：在文件最前面写一行 ---（三个英文减号），前面不留空行和空格',
  },
  {
    title: 'data that is never closed with --- is told',
    change: { [m2]: replace('---\n\n推行', '\n推行') },
    says: 'measures/02.mdx:20 查到：“推行“百日办结”，解决突处问题。”，正文从这里起，前面没有第二行 --- 应为：文件以单独一行 --- 开头，写完字段再用单独一行 --- 结束，下面是正文 改法：在这一行的前面补一行 ---',
  },
  {
    title: 'a Chinese colon is told as such',
    change: { 'units/jia.yaml': replace('kind: unit', 'kind：unit') },
    says: 'units/jia.yaml:3 查到：字段后面是中文冒号：kind：unit 应为：每行一个“字段: 值”，缩进对齐 改法：把“：”改成英文半角的“:”，后面空一格',
  },
  {
    title: 'a colon without a blank is told as such',
    change: { 'units/yi.yaml': 'name: 区乙办\nkind:unit\n' },
    says: 'units/yi.yaml:2 查到：冒号后面没有空格：kind:unit 应为：每行一个“字段: 值”，缩进对齐 改法：在冒号后面空一格',
  },
  {
    title: 'a bracket that is never closed is told with its line in the file',
    change: { [m2]: replace('topics: [funding]', 'topics: [funding') },
    says: 'measures/02.mdx:6 查到：[ 没有配对的 ]：topics: [funding 应为：每行一个“字段: 值”，缩进对齐 改法：在这一行的末尾补上 ]',
  },
  {
    title: 'an indentation with a tab is told',
    change: { 'units/jia.yaml': 'name: 区甲局\naliases:\n\t- 区甲\nkind: unit\n' },
    says: 'units/jia.yaml:3 查到：行首有 Tab 键的空白（U+0009）：- 区甲 应为：每行一个“字段: 值”，缩进对齐 改法：删去行首的空白，用空格键重新缩进，与同级的字段对齐',
  },
  {
    title: 'a field that is there twice is told',
    change: { 'units/jia.yaml': replace('kind: unit', 'kind: unit\nkind: group') },
    says: 'units/jia.yaml:4 查到：同一个字段写了两次（前一处在第3行）：kind: group 应为：每个字段只写一次 改法：删去其中一处，或改成另一个字段',
  },
  {
    title: 'a value that begins with the star of the list is told how to write it',
    change: { [m2]: replace('text: 推行', 'text: *推行') },
    says: 'measures/02.mdx:17 查到：值以 * 开头 应为：每个值直接写出 改法：用英文单引号括住整个值；自主创新举措的 * 不写，改写 innovation: true',
  },
  {
    title: 'import in a text is refused',
    change: { [m2]: replace('\n推行', '\nimport fs from "node:fs"\n\n推行') },
    says: 'measures/02.mdx:21 查到：正文里有不能用的写法：import 或 export 应为：只写段落和标题，不写代码 改法：删去这一处；如果它是文字，在这个符号前加反斜杠 \\',
  },
  {
    title: 'export in a text is refused',
    change: { 'plans/mini/plan.mdx': replace('\n为改善', '\nexport const a = 1\n\n为改善') },
    says: 'plan.mdx:25 查到：正文里有不能用的写法：import 或 export 应为：只写段落和标题，不写代码 改法：删去这一处；如果它是文字，在这个符号前加反斜杠 \\',
  },
  {
    title: 'an {expression} in a text is refused',
    change: { [m2]: replace('突处问题。\n', '突处问题。{1 + 1}\n') },
    says: 'measures/02.mdx:21 查到：正文里有不能用的写法：{表达式} 应为：只写段落和标题，不写代码 改法：删去这一处；如果它是文字，在这个符号前加反斜杠 \\',
  },
  {
    title: 'a component that is not known is refused',
    change: { 'plans/mini/plan.mdx': replace('<Measures />\n', '<Measures />\n\n<Script />\n') },
    says: 'plan.mdx:31 查到：组件 <Script> 应为：可用的组件：<Measures /> 改法：改成可用的组件，或删去',
  },
  {
    title: 'a brace that is never closed is told where it opens',
    change: {
      'plans/mini/plan.mdx': replace('## 二、保障', '## 二、{保障'),
      'plans/mini/corrections.yaml': 'corrections: []\n',
      ...unsourced,
    },
    says: 'plan.mdx:31 查到：正文不能解析：{ 不成对，或里面不是文字 应为：普通段落和标题 改法：写成 ## 二、\\{保障',
  },
  {
    title: 'a < that is no tag is told',
    change: { [m2]: replace('突处问题。\n', '突处问题。\n\n人数<100。\n') },
    says: 'measures/02.mdx:23 查到：正文不能解析：< 后面不是标签 应为：普通段落和标题 改法：写成 人数\\<100。',
  },
  {
    title: 'a list in a text is refused, as its numbers would be lost',
    change: { [m2]: (text) => `${text}\n1. 第一\n2. 第二\n`, ...unsourced },
    says: 'measures/02.mdx:23 查到：正文里有不能用的写法：列表（行首是“1. ”“- ”或“* ”） 应为：只写段落和标题，不写代码 改法：删去这一处；如果它是文字，在这个符号前加反斜杠 \\',
  },
  {
    title: 'a paragraph over several lines is told, as the break would show as a blank',
    change: { [m2]: replace('，解决突处', '，\n解决突处'), ...unsourced },
    says: 'measures/02.mdx:21 查到：一段文字分成了几行 应为：一段写成一行，段与段之间空一行 改法：把断开的几行接成一行',
  },
  {
    title: 'a link is refused, whatever it leads to',
    change: { [m2]: replace('突处问题。\n', '突处[问题](javascript:alert)。\n') },
    says: 'measures/02.mdx:21 查到：正文里有不能用的写法：链接（用了 [ ]( )） 应为：只写段落和标题，不写代码 改法：删去这一处；如果它是文字，在这个符号前加反斜杠 \\',
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

test('what systems and office programs leave in a folder is no content', () => {
  const left = [
    'desktop.ini',
    'units/Desktop.ini',
    'Thumbs.db',
    'plans/mini/~$方案.docx',
    'plans/mini/.~lock.方案.docx#',
  ];
  const more = ['units/~WRL0001.tmp', 'units/jia.yaml~', '__MACOSX/units/._jia.yaml'];
  const ofDrives = [
    'System Volume Information/WPSettings.dat',
    'topics/$RECYCLE.BIN/S-1/a.yaml',
    'FOUND.000/FILE0000.CHK',
  ];
  const ofNetworks = ['@eaDir/a', '#recycle/units/jia.yaml', 'lost+found/a', 'autorun.inf', 'Icon\r'];
  const copies = ['site.yaml.bak', 'units/jia.yaml.swp', 'units/#jia.yaml#', 'search/a.wbk', 'a.yaml.crdownload'];
  const fresh = [
    '新建文本文档.txt',
    'units/新建 文本文档 (2).txt',
    'topics/New Text Document.txt',
    '新建 DOCX 文档.docx',
  ];
  const all = [...left, ...more, ...ofDrives, ...ofNetworks, ...copies, ...fresh];
  assert.deepEqual(checkWith(Object.fromEntries(all.map((path) => [path, 'x']))).problems, []);
  const shut = { path: 'System Volume Information/', bytes: new Uint8Array(), closed: true } as const;
  assert.ok(!readContent([shut]).problems.some(({ file }) => file === shut.path));
});

test('what was given a name in a new file is told', () =>
  assert.match(checkWith({ 'units/新建单位.txt': 'x' }).problems[0]?.found ?? '', /新建单位\.txt/u));

/** Copies and other names of content files, and what is to be done with them. */
const misnamed: [path: string, mend: string][] = [
  ['units/jia - 副本.yaml', 'units/jia - 副本.yaml 是 units/jia.yaml 的副本，删去它（要留的字先抄进 units/jia.yaml）'],
  [
    'units/jia - 副本 (2).yaml',
    'units/jia - 副本 (2).yaml 是 units/jia.yaml 的副本，删去它（要留的字先抄进 units/jia.yaml）',
  ],
  ['units/jia (1).yaml', 'units/jia (1).yaml 是 units/jia.yaml 的副本，删去它（要留的字先抄进 units/jia.yaml）'],
  ['units/jia（1）.yaml', 'units/jia（1）.yaml 是 units/jia.yaml 的副本，删去它（要留的字先抄进 units/jia.yaml）'],
  ['units/jia - Copy.yaml', 'units/jia - Copy.yaml 是 units/jia.yaml 的副本，删去它（要留的字先抄进 units/jia.yaml）'],
  [
    'units/jia(冲突副本).yaml',
    'units/jia(冲突副本).yaml 是 units/jia.yaml 的副本，删去它（要留的字先抄进 units/jia.yaml）',
  ],
  ['units/jia.yaml.old', 'units/jia.yaml.old 是 units/jia.yaml 的副本，删去它（要留的字先抄进 units/jia.yaml）'],
  ['units/bing_ju.yaml', 'units/bing_ju.yaml 改名为 units/bing-ju.yaml'],
  ['units/Bing.yaml', 'units/Bing.yaml 改名为 units/bing.yaml'],
  ['units/bing.yaml.txt', 'units/bing.yaml.txt 改名为 units/bing.yaml'],
  ['units/bing.yml', 'units/bing.yml 改名为 units/bing.yaml'],
  ['plans/mini/measures/3.mdx', 'plans/mini/measures/3.mdx 改名为 plans/mini/measures/03.mdx'],
  ['plans/mini/measures/０３.mdx', 'plans/mini/measures/０３.mdx 改名为 plans/mini/measures/03.mdx'],
  ['units/丙局.yaml', '改成上面的一种名称，或移到上面的一个位置；不是手册内容的，移出内容文件夹'],
];
for (const [path, mend] of misnamed)
  test(`${path} is told what it is, or how it is to be named`, () => {
    assert.deepEqual(
      checkWith({ [path]: 'x' }).problems.map((problem) => problem.mend),
      [mend],
    );
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
const movedAll = (name: (path: string) => boolean, to: (path: string) => string) =>
  Object.assign(
    {},
    ...Object.keys(mini)
      .filter(name)
      .map((path) => moved(path, to(path))),
  );

faultTest({
  title: 'a file under a wrong name is told with the layout of the folder',
  change: moved('site.yaml', 'settings.yaml'),
  says: 'settings.yaml:1 查到：内容文件夹里多出的文件：settings.yaml 应为：site.yaml、logo.svg、redirects.yaml、published.txt、search/thesaurus.yaml、search/elsewhere.yaml、units/<编号>.yaml、topics/<编号>.yaml、plans/<编号>/ 里的 plan.mdx、corrections.yaml、source.txt、measures/01.mdx、02.mdx……、questions/01.yaml、02.yaml……和导入留下的 import-report.md、received.txt（或 .md、.docx）。编号用小写字母、数字和连字符 改法：改成上面的一种名称，或移到上面的一个位置；不是手册内容的，移出内容文件夹',
});

/** Files under wrong names: they are the one problem of their folder, and what they hold is missed nowhere. */
const strays: Changes[] = [
  moved('units/yi.yaml', 'yi.yaml'),
  moved('units/yi.yaml', 'units/乙办.yaml'),
  moved('units/yi.yaml', 'units/Yi.yaml'),
  moved('units/yi.yaml', 'units/yi.yaml.txt'),
  moved('topics/power.yaml', 'topics/power.yml'),
  moved('plans/mini/corrections.yaml', 'plans/mini/corrections.yml'),
  moved(m2, 'plans/mini/02.mdx'),
  moved(m2, 'plans/mini/measures/2.mdx'),
  { 'plans/mini/measures/02.docx': 'PK' },
  movedAll(
    (path) => path.includes('/measures/'),
    (path) => path.replace('/measures/', '/measure/'),
  ),
];
for (const change of strays)
  test(`${Object.keys(change).findLast((path) => change[path] !== null)} is a stray file, and the one problem`, () => {
    const names = Object.keys(change).filter((path) => change[path] !== null);
    const { problems } = checkWith({ ...unsourced, ...change });
    assert.deepEqual(
      problems.map(({ file, found }) => `${file} ${found}`),
      [`${names.sort()[0]} 内容文件夹里多出的文件：${names.join('、')}`],
    );
  });

test('a unit’s file in UTF-16 without its mark is told as such, and its name is not missed', () => {
  const { problems } = checkWith({ 'units/yi.yaml': Buffer.from(mini['units/yi.yaml'] ?? '', 'utf16le') });
  assert.deepEqual(
    problems.map(({ file, found }) => `${file} ${found}`),
    ['units/yi.yaml 文件的编码是 UTF-16'],
  );
});

test('a document that WPS or Word saved under the name of a content file is told as one', () => {
  for (const start of ['504b030414000600', 'd0cf11e0a1b11ae1']) {
    const { problems } = checkWith({ 'units/yi.yaml': Buffer.from(start.padEnd(64, '00'), 'hex') });
    assert.deepEqual(
      problems.map(({ file, found }) => `${file} ${found}`),
      ['units/yi.yaml 这是 Word、WPS 的文档或压缩包，不是纯文本'],
    );
  }
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
  const { problems, skipped } = checkWith({
    'units/jia.yaml': broken('gbk')['units/jia.yaml'] as Uint8Array,
    'topics/power.yaml': (text) => text.replace('name:', 'name：'),
    'search/thesaurus.yaml': '',
    [m1]: (text) => text.replace('title:', 'titel:').replace('value: 50', 'value: 51'),
    [m2]: (text) => `${text}\n{x}\n\n<Foo />\n`,
  });
  assert.deepEqual(
    problems.map(({ file, line, path }) => `${file}:${line} ${path.map(String).join('.')}`.trim()),
    [
      `${m1}:3 titel`,
      `${m1}:12 targets.0.value`,
      `${m2}:23`,
      `${m2}:25`,
      'search/thesaurus.yaml:1',
      'topics/power.yaml:1',
      'units/jia.yaml:1',
    ],
  );
  assert.ok(skipped.includes('fidelity') && skipped.includes('known-unit') && !skipped.includes('issue-date'));
});

test('all faults of syntax in one file are told at once', () => {
  const { problems } = checkWith({ 'units/jia.yaml': 'name: "区\\甲局"\naliases: [区甲\nkind: unit\nkind: unit\n' });
  assert.ok(problems.filter(({ file }) => file === 'units/jia.yaml').length > 1);
});
