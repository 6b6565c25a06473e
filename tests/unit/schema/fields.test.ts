import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { validate } from '../../../src/loader/validate.ts';
import { type Case, faultTest } from '../../fixtures/cases.ts';
import { checkWith, mini, replace, unsourced } from '../../fixtures/mini.ts';

const m1 = 'plans/mini/measures/01.mdx';
const m2 = 'plans/mini/measures/02.mdx';
const plan = 'plans/mini/plan.mdx';
const corrections = 'plans/mini/corrections.yaml';

const faults: Case[] = [
  {
    title: 'an unknown field is told on its line, with the nearest known one',
    change: { [m1]: replace('searchTerms', 'searchTerm') },
    says: 'measures/01.mdx:7 searchTerm 查到：字段“searchTerm” 应为：这里只能有这些字段：number、title、name、listTitle、environment、units、topics、continues、carriesOut、plain、searchTerms、targets、limits、whom、tasks 改法：最接近的是“searchTerms”；写错了就改正，多余就删去这一行',
  },
  {
    title: 'an unknown field inside a list is told the fields of that list',
    change: { [m1]: replace('    innovation: true', '    inovation: true') },
    says: 'measures/01.mdx:19 tasks[1].inovation 查到：字段“inovation” 应为：这里只能有这些字段：number、label、above、innovation、text、units、cells、topics、continues、whom、plain、progress 改法：最接近的是“innovation”；写错了就改正，多余就删去这一行',
  },
  {
    title: 'an unknown field of a correction is told the fields of its kind',
    change: { [corrections]: replace('suggestion: 突出问题', 'suggestion: 突出问题\n    rows: [1]') },
    says: 'corrections.yaml:13 corrections[2].rows 查到：字段“rows” 应为：这里只能有这些字段：id、kind、where、reading、suggestion、basis、certainty、recordedOn 改法：没有相近的；写错了就改正，多余就删去这一行',
  },
  {
    title: 'a missing field is told on the line of what should hold it',
    change: { [m1]: replace('    units: 区甲\n', '') },
    says: 'measures/01.mdx:18 tasks[1].units 查到：没有写“units” 应为：文字 改法：在这里补一行“units: ……”，缩进与同级的字段对齐',
  },
  {
    title: 'contact without a published source is told what it lacks',
    change: { 'units/yi.yaml': (text) => `${text}contact: { phone: '1', date: 2025-01-01 }\n` },
    says: 'units/yi.yaml:3 contact.source 查到：没有写“source” 应为：文字 改法：在这里补一行“source: ……”，缩进与同级的字段对齐',
  },
  {
    title: 'contact that gives no way is told what it lacks',
    change: { 'units/yi.yaml': (text) => `${text}contact: { source: 'https://a.example/', date: 2025-01-01 }\n` },
    says: 'units/yi.yaml:3 contact 查到：一组字段（source、date） 应为：phone、address、hours、url 中的至少一个 改法：“contact”要写的是：联系方式：只写已经公布的，写明在哪里公布、哪天查到；没有就不写。',
  },
  {
    title: 'a channel stands in a row or in a measure, not in both',
    change: {
      [plan]: replace('annex:', 'channels:\n  - { name: 百日办结, task: 3, measure: 2 }\nannex:'),
    },
    says: 'plan.mdx:21 channels[1] 查到：一组字段（name、task、measure） 应为：task 和 measure 两个中的一个 改法：“task: ……”和“measure: ……”只留一行',
  },
  {
    title: 'a status that ended has a day of one kind',
    change: { [plan]: replace('annex:', 'status: { kind: ended, basis: 某公告 }\nannex:') },
    says: 'plan.mdx:20 status 查到：一组字段（kind、basis） 应为：on 和 until 两个中的一个 改法：在这里补一行“on: ……”或“until: ……”',
  },
  {
    title: 'a missing title does not hide the rest of the measure, nor is it told twice',
    change: { [m2]: replace('title: 规范执法\n', '') },
    says: 'measures/02.mdx:2 title 查到：没有写“title” 应为：文字 改法：在这里补一行“title: ……”，缩进与同级的字段对齐；原文没有的，plan.mdx 写 numbering: printed，正文照原文抄',
  },
  {
    title: 'a field without a value is told',
    change: { [m2]: replace('title: 规范执法', 'title:') },
    says: 'measures/02.mdx:3 title 查到：空白 应为：文字 改法：在“title”的冒号后面写上内容；不需要这个字段就删去这一行',
  },
  {
    title: 'words where a number belongs are told',
    change: { [m1]: replace('value: 50', 'value: 五十') },
    says: 'measures/01.mdx:12 targets[1].value 查到：“五十” 应为：数字 改法：写成 50',
  },
  {
    title: 'a number in quotes is told to lose them',
    change: { [m1]: replace('value: 50', "value: '50'") },
    says: 'measures/01.mdx:12 targets[1].value 查到：“50” 应为：数字 改法：写成 50',
  },
  {
    title: 'a number where words belong is told to take quotes',
    change: { [m2]: replace('title: 规范执法', 'title: 2025') },
    says: 'measures/02.mdx:3 title 查到：2025 应为：文字 改法：用英文单引号把值括起来',
  },
  {
    title: 'one value where a list belongs is told to take brackets',
    change: { 'units/jia.yaml': replace('[甲单位]', '甲单位') },
    says: 'units/jia.yaml:4 searchTerms 查到：“甲单位” 应为：列表，每一项以“- ”开头另起一行，或写在 [ ] 里 改法：写成 [甲单位]',
  },
  {
    title: 'a kind that is none of the known is told the nearest',
    change: { 'units/yi.yaml': replace('kind: unit', 'kind: unti') },
    says: 'units/yi.yaml:2 kind 查到：“unti” 应为：unit、collective、group 之一 改法：最接近的是“unit”',
  },
  {
    title: 'a correction of an unknown kind is told the known ones',
    change: { [corrections]: replace('kind: misreading', 'kind: misread') },
    says: 'corrections.yaml:9 corrections[2].kind 查到：“misread” 应为：misreading、gap、restored、break、text-cells、unit-cells、merged-cells、page-heads、split-row、left-out 之一 改法：最接近的是“misreading”',
  },
  {
    title: 'a correction of no place is told how places are written',
    change: { [corrections]: replace('where: { measure: 2 }', 'where: { section: 2 }') },
    says: 'corrections.yaml:10 corrections[2].where 查到：一组字段（section） 应为：measure: 措施号、task: 项号，或 part: body（总体要求和保障措施） 改法：“where”要写的是：在哪一条措施、任务清单的哪一项，或者总体要求和保障措施里。写 { measure: 措施号 }、{ task: 项号 } 或 { part: body }。',
  },
  {
    title: 'a page break without its mark is told',
    change: { [corrections]: replace('切实｜降低', '切实降低') },
    says: 'corrections.yaml:5 corrections[1].reading 查到：“切实降低” 应为：有且只有一个 ｜，写在断开的地方 改法：“reading”要写的是：原件的字，断开的地方写 ｜。',
  },
  {
    title: 'a star left on a task is told',
    change: { [m1]: replace('text: 深化融资机制，全年组织银企对接会不少于50场。', "text: '*深化融资机制。'") },
    says: 'measures/01.mdx:20 tasks[1].text 查到：“*深化融资机制。” 应为：不带开头的 *；自主创新举措改写 innovation: true 改法：写成 深化融资机制。',
  },
  {
    title: 'an id that cannot stand in an address is told',
    change: { [m1]: replace('id: meetings', 'id: 对接会') },
    says: 'measures/01.mdx:9 targets[1].id 查到：“对接会” 应为：小写字母、数字和单个连字符，例如 bank-meetings 改法：写成 dui-jie-hui',
  },
  {
    title: 'a document number without its brackets is told',
    change: { [plan]: replace('number: 小政〔2025〕1号', "number: '小政[2025]1号'"), ...unsourced },
    says: 'plan.mdx:5 number 查到：“小政[2025]1号” 应为：以〔年份〕序号号结尾的发文字号，用六角括号〔〕 改法：写成 小政〔2025〕1号',
  },
  {
    title: 'a date that is none is told',
    change: { [plan]: replace('2025-03-28', '2025-02-30') },
    says: 'plan.mdx:10 issuedOn 查到：“2025-02-30” 应为：2025-03-28 这样的、日历上有的日期 改法：写出年、月、日，例如 2025-03-28，并且是日历上有的一天；“issuedOn”要写的是：印发日期；文件没有就不写。',
  },
  {
    title: 'a base path without its slashes is told',
    change: { 'site.yaml': replace('base: /', 'base: yshj') },
    says: 'site.yaml:3 base 查到：“yshj” 应为：以 / 开头、以 / 结尾的路径，例如 / 或 /yshj/ 改法：写成 /yshj/',
  },
  {
    title: 'a licence without the address of its text is told',
    change: { 'site.yaml': replace('base: /', 'base: /\nlicence:\n  name: 某许可\n  url:') },
    says: 'site.yaml:6 licence.url 查到：空白 应为：name 和 url 都写，或都空着 改法：在“url”的冒号后面写上内容；不需要这个字段就删去这一行',
  },
  {
    title: 'a domain without its protocol is no origin',
    change: { 'site.yaml': replace('base: /', 'origin: www.example.gov.cn\nbase: /') },
    says: 'site.yaml:3 origin 查到：“www.example.gov.cn” 应为：http:// 或 https:// 开头的网址 改法：写成 https://www.example.gov.cn',
  },
  {
    title: 'a portal that a link cannot lead to is refused',
    change: { 'site.yaml': replace('portal:\n  name:\n  url:', 'portal: { url: "javascript:alert(1)" }') },
    says: 'site.yaml:4 portal.url 查到：“javascript:alert(1)” 应为：http:// 或 https:// 开头的网址 改法：“url”要写的是：门户的网址。',
  },
  {
    title: 'an address with a path is no origin',
    change: { 'site.yaml': replace('base: /', 'origin: https://www.example.gov.cn/x\nbase: /') },
    says: 'site.yaml:3 origin 查到：“https://www.example.gov.cn/x” 应为：协议和域名，不带路径和结尾的 /，例如 https://www.example.gov.cn 改法：写成 https://www.example.gov.cn',
  },
  {
    title: 'a topic name that is too long is told with how long it is',
    change: { 'topics/power.yaml': replace('name: 用电', 'name: 用电用水用气用热网') },
    says: 'topics/power.yaml:1 name 查到：“用电用水用气用热网”（9 个字） 应为：最多八个字 改法：“name”要写的是：读者看到的名称，二至八个字。',
  },
  {
    title: 'a topic that is given twice is told',
    change: { [m2]: replace('topics: [funding]', 'topics: [funding, funding]') },
    says: 'measures/02.mdx:6 topics[2] 查到：“funding” 应为：各项不重复，这一项前面已经有 改法：删去这一项',
  },
];

for (const fault of faults) faultTest(fault);

for (const [field, slip] of [
  ['units', 'uints'],
  ['environment', 'enviroment'],
  ['topics', 'topic'],
  ['- number: 3', '- nubmer: 3'],
] as const)
  test(`a mistyped field ${slip} is one problem, and not a missing field as well`, () => {
    const { problems } = checkWith({ [m2]: replace(`${field}`, slip) });
    assert.deepEqual(
      problems.map(({ file, found }) => `${file} ${found}`),
      [`${m2} 字段“${slip.replace('- ', '').replace(': 3', '')}”`],
    );
  });

/** What editors write, and what they mean. */
const meant: { field: string; file: string; written: string; mend: RegExp }[] = [
  { file: m1, field: "operator: '>='", written: 'operator: ≥', mend: /^写成 '>='/ },
  { file: m1, field: "operator: '>='", written: 'operator: ≤', mend: /^写成 '<='/ },
  { file: m1, field: "operator: '>='", written: 'operator: ＞＝', mend: /^写成 '>='/ },
  { file: m1, field: "operator: '>='", written: 'operator: “>=”', mend: /^写成 '>='/ },
  { file: m1, field: "operator: '>='", written: 'operator: 不少于', mend: /^写成 '>='/ },
  { file: corrections, field: 'certainty: high', written: 'certainty: 高', mend: /^写成 high$/ },
  { file: corrections, field: 'certainty: high', written: 'certainty: 中', mend: /^写成 medium$/ },
  { file: corrections, field: 'certainty: high', written: 'certainty: 存疑', mend: /^写成 low$/ },
  { file: corrections, field: 'kind: misreading', written: 'kind: 疑误', mend: /^写成 misreading$/ },
  { file: 'units/bumen.yaml', field: 'kind: group', written: 'kind: 集合', mend: /^写成 collective$/ },
  { file: 'topics/power.yaml', field: 'kind: need', written: 'kind: 需求', mend: /^写成 need$/ },
  { file: 'topics/power.yaml', field: 'kind: need', written: 'kind: 行业', mend: /^“kind”要写的是：需求/ },
];
for (const { file, field, written, mend } of meant)
  test(`${written} is told what it stands for, and nothing that it is not like`, () => {
    const { problems } = checkWith({ [file]: replace(field, written) });
    assert.match(problems[0]?.mend ?? '', mend);
  });

/** What the schemas do not say in their own words. */
test('bounds and types that a schema does not word are told in good Chinese', () => {
  const schema = z.strictObject({
    plain: z.string().max(120).optional(),
    word: z.string().min(2).optional(),
    count: z.number().min(1).max(9).optional(),
    items: z.array(z.string()).min(1).max(2).optional(),
    fixed: z.literal('body').optional(),
    is: z.boolean().optional(),
    rows: z.record(z.coerce.number(), z.int()).optional(),
  });
  const told = (data: object) =>
    validate(schema, data, 'x.yaml').problems.map(({ found, expected, mend }) => `${found}；${expected}；${mend}`);
  assert.deepEqual(told({ plain: '字'.repeat(162) }), [
    `“${'字'.repeat(40)}……”（162 个字）；至多 120 个字；照“应为”改正“plain”`,
  ]);
  assert.deepEqual(told({ word: '字' }), ['“字”；至少 2 个字；照“应为”改正“word”']);
  assert.deepEqual(told({ count: 0 }), ['0；不小于 1 的数；照“应为”改正“count”']);
  assert.deepEqual(told({ count: 10 }), ['10；不大于 9 的数；照“应为”改正“count”']);
  assert.deepEqual(told({ items: [] }), ['列表（0 项）；至少 1 项；照“应为”改正“items”']);
  assert.deepEqual(told({ items: ['a', 'b', 'c'] }), ['列表（3 项）；至多 2 项；照“应为”改正“items”']);
  assert.deepEqual(told({ fixed: 'x' }), ['“x”；只能写 body；照“应为”改正“fixed”']);
  assert.deepEqual(told({ is: '是' }), ['“是”；true 或 false；写成 true']);
  assert.deepEqual(told({ rows: { x: 1 } }), ['1；键是序号（数字）；照“应为”改正“x”']);
  assert.deepEqual(told({ rows: { 1: 1.5 } }), ['1.5；整数；照“应为”改正“1”']);
});

test('all unknown, missing and wrong fields of one file are told at once', () => {
  const { problems } = checkWith({
    [m1]: (text) =>
      text
        .replace('title: 强化要素', 'titl: 强化要素')
        .replace('environment: 市场环境\n', '')
        .replace('unit: 场', 'unit:')
        .replace('innovation: true', 'innovation: 是')
        .replace('    text: 切实降低企业用电成本。\n', ''),
  });
  assert.deepEqual(
    problems.map(({ line, path }) => `${line} ${path.map(String).join('.')}`),
    ['2 environment', '3 titl', '12 targets.0.unit', '18 tasks.0.innovation', '21 tasks.1.text'],
  );
});

test('a fault of some field hides no fault of another, be it one that a rule finds', () => {
  const { problems } = checkWith({
    [m1]: (text) =>
      text.replace('title:', 'titel:').replace('value: 50', 'value: 51').replace('units: 区甲\n', 'units: 区甲居\n'),
    [plan]: (text) =>
      text.replace('shortTitle: 方案\n', '').replace('number: 大政〔2025〕2号', 'number: 大政〔2025〕3号'),
  });
  assert.deepEqual(
    problems.map(({ file, line, path }) => `${file}:${line} ${path.map(String).join('.')}`),
    [
      `${m1}:3 titel`,
      `${m1}:12 targets.0.value`,
      `${m1}:21 tasks.0.units`,
      `${plan}:2 shortTitle`,
      `${plan}:13 basis.0.number`,
    ],
  );
});

test('a field that is broken beyond repair is told at its place, and makes no fault elsewhere', () => {
  for (const [file, text] of Object.entries(mini).filter(([path]) => !path.endsWith('.txt')))
    for (const [index, row] of text.split('\n').entries()) {
      const [, field] = /^(\s*(?:- )?[\w-]+): \S/u.exec(row) ?? [];
      if (!field) continue;
      const { problems } = checkWith({
        [file]: text.split('\n').with(index, `${field}: [{ x: 1 }]`).join('\n'),
      });
      assert.deepEqual(
        [...new Set(problems.map((problem) => `${problem.file}:${problem.line}`))],
        [`${file}:${index + 1}`],
      );
    }
});

test('a plan with a fault of its own has no faults for it in its channels', () => {
  const channels = 'channels:\n  - { name: 百日办结, task: 3 }\nannex:';
  const { problems } = checkWith({
    [plan]: (text) => text.replace('annex:', channels).replace('issuedOn: 2025-03-28', 'issuedOn: 三月'),
  });
  assert.deepEqual(
    problems.map(({ path }) => path.join('.')),
    ['issuedOn'],
  );
});
