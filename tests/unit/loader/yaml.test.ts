import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFrontmatter } from '@astrojs/markdown-remark';
import fc from 'fast-check';
import { readYaml } from '../../../src/loader/yaml.ts';
import { faultTest } from '../../fixtures/cases.ts';
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
    // A day that is not written as days are is a text to the check, and a date field refuses it.
    if (problems.length === 0 && !/^2025-(?:3|02-30)/u.test(value))
      assert.deepEqual(data, built(`title: ${value}`), value);
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
      // A day that is not written as days are is a text to the check, and a date field refuses it.
      const isDay = /^title: *\d{4}-\d\d?-\d\d?/u.test(yaml);
      if (problems.length === 0 && !isDay && !/^---/mu.test(yaml)) assert.deepEqual(data, built(yaml));
    }),
    { numRuns: 2000 },
  );
});

const m2 = 'plans/mini/measures/02.mdx';
for (const [value, found] of [
  ['2025-03-28', '2025-03-28'],
  ['0o7', '7'],
  ['true', 'true'],
] as const)
  faultTest({
    title: `a title ${value} without quotes is no text, and is told so`,
    change: { [m2]: replace('title: 规范执法', `title: ${value}`) },
    says: `measures/02.mdx:3 title 查到：${found} 应为：文字 改法：用英文单引号把值括起来`,
  });

faultTest({
  title: 'a sign that cannot be seen, as Word leaves it, is told on its line',
  change: { [m2]: replace('units: 区乙办等相关部门', 'units: 区乙办\u000b等相关部门') },
  says: 'measures/02.mdx:5 查到：看不见的字符 U+000B（控制字符），在“区乙办”之后，“等相关部门”之前 应为：只有看得见的文字 改法：多半是从网页、Word 或 PDF 复制时带进来的：删去这一处前后的字，重新输入',
});

test('a date may stand with or without quotes where a date belongs', () => {
  assert.deepEqual(checkWith({ 'plans/mini/plan.mdx': replace('2025-03-28', "'2025-03-28'") }).problems, []);
});

/** Slips of writing that YAML itself tells badly or by many problems: each is one, on its own line, and hides no other. */
const slips: { title: string; from: string; to: string; says: string }[] = [
  {
    title: 'a tab',
    from: '    units: 区乙办\n',
    to: '\tunits: 区乙办\n',
    says: 'measures/02.mdx:18 查到：行首有 Tab 键的空白（U+0009）：units: 区乙办 应为：每行一个“字段: 值”，缩进对齐 改法：删去行首的空白，用空格键重新缩进，与同级的字段对齐',
  },
  {
    title: 'a wide blank',
    from: '    units: 区乙办\n',
    to: '\u3000\u3000units: 区乙办\n',
    says: 'measures/02.mdx:18 查到：行首有全角空格（U+3000）：units: 区乙办 应为：每行一个“字段: 值”，缩进对齐 改法：删去行首的空白，用空格键重新缩进，与同级的字段对齐',
  },
  {
    title: 'a blank of Word',
    from: '    units: 区乙办\n',
    to: '\u00a0   units: 区乙办\n',
    says: 'measures/02.mdx:18 查到：行首有不断行空格（U+00A0）：units: 区乙办 应为：每行一个“字段: 值”，缩进对齐 改法：删去行首的空白，用空格键重新缩进，与同级的字段对齐',
  },
  {
    title: 'a sign without width',
    from: 'title: 规范',
    to: '\u200btitle: 规范',
    says: 'measures/02.mdx:3 查到：看不见的字符 U+200B（零宽空格），在行首，“title:”之前 应为：只有看得见的文字 改法：多半是从网页、Word 或 PDF 复制时带进来的：删去这一处前后的字，重新输入',
  },
  {
    title: 'a dash without a blank',
    from: '- number: 3',
    to: '-number: 3',
    says: 'measures/02.mdx:16 查到：列表项的开头不是“- ”：-number: 3 应为：每行一个“字段: 值”，缩进对齐 改法：写成英文减号 - 加一个空格，再写内容',
  },
  {
    title: 'a dash of Word',
    from: '- number: 3',
    to: '– number: 3',
    says: 'measures/02.mdx:16 查到：列表项的开头不是“- ”：– number: 3 应为：每行一个“字段: 值”，缩进对齐 改法：写成英文减号 - 加一个空格，再写内容',
  },
  {
    title: 'a bullet',
    from: '- number: 3',
    to: '• number: 3',
    says: 'measures/02.mdx:16 查到：列表项的开头不是“- ”：• number: 3 应为：每行一个“字段: 值”，缩进对齐 改法：写成英文减号 - 加一个空格，再写内容',
  },
  {
    title: 'a wide dash',
    from: '- number: 3',
    to: '－number: 3',
    says: 'measures/02.mdx:16 查到：列表项的开头不是“- ”：－number: 3 应为：每行一个“字段: 值”，缩进对齐 改法：写成英文减号 - 加一个空格，再写内容',
  },
  {
    title: 'three blanks',
    from: '    text: 推行',
    to: '   text: 推行',
    says: 'measures/02.mdx:17 查到：行首有 3 个空格：text: 推行“百日办结”，解决突出问题。 应为：每行一个“字段: 值”，缩进对齐 改法：改成 4 个空格，与同级的字段对齐',
  },
  {
    title: 'a bracket not closed',
    from: '[funding]',
    to: '[funding',
    says: 'measures/02.mdx:6 查到：[ 没有配对的 ]：topics: [funding 应为：每行一个“字段: 值”，缩进对齐 改法：在这一行的末尾补上 ]',
  },
  {
    title: 'a text cut off without an indent',
    from: '，解决突出问题。\n    units',
    to: '，\n解决突出问题。\n    units',
    says: 'measures/02.mdx:18 查到：一段文字断成了两行：解决突出问题。 应为：每行一个“字段: 值”，缩进对齐 改法：接到上一行的末尾；是写给自己看的说明，就在最前面加上 # 和一个空格',
  },
  {
    title: 'a quote of each kind',
    from: 'title: 规范执法',
    to: "title: '规范执法’",
    says: "measures/02.mdx:3 查到：引号一半是英文的、一半是中文的：title: '规范执法’ 应为：每行一个“字段: 值”，缩进对齐 改法：改成一对英文单引号 '",
  },
  {
    title: 'a comment after a value',
    from: 'title: 规范执法',
    to: 'title: 规范执法 #二',
    says: 'measures/02.mdx:3 查到：值后面的“#二”不算在值里 应为：值写到一行的末尾；# 开头的说明单独写一行 改法：是值的一部分，就用英文单引号括住整个值；是说明，就移到上一行',
  },
];
for (const { title, from, to, says } of slips)
  faultTest({
    title: `${title} is one problem on its line`,
    change: { [m2]: replace(from, to) },
    says,
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
      'plans/mini/plan.mdx:10 issuedOn',
    ],
  );
});

test('where a file of YAML cannot be read at all, code in its text is told all the same', () => {
  const { problems } = checkWith({
    [m2]: (text) => `${text.replace('title: 规范执法', 'title: "规范执法')}\n<script>x</script>\n`,
  });
  assert.ok(problems.some(({ found }) => found.includes('标签')));
});

test('the first of a list, written behind the name of the field, is one problem', () => {
  const { problems } = checkWith({
    'units/jia.yaml': replace('searchTerms: [甲单位]', 'searchTerms: 甲单位\n  - 甲局\n  - 甲处'),
  });
  assert.deepEqual(
    problems.map(({ line, found, mend }) => [line, found, mend]),
    [[4, 'searchTerms: 后面写了字，下面又是列表：searchTerms: 甲单位', '另起一行写成 - 甲单位，与下面的“- ”对齐']],
  );
});

test('separators of either keyboard make several words of one', () => {
  for (const sign of ['，', '、', '；', ',', ';']) {
    const { problems } = checkWith({ 'units/jia.yaml': replace('[甲单位]', `['甲单位${sign}甲局']`) });
    assert.match(problems.map(({ mend }) => mend).join(), /写成 \[甲单位, 甲局\]$/u, sign);
  }
});

faultTest({
  title: 'words set apart by Chinese commas are not one word of a list',
  change: { 'units/jia.yaml': replace('[甲单位]', '[甲单位，甲局]') },
  says: 'units/jia.yaml:4 searchTerms 查到：[甲单位，甲局] 应为：一项一个说法，各项之间用英文逗号“,”隔开，不用“，”“；”“、”和空格 改法：各项之间用英文逗号：写成 [甲单位, 甲局]',
});

test('words of a document that begin as a field is called are words', () => {
  const notice = 'notice:\n  - 小方案已经同意，现印发给你们。\n  - 附件：1.小方案\n  - 2.任务清单';
  const change = replace('notice: 小方案已经同意，现印发给你们。', notice);
  assert.deepEqual(checkWith({ ...unsourced, 'plans/mini/plan.mdx': change }).problems, []);
});
