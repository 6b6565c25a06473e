import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Case, faultTest } from '../../fixtures/cases.ts';
import { both, type Changes, checkWith, replace, unsourced } from '../../fixtures/mini.ts';

const m1 = 'plans/mini/measures/01.mdx';
const m2 = 'plans/mini/measures/02.mdx';
const plan = 'plans/mini/plan.mdx';
const corrections = 'plans/mini/corrections.yaml';

const faults: Case[] = [
  {
    title: 'an unknown field is told on its line, with the nearest known one',
    change: { [m1]: replace('searchTerms', 'searchTerm') },
    file: m1,
    line: 'searchTerm:',
    path: 'searchTerm',
    found: /字段“searchTerm”/,
    expected: /searchTerms、targets/,
    mend: /最接近的是“searchTerms”/,
  },
  {
    title: 'an unknown field inside a list is told the fields of that list',
    change: { [m1]: replace('    innovation: true', '    inovation: true') },
    file: m1,
    line: 'inovation',
    path: 'tasks.0.inovation',
    found: /字段“inovation”/,
    expected: /^这里只能有这些字段：number、innovation、text、units、topics/,
    mend: /最接近的是“innovation”/,
  },
  {
    title: 'an unknown field of a correction is told the fields of its kind',
    change: { [corrections]: replace('suggestion: 突出问题', 'suggestion: 突出问题\n    rows: [1]') },
    file: corrections,
    line: 13,
    path: 'corrections.1.rows',
    found: /字段“rows”/,
    expected: /id、kind、where、reading、suggestion、/,
    mend: /多余就删去/,
  },
  {
    title: 'a missing field is told on the line of what should hold it',
    change: { [m1]: replace('    units: 区甲\n', '') },
    file: m1,
    line: '- number: 1',
    path: 'tasks.0.units',
    found: /没有写“units”/,
    expected: /文字/,
    mend: /补一行“units: ……”/,
  },
  {
    title: 'a missing title does not hide the rest of the measure, nor is it told twice',
    change: { [m2]: replace('title: 规范执法\n', '') },
    file: m2,
    line: 2,
    path: 'title',
    found: /没有写“title”/,
    expected: /文字/,
    mend: /补一行/,
  },
  {
    title: 'a field without a value is told',
    change: { [m2]: replace('title: 规范执法', 'title:') },
    file: m2,
    line: 'title:',
    path: 'title',
    found: /空白/,
    expected: /文字/,
    mend: /后面写上内容/,
  },
  {
    title: 'words where a number belongs are told',
    change: { [m1]: replace('value: 50', 'value: 五十') },
    file: m1,
    line: 'value:',
    path: 'targets.0.value',
    found: /“五十”/,
    expected: /数字/,
    mend: /^把“.+”改成：/,
  },
  {
    title: 'a number in quotes is told to lose them',
    change: { [m1]: replace('value: 50', "value: '50'") },
    file: m1,
    line: 'value:',
    path: 'targets.0.value',
    found: /“50”/,
    expected: /数字/,
    mend: /去掉.*引号/,
  },
  {
    title: 'a number where words belong is told to take quotes',
    change: { [m2]: replace('title: 规范执法', 'title: 2025') },
    file: m2,
    line: 'title:',
    path: 'title',
    found: /2025/,
    expected: /文字/,
    mend: /单引号/,
  },
  {
    title: 'one value where a list belongs is told to take brackets',
    change: { 'units/jia.yaml': replace('[甲单位]', '甲单位') },
    file: 'units/jia.yaml',
    line: 'searchTerms',
    path: 'searchTerms',
    found: /“甲单位”/,
    expected: /列表/,
    mend: /\[ \]/,
  },
  {
    title: 'a kind that is none of the known is told the nearest',
    change: { 'units/yi.yaml': replace('kind: unit', 'kind: unti') },
    file: 'units/yi.yaml',
    line: 2,
    path: 'kind',
    found: /“unti”/,
    expected: /unit、collective、group 之一/,
    mend: /最接近的是“unit”/,
  },
  {
    title: 'a correction of an unknown kind is told the known ones',
    change: { [corrections]: replace('kind: misreading', 'kind: misread') },
    file: corrections,
    line: 'kind: misread',
    path: 'corrections.1.kind',
    found: /“misread”/,
    expected: /misreading、gap、restored/,
    mend: /最接近的是“misreading”/,
  },
  {
    title: 'a correction of no place is told how places are written',
    change: { [corrections]: replace('where: { measure: 2 }', 'where: { section: 2 }') },
    file: corrections,
    line: 'section',
    path: 'corrections.1.where',
    found: /section/,
    expected: /measure: 措施号/,
    mend: /where/,
  },
  {
    title: 'a page break without its mark is told',
    change: { [corrections]: replace('切实｜降低', '切实降低') },
    file: corrections,
    line: 'reading: 切实降低',
    path: 'corrections.0.reading',
    found: /“切实降低”/,
    expected: /｜/,
    mend: /^把“.+”改成：/,
  },
  {
    title: 'a star left on a task is told',
    change: { [m1]: replace('text: 深化融资机制，全年组织银企对接会不少于50场。', "text: '*深化融资机制。'") },
    file: m1,
    line: 20,
    path: 'tasks.0.text',
    found: /“\*深化/,
    expected: /innovation: true/,
    mend: /^把“.+”改成：/,
  },
  {
    title: 'an id that cannot stand in an address is told',
    change: { [m1]: replace('id: meetings', 'id: 对接会') },
    file: m1,
    line: 'id: 对接会',
    path: 'targets.0.id',
    found: /“对接会”/,
    expected: /小写字母/,
    mend: /^把“.+”改成：/,
  },
  {
    title: 'a document number without its brackets is told',
    change: { [plan]: replace('number: 小政〔2025〕1号', "number: '小政[2025]1号'"), ...unsourced },
    file: plan,
    line: 'number: ',
    path: 'number',
    found: /小政\[2025\]1号/,
    expected: /六角括号〔〕/,
    mend: /^把“.+”改成：/,
  },
  {
    title: 'a date that is none is told',
    change: { [plan]: replace('2025-03-28', '2025-02-30') },
    file: plan,
    line: 'issuedOn',
    found: /2025-02-30/,
    expected: /2025-03-28/,
    mend: /^把“.+”改成：/,
  },
  {
    title: 'a base path without its slashes is told',
    change: { 'site.yaml': replace('base: /', 'base: yshj') },
    file: 'site.yaml',
    line: 'base',
    path: 'base',
    found: /“yshj”/,
    expected: /以 \/ 开头、以 \/ 结尾/,
    mend: /^把“.+”改成：/,
  },
  {
    title: 'a domain without its protocol is no origin',
    change: { 'site.yaml': replace('base: /', 'origin: www.example.gov.cn\nbase: /') },
    file: 'site.yaml',
    line: 'origin',
    path: 'origin',
    found: /www\.example\.gov\.cn/,
    expected: /https:\/\/ 开头/,
    mend: /改成/,
  },
  {
    title: 'a portal that a link cannot lead to is refused',
    change: { 'site.yaml': replace('portal:\n  name:\n  url:', 'portal: { url: "javascript:alert(1)" }') },
    file: 'site.yaml',
    line: 'portal',
    path: 'portal.url',
    found: /javascript/,
    expected: /http/,
    mend: /改成/,
  },
  {
    title: 'an address with a path is no origin',
    change: { 'site.yaml': replace('base: /', 'origin: https://www.example.gov.cn/x\nbase: /') },
    file: 'site.yaml',
    line: 'origin',
    path: 'origin',
    found: /example/,
    expected: /协议和域名/,
    mend: /^把“.+”改成：/,
  },
  {
    title: 'a unit that is not registered is told with the nearest name',
    change: {
      [m1]: replace('units: 区甲局、区乙办\n    topics', 'units: 区甲局、区乙辦\n    topics'),
      ...unsourced,
    },
    file: m1,
    line: '区乙辦',
    path: 'tasks.1.units',
    found: /单位“区乙辦”不在登记里/,
    expected: /登记的名称或别名/,
    mend: /最接近的是“区乙办”/,
  },
  {
    title: 'an environment that the plan does not have is told with the nearest',
    change: { [m2]: replace('environment: 法治环境', 'environment: 法制环境'), ...unsourced },
    file: m2,
    line: 'environment',
    path: 'environment',
    found: /“法制环境”/,
    expected: /plan\.mdx/,
    mend: /最接近的是“法治环境”/,
  },
  {
    title: 'a need that is not there is told with the nearest',
    change: { [m1]: replace('topics: [power]', 'topics: [powr]') },
    file: m1,
    line: 'powr',
    path: 'tasks.1.topics.0',
    found: /“powr”/,
    expected: /content\/topics/,
    mend: /最接近的是“power”/,
  },
  {
    title: 'a target of a task of another measure is told',
    change: { [m1]: replace('task: 1', 'task: 3') },
    file: m1,
    line: 'task: 3',
    path: 'targets.0.task',
    found: /第3项/,
    expected: /本措施的任务：第1、2项/,
    mend: /序号/,
  },
];

faults.push({
  title: 'a topic that is given twice is told',
  change: { [m2]: replace('topics: [funding]', 'topics: [funding, funding]') },
  file: m2,
  line: 'topics:',
  path: 'topics',
  found: /列表（2 项）/,
  expected: /各项不重复/,
  mend: /topics/,
});

for (const fault of faults) faultTest(fault);

for (const [field, slip] of [
  ['units', 'uints'],
  ['environment', 'enviroment'],
  ['topics', 'topic'],
  ['tasks', 'task'],
  ['- number: 3', '- nubmer: 3'],
] as const)
  test(`a mistyped field ${slip} is one problem, and what stands in for its value is none`, () => {
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
  { file: corrections, field: 'certainty: high', written: 'certainty: 高', mend: /^写成 “high”$/ },
  { file: corrections, field: 'certainty: high', written: 'certainty: 中', mend: /^写成 “medium”$/ },
  { file: corrections, field: 'certainty: high', written: 'certainty: 存疑', mend: /^写成 “low”$/ },
  { file: corrections, field: 'kind: misreading', written: 'kind: 疑误', mend: /^写成 “misreading”$/ },
  { file: 'units/bumen.yaml', field: 'kind: group', written: 'kind: 集合', mend: /^写成 “collective”$/ },
  { file: 'topics/power.yaml', field: 'kind: need', written: 'kind: 需求', mend: /^写成 “need”$/ },
  { file: 'topics/power.yaml', field: 'kind: need', written: 'kind: 行业', mend: /^没有相近的/ },
];
for (const { file, field, written, mend } of meant)
  test(`${written} is told what it stands for, and nothing that it is not like`, () => {
    const { problems } = checkWith({ [file]: replace(field, written) });
    assert.match(problems[0]?.mend ?? '', mend);
  });

/** One wrong name, and the one problem that it is, however often it stands. */
const names: { title: string; changes: Changes; told: string }[] = [
  {
    title: 'a unit that is not registered is told once, with how often it stands',
    changes: { [m1]: (text) => text.replaceAll('区甲局', '第三局') },
    told: `${m1} units 单位“第三局”不在登记里 同样的共 2 处`,
  },
  {
    title: 'a name that is wrong in the registry is told there, and not in the measures that are right',
    changes: { 'units/yi.yaml': replace('name: 区乙办', 'name: 区一办') },
    told: 'units/yi.yaml name “区一办”，没有一处提到它，而“区乙办”有 4 处',
  },
  {
    title: 'an environment that is wrong in the plan is told there where several measures agree',
    changes: {
      'plans/mini/plan.mdx': both(
        replace('  - title: 法治环境\n    short: 法治\n', ''),
        replace('title: 市场环境', 'title: 市厂环境'),
      ),
      [m2]: replace('environment: 法治环境', 'environment: 市场环境'),
      ...unsourced,
    },
    told: 'plans/mini/plan.mdx environments.0.title “市厂环境”，没有一条措施写的是它，而 2 条措施写作“市场环境”',
  },
  {
    title: 'a topic that is not there is told once',
    changes: { [m2]: replace('[funding]', '[fundng]'), [m1]: replace('[funding]', '[fundng]') },
    told: `${m1} topics.0 主题“fundng” 同样的共 2 处`,
  },
];
for (const { title, changes, told } of names)
  test(title, () => {
    const { problems } = checkWith({ ...changes, ...unsourced });
    assert.deepEqual(
      problems.map(({ file, path, found, mend }) =>
        [file, path.map(String).join('.'), found, ...(/同样的共 \d+ 处/u.exec(mend) ?? [])].join(' '),
      ),
      [told],
    );
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

test('an item at fault does not move the lines of those after it', () => {
  const { problems } = checkWith({
    [m1]: (text) =>
      text.replace('    units: 区甲\n', '').replace('区甲局、区乙办\n    topics', '区甲局、区丁办\n    topics'),
  });
  assert.deepEqual(
    problems.map(({ line, path }) => `${line} ${path.map(String).join('.')}`),
    ['18 tasks.0.units', '23 tasks.1.units'],
  );
});

test('a faulty record of the plan hides neither its other fields nor the measures', () => {
  const { problems } = checkWith({
    'plans/mini/plan.mdx': (text) =>
      text.replace('shortTitle: 方案\n', '').replace('number: 大政〔2025〕2号', 'number: 大政〔2025〕3号'),
    [m2]: replace('environment: 法治环境', 'environment: 法制环境'),
  });
  assert.deepEqual(
    problems.map(({ file, path }) => `${file} ${path.map(String).join('.')}`),
    [`${m2} environment`, 'plans/mini/plan.mdx shortTitle', 'plans/mini/plan.mdx basis.0.number'],
  );
});
