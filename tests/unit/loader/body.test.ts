import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readProse } from '../../../src/loader/body.ts';

const read = (body: string, firstLine = 1) => readProse(body, 'plan.mdx', firstLine);

test('paragraphs, headings and the place of the measures come in document order, with their lines in the file', () => {
  const { blocks, problems } = read('\n第一段。\n\n## 一、标题\n\n<Measures />\n\n第二段。\n', 10);
  assert.deepEqual(problems, []);
  assert.deepEqual(blocks, [
    { kind: 'paragraph', text: '第一段。', line: 11 },
    { kind: 'heading', depth: 2, text: '一、标题', line: 13 },
    { kind: 'measures', line: 15 },
    { kind: 'paragraph', text: '第二段。', line: 17 },
  ]);
});

test('a table has its rows and cells, and as text a line for each row', () => {
  const { blocks, problems } = read('| 单位 | 时限 |\n| --- | --- |\n| 甲局 | 3日 |\n| 乙局 | \\<5日 |');
  assert.deepEqual(problems, []);
  const rows = [
    ['单位', '时限'],
    ['甲局', '3日'],
    ['乙局', '<5日'],
  ];
  assert.deepEqual(blocks, [{ kind: 'table', rows, text: '单位｜时限\n甲局｜3日\n乙局｜<5日', line: 1 }]);
});

const verbatim: [string, string][] = [
  ['巩固“一业一证”改革成效', '巩固“一业一证”改革成效'],
  ['印发\\<方案>的通知', '印发<方案>的通知'],
  ['数值\\{x}', '数值{x}'],
  ['1+4产业、"1+5+1"', '1+4产业、"1+5+1"'],
  ['3-5家...等--及', '3-5家...等--及'],
  ['登录https://www.example.gov.cn/办理，或写信到a@b.cn。', '登录https://www.example.gov.cn/办理，或写信到a@b.cn。'],
  ['~~删~~、[^1]、www.example.gov.cn', '~~删~~、[^1]、www.example.gov.cn'],
];
for (const [body, text] of verbatim)
  test(`${body} is the text ${text}, to the letter`, () => {
    const { blocks, problems } = read(body);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      blocks.map((block) => (block.kind !== 'measures' ? block.text : '')),
      [text],
    );
  });

const refused: [string, RegExp][] = [
  ['import x from "y"', /import 或 export/],
  ['export const x = 1', /import 或 export/],
  ['{process.exit()}', /\{表达式\}/],
  ['文字{1}文字', /\{表达式\}/],
  ['文字<b>粗</b>', /行内标签/],
  ['<script>1</script>', /标签|<script>/],
  ['<Measures only={[1]} />', /<Measures>/],
  ['<Measures>文字</Measures>', /标签|<Measures>/],
  ['<!-- 注 -->', /不能解析/],
  ['![图](x.png)', /图片/],
  ['> 引用', /引用/],
  ['- 一项', /列表/],
  ['```\n代码\n```', /代码/],
  ['***', /分隔线/],
  ['一行  \n又一行', /段内换行/],
  ['[链接](data:text/html,x)', /链接/],
  ['见[门户](https://www.example.gov.cn/)', /链接/],
  ['**“一业一证”**改革', /加粗/],
  ['*一业一证*改革', /斜体/],
];
for (const [body, found] of refused)
  test(`${JSON.stringify(body)} is refused`, () => {
    const { problems } = read(body);
    assert.ok(problems.length > 0);
    assert.match(problems[0]?.found ?? '', found);
  });

test('each refused place is told, with its line', () => {
  const { problems } = read('{a}\n\n好。\n\n- 一项\n', 5);
  assert.deepEqual(
    problems.map(({ line }) => line),
    [5, 9],
  );
});
