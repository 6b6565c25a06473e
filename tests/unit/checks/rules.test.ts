import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules } from '../../../src/checks/rules.ts';
import { type Case, faultTest } from '../../fixtures/cases.ts';
import { both, type Changes, checkWith, mini, replace } from '../../fixtures/mini.ts';

const m1 = 'plans/mini/measures/01.mdx';
const m2 = 'plans/mini/measures/02.mdx';
const plan = 'plans/mini/plan.mdx';
const corrections = 'plans/mini/corrections.yaml';
const thesaurus = 'search/thesaurus.yaml';

/** Without its source, so that a changed text breaks no other rule than the one in question. */
const { 'plans/mini/source.txt': source = '', ...others } = mini;
const unsourced = { ...others, 'plans/mini/received.txt': source };

/** The small plan once more, under another name and number. */
const second: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(mini)
    .filter(([path]) => path.startsWith('plans/mini/'))
    .map(([path, text]) => [
      path.replace('plans/mini/', 'plans/second/'),
      text.replace('shortTitle: 方案', 'shortTitle: 第二方案').replace('小政〔2025〕1号', '小政〔2025〕3号'),
    ]),
);
const secondPlan = 'plans/second/plan.mdx';
const inSecond = (path: string, ...edits: ((text: string) => string)[]): Changes => ({
  ...second,
  [path]: both(...edits)(second[path] ?? ''),
});
const replacedBy = (id: string) =>
  replace('environments:', `status:\n  kind: replaced\n  by: ${id}\n  basis: 第二方案第一条。\nenvironments:`);

interface RuleCase extends Case {
  rule: keyof typeof rules;
}

const list = 'annex:\n  title: 小方案任务清单\n  columns: [序号, 工作措施, 主要内容, 责任单位]\n';
const third = 'tasks:\n  - number: 3\n    text: 推行“百日办结”，解决突出问题。\n    units: 区乙办\n';

const faults: RuleCase[] = [
  {
    rule: 'headingsLevelled',
    title: 'a heading of another level than those numbered like it',
    change: { [plan]: replace('## 二、保障', '### 二、保障') },
    file: plan,
    line: '### 二、保障',
    path: '',
    found: /“二、保障”写作 ###，编号方式相同的“一、任务”写作 ##/,
    expected: /同一级/,
    mend: /前面改成 ##$/,
  },
  {
    rule: 'listed',
    title: 'a measure without tasks is told where the document has a list',
    change: { [m2]: both(replace(third, ''), replace('    task: 3\n', '')) },
    file: m2,
    line: 2,
    path: 'tasks',
    found: /没有一项任务/,
    expected: /至少一项/,
    mend: /没有任务清单的，删去 plan\.mdx 里的 annex/,
  },
  {
    rule: 'listed',
    title: 'a number that is given to no task is told where the document has a list',
    change: { [m2]: replace('    task: 3\n', '') },
    file: m2,
    line: '- id: days',
    path: 'limits.0.task',
    found: /没有写/,
    expected: /那一项任务的序号/,
    mend: /task: 3/,
  },
  {
    rule: 'listed',
    title: 'whom a measure is for is told to belong to its tasks where the document has a list',
    change: { [m2]: replace('topics: [funding]', 'topics: [funding]\nwhom: [问题]') },
    file: m2,
    line: 'whom:',
    path: 'whom',
    found: /写在措施里/,
    expected: /写在各项任务里/,
    mend: /移到/,
  },
  {
    rule: 'listed',
    title: 'tasks of a document that is said to have no list are told once',
    change: { [plan]: replace(list, '') },
    file: plan,
    line: 2,
    path: 'annex',
    found: /没有写，而措施里有任务/,
    expected: /标题和表头/,
    mend: /删去各措施的 tasks/,
  },
  {
    rule: 'measuresNumbered',
    title: 'a measure with the number of another is told, with the file of the other',
    change: { [m2]: replace('number: 2', 'number: 1') },
    file: m2,
    line: 2,
    path: 'number',
    found: /^编号 1，与 plans\/mini\/measures\/01\.mdx 重复$/,
    expected: /编号 2/,
    mend: /改成 2/,
  },
  {
    rule: 'measuresNumbered',
    title: 'a measure whose number is not that of its file is told',
    change: { [m2]: replace('number: 2', 'number: 7') },
    file: m2,
    line: 2,
    path: 'number',
    found: /^编号 7$/,
    expected: /文件名相同的编号 2/,
    mend: /改成 2/,
  },
  {
    rule: 'measuresNumbered',
    title: 'a missing measure is told once, and not by what it would have held',
    change: { [m1]: null },
    file: m1,
    line: 1,
    found: /没有这个文件/,
    expected: /缺第 1 条/,
    mend: /补上这个文件/,
  },
  {
    rule: 'tasksNumbered',
    title: 'a number that two tasks have is told at the second, with the file of the first',
    change: { [m1]: replace('number: 2', 'number: 1'), [corrections]: 'corrections: []\n' },
    file: m1,
    line: 22,
    path: 'tasks.1.number',
    found: /第1项，与 plans\/mini\/measures\/01\.mdx 里的第1项任务重复/,
    expected: /在第1项与第3项之间/,
    mend: /^改成第2项$/,
  },
  {
    rule: 'tasksNumbered',
    title: 'a task that is missing from the list is told at the next',
    change: {
      [m2]: both(replace('number: 3', 'number: 4'), replace('task: 3', 'task: 4')),
      [corrections]: 'corrections: []\n',
    },
    file: m2,
    line: 'number: 4',
    path: 'tasks.0.number',
    found: /第2项之后是第4项，缺第3项/,
    expected: /连续编号/,
    mend: /补上第3项/,
  },
  {
    rule: 'tasksNumbered',
    title: 'a task that stands in another measure than its number says is told, and not the tasks that are right',
    change: {
      [m1]: (text) =>
        `${text.replace('tasks:\n', 'tasks:\n  - number: 4\n    text: 多出的一项。\n    units: 区甲局\n')}`,
    },
    file: m1,
    line: 'number: 4',
    path: 'tasks.0.number',
    found: /第4项不在本措施的范围内/,
    expected: /在第0项与第1项之间/,
    mend: /移到它所属的措施/,
  },
  {
    rule: 'tasksOfMeasure',
    title: 'a task that was moved to the next measure is told, though all numbers are in order',
    change: {
      [m1]: replace(
        '  - number: 2\n    text: 切实降低企业用电成本。\n    units: 区甲局、区乙办\n    topics: [power]\n',
        '',
      ),
      [m2]: replace(
        'tasks:\n',
        'tasks:\n  - number: 2\n    text: 切实降低企业用电成本。\n    units: 区甲局、区乙办\n    topics: [power]\n',
      ),
      [corrections]: 'corrections: []\n',
    },
    file: m2,
    line: '- number: 2',
    path: 'tasks.0',
    found: /第2项的话不在本措施的正文里，而在措施1里/,
    expected: /它所属的措施/,
    mend: /移到那个文件/,
  },
  {
    rule: 'plansApart',
    title: 'two plans of one short title are told, as no reader could tell them apart',
    change: inSecond(secondPlan, replace('shortTitle: 第二方案', 'shortTitle: 方案')),
    file: secondPlan,
    line: 'shortTitle:',
    path: 'shortTitle',
    found: /^“方案”，与 plans\/mini\/plan\.mdx 相同$/,
    expected: /简称不同/,
    mend: /年份/,
  },
  {
    rule: 'replacements',
    title: 'a plan replaced by one that is not there is told',
    change: { ...second, [plan]: replacedBy('secnd') },
    file: plan,
    line: 'by: secnd',
    path: 'status.by',
    found: /文件“secnd”/,
    expected: /content\/plans\//,
    mend: /最接近的是“second”/,
  },
  {
    rule: 'replacements',
    title: 'a plan replaced by itself is told',
    change: { [plan]: replacedBy('mini') },
    file: plan,
    line: 'by: mini',
    path: 'status.by',
    found: /mini → mini/,
    expected: /另一份文件/,
    mend: /有效的一份不写 status/,
  },
  {
    rule: 'continued',
    title: 'a task that continues one of a plan which is not there is told',
    change: { ...second, [m2]: replace('    units: 区乙办\n', '    units: 区乙办\n    continues: secnd/3\n') },
    file: m2,
    line: 'continues:',
    path: 'tasks.0.continues',
    found: /文件“secnd”/,
    expected: /另一份文件/,
    mend: /最接近的是“second”/,
  },
  {
    rule: 'continued',
    title: 'a measure that continues one which the other plan does not have is told',
    change: { ...second, [m2]: replace('topics:', 'continues: second/7\ntopics:') },
    file: m2,
    line: 'continues:',
    path: 'continues',
    found: /“second\/7”，那份文件没有这一条措施/,
    expected: /从 1 到 2/,
    mend: /改正序号/,
  },
  {
    rule: 'carriedOut',
    title: 'an upper document that the plan is not based on is told',
    change: { [m2]: replace('topics:', 'carriesOut:\n  - number: 大政〔2025〕9号\n    measures: [1]\ntopics:') },
    file: m2,
    line: 'number: 大政',
    path: 'carriesOut.0.number',
    found: /“大政〔2025〕9号”/,
    expected: /basis/,
    mend: /最接近的是“大政〔2025〕2号”/,
  },
  {
    rule: 'carriedOut',
    title: 'a measure that the upper document does not have is told once its text is there',
    change: {
      ...inSecond('plans/second/plan.mdx', (text) => text.replace('小政〔2025〕3号', '大政〔2025〕2号')),
      'plans/second/source.txt': null,
      'plans/second/received.txt': source,
      [m2]: replace('topics:', 'carriesOut:\n  - number: 大政〔2025〕2号\n    measures: [2, 5]\ntopics:'),
    },
    file: m2,
    line: 'measures: [2, 5]',
    path: 'carriesOut.0.measures.1',
    found: /第5条措施，那份文件没有/,
    expected: /从 1 到 2/,
    mend: /对照那份文件/,
  },
  {
    rule: 'unitColumnsNamed',
    title: 'units that stand in no column of a list with several are told',
    change: {
      [plan]: replace('主要内容, 责任单位]', '主要内容, 牵头单位, 配合单位]'),
      [m1]: both(
        replace('units: 区甲\n', 'units: 牵头单位：区甲\n'),
        replace('    units: 区甲局、区乙办', '    units: 牵头单位：区甲局；配合单位：区乙办'),
      ),
    },
    file: m2,
    line: '    units: 区乙办',
    path: 'tasks.0.units',
    found: /“区乙办”没有写明在哪一栏/,
    expected: /“牵头单位：”、“配合单位：”/,
    mend: /空白的一栏不写/,
  },
  {
    rule: 'environments',
    title: 'an environment without a measure is told',
    change: { [plan]: replace('annex:', '  - title: 开放环境\n    short: 开放\nannex:') },
    file: plan,
    line: 'title: 开放环境',
    path: 'environments.2.title',
    found: /环境“开放环境”没有一条措施/,
    expected: /至少有一条措施/,
    mend: /environment/,
  },
  {
    rule: 'environments',
    title: 'two environments of one short name are told',
    change: { [plan]: replace('short: 法治', 'short: 市场') },
    file: plan,
    line: 19,
    path: 'environments.1.short',
    found: /“市场”写了两次/,
    expected: /各不相同/,
    mend: /另一个名称/,
  },
  {
    rule: 'environments',
    title: 'a measure that goes back to an earlier environment is told',
    change: {
      'plans/mini/measures/03.mdx': mini[m2]
        ?.replace('number: 2', 'number: 3')
        .replace('法治环境', '市场环境')
        .replace('number: 3\n    text', 'number: 4\n    text')
        .replace(/limits:[\s\S]*tasks:/u, 'tasks:') as string,
    },
    file: 'plans/mini/measures/03.mdx',
    line: 'environment:',
    path: 'environment',
    found: /“市场环境”，而前一条措施已经属于后面的环境/,
    expected: /连在一起/,
    mend: /environment/,
  },
  {
    rule: 'bodies',
    title: 'a measure without its text is told',
    change: { [m2]: replace('推行“百日办结”，解决突处问题。\n', ''), [corrections]: 'corrections: []\n' },
    file: m2,
    line: 20,
    found: /没有正文/,
    expected: /措施的原文/,
    mend: /补上正文/,
  },
  {
    rule: 'bodies',
    title: 'the bracket of the units in a measure’s text is told',
    change: { [m2]: replace('突处问题。', '突处问题。（责任单位：区乙办）') },
    file: m2,
    line: '突处问题',
    found: /“（责任单位”/,
    expected: /括号之前/,
    mend: /units/,
  },
  {
    rule: 'bodies',
    title: 'a heading in a measure’s text is told',
    change: { [m2]: replace('\n推行', '\n## 规范执法\n\n推行') },
    file: m2,
    line: '## 规范执法',
    found: /标题“规范执法”/,
    expected: /只有段落/,
    mend: /title/,
  },
  {
    rule: 'bodies',
    title: 'the place of the measures inside a measure is told',
    change: { [m2]: replace('\n推行', '\n<Measures />\n\n推行') },
    file: m2,
    line: '<Measures />',
    found: /<Measures \/>/,
    expected: /只有段落/,
    mend: /plan\.mdx/,
  },
  {
    rule: 'bodies',
    title: 'a plan without a place for its measures is told',
    change: { [plan]: replace('<Measures />\n\n', '') },
    file: plan,
    line: 24,
    found: /没有 <Measures \/>/,
    expected: /有且只有一个/,
    mend: /补一行 <Measures \/>/,
  },
  {
    rule: 'bodies',
    title: 'a second place for the measures is told where it stands',
    change: { [plan]: (text) => `${text}\n<Measures />\n` },
    file: plan,
    line: 35,
    found: /有 2 个 <Measures \/>/,
    expected: /有且只有一个/,
    mend: /只留一个/,
  },
  {
    rule: 'blanks',
    title: 'a blank inside the words of a task is told',
    change: { [m1]: replace('text: 切实降低', 'text: 切实\u00a0降低') },
    file: m1,
    line: '切实\u00a0降低',
    path: 'tasks.1.text',
    found: /“实\u00a0降”，两个字之间有空格/,
    expected: /连写/,
    mend: /删去空格/,
  },
  {
    rule: 'blanks',
    title: 'a blank inside the words of a text is told',
    change: { [plan]: replace('各单位要', '各单 位要') },
    file: plan,
    line: '各单 位要',
    found: /“单 位”/,
    expected: /连写/,
    mend: /删去空格/,
  },
  {
    rule: 'record',
    title: 'a document that the text does not mention cannot be its basis',
    change: { [plan]: replace('number: 大政〔2025〕2号', 'number: 大政〔2025〕3号') },
    file: plan,
    line: '大政〔2025〕3号',
    path: 'basis.0.number',
    found: /“大政〔2025〕3号”，正文里没有/,
    expected: /正文提到/,
    mend: /对照正文/,
  },
  {
    rule: 'record',
    title: 'a date that is not the printed one is told',
    change: { [plan]: replace('issuedOn: 2025-03-28', 'issuedOn: 2025-03-29') },
    file: plan,
    line: 'issuedOn',
    path: 'issuedOn',
    found: /2025-03-29，而 issuedText 写的是“2025年3月28日印发”/,
    expected: /同一天/,
    mend: /改正其中一处/,
  },
  {
    rule: 'targetsNamedOnce',
    title: 'an id that another target or limit of the plan has is told',
    change: { [m2]: replace('id: days', 'id: meetings') },
    file: m2,
    line: 'id: meetings',
    path: 'limits.0.id',
    found: /“meetings”，与 plans\/mini\/measures\/01\.mdx 里的重复/,
    expected: /不重复/,
    mend: /另一个名称/,
  },
  {
    rule: 'quotations',
    title: 'a target that quotes neither measure nor task is told',
    change: { [m1]: replace('text: 全年组织', 'text: 全年举办') },
    file: m1,
    line: 'text: 全年举办',
    path: 'targets.0.text',
    found: /“全年举办银企对接会不少于50场”，正文和第1项任务里都没有/,
    expected: /一字不差/,
    mend: /复制/,
  },
  {
    rule: 'quotations',
    title: 'a target of another task of its measure than the one that has its number is told the right one',
    change: { [m1]: replace('task: 1', 'task: 2') },
    file: m1,
    line: 'task: 2',
    path: 'targets.0.task',
    found: /第2项，它的 text 里没有50场这个数/,
    expected: /带有这个数/,
    mend: /^改成1$/,
  },
  {
    rule: 'quantities',
    title: 'a number that is not in the words quoted is told',
    change: { [m1]: replace('value: 50', 'value: 500') },
    file: m1,
    line: 'value: 500',
    path: 'targets.0.value',
    found: /^500，而 text 里的数是 50$/,
    expected: /普通数字/,
    mend: /改正 value/,
  },
  {
    rule: 'quantities',
    title: 'a unit that does not follow the number is told',
    change: { [m1]: replace('unit: 场', 'unit: 家') },
    file: m1,
    line: 'unit: 家',
    path: 'targets.0.unit',
    found: /“家”/,
    expected: /紧接在这个数后面/,
    mend: /改正 unit/,
  },
  {
    rule: 'periods',
    title: 'a period that the document does not give is told',
    change: { [m1]: replace('period: 全年', 'period: 2025年') },
    file: m1,
    line: 'period: 2025年',
    path: 'targets.0.period',
    found: /“2025年”，正文和第1项任务里都没有/,
    expected: /原文没有就不写/,
    mend: /删去这一行/,
  },
  {
    rule: 'boundWords',
    title: '“at most” that the document does not say is told',
    change: { [m1]: replace("operator: '>='", "operator: '<='") },
    file: m1,
    line: 'operator:',
    path: 'targets.0.operator',
    found: /<=，而 text 里没有“不超过”/,
    expected: /写明不超过的才写 <=/,
    mend: /^照原话写 '>='$/,
  },
  {
    rule: 'boundWords',
    title: '“at least” in words that say “at most” is told, though 不得超过 holds 超过',
    change: { [m1]: (text) => text.replaceAll('不少于50场', '不得超过50场') },
    file: m1,
    line: 'operator:',
    path: 'targets.0.operator',
    found: /^>=，而 text 里没有“不少于”/,
    expected: /写明不少于的才写 >=/,
    mend: /^照原话写 '<='$/,
  },
  {
    rule: 'boundWords',
    title: 'a bound that the document gives another number only is told',
    change: { [m1]: (text) => text.replaceAll('不少于50场', '50场，每场不少于3家') },
    file: m1,
    line: 'operator:',
    path: 'targets.0.operator',
    found: /^>=，而 text 里没有“不少于”/,
    expected: /写明不少于的才写 >=/,
    mend: /^原话只写了一个数/,
  },
  {
    rule: 'exactNumbers',
    title: '“at least” in the words before a number forbids to call it exact',
    change: { [m1]: replace("operator: '>='", "operator: '='") },
    file: m1,
    line: 'operator:',
    path: 'targets.0.operator',
    found: /=，而 text 里这个数前后有“不少于”/,
    expected: /只写了一个数/,
    mend: /^改成 '>='$/,
  },
  {
    rule: 'exactNumbers',
    title: '“and more” after a number and its unit forbids to call it exact',
    change: {
      [m1]: (text) => text.replaceAll('不少于50场', '50场以上').replace("operator: '>='", "operator: '='"),
    },
    file: m1,
    line: 'operator:',
    path: 'targets.0.operator',
    found: /=，而 text 里这个数前后有.*“以上”/,
    expected: /只写了一个数/,
    mend: /^改成 '>='$/,
  },
  {
    rule: 'exactNumbers',
    title: '“at most” in the words before a number is not taken for “more than”',
    change: { [m1]: (text) => text.replaceAll('不少于50场', '不超过50场').replace("operator: '>='", "operator: '='") },
    file: m1,
    line: 'operator:',
    path: 'targets.0.operator',
    found: /“不超过”/,
    expected: /只写了一个数/,
    mend: /^改成 '<='$/,
  },
  {
    rule: 'correctionsNamedOnce',
    title: 'an id that two corrections have is told',
    change: { [corrections]: replace('id: m02-chu', 'id: m01-break') },
    file: corrections,
    line: 8,
    path: 'corrections.1.id',
    found: /“m01-break”用了两次/,
    expected: /不重复/,
    mend: /另一个名称/,
  },
  {
    rule: 'correctionsFit',
    title: 'a correction of words that the text does not have is told',
    change: { [corrections]: replace('reading: 突处问题', 'reading: 突击问题') },
    file: corrections,
    line: 'reading: 突击问题',
    path: 'corrections.1.reading',
    found: /“突击问题”在措施2里有 0 处/,
    expected: /恰好 1 处/,
    mend: /删去这条更正/,
  },
  {
    rule: 'correctionsFit',
    title: 'a correction of words that stand twice is told',
    change: {
      [corrections]: replace('reading: 突处问题', 'reading: 问题'),
      [m2]: replace('突处问题。', '突处问题，问题。'),
    },
    file: corrections,
    line: 'reading: 问题',
    path: 'corrections.1.reading',
    found: /有 2 处/,
    expected: /恰好 1 处/,
    mend: /前后多抄几个字/,
  },
  {
    rule: 'correctionsFit',
    title: 'a restoration whose words are not in the text is told',
    change: { [corrections]: replace('suggestion: 落实', 'suggestion: 落时') },
    file: corrections,
    line: 'suggestion: 落时',
    path: 'corrections.2.suggestion',
    found: /“落时”在总体要求和保障措施里有 0 处/,
    expected: /恰好 1 处/,
    mend: /删去这条更正/,
  },
  {
    rule: 'correctionsFit',
    title: 'a page break between words that do not meet is told',
    change: { [corrections]: replace('切实｜降低', '切实｜减低') },
    file: corrections,
    line: '切实｜减低',
    path: 'corrections.0.reading',
    found: /“切实减低”在措施1里有 0 处/,
    expected: /恰好 1 处/,
    mend: /删去这条更正/,
  },
  {
    rule: 'correctionsFit',
    title: 'a correction of a measure that is not there is told',
    change: { [corrections]: replace('where: { measure: 2 }', 'where: { measure: 3 }') },
    file: corrections,
    line: 'measure: 3',
    path: 'corrections.1.where',
    found: /没有措施3/,
    expected: /措施号或任务项号/,
    mend: /改正编号/,
  },
  {
    rule: 'correctionsFit',
    title: 'a row that is not in the list is told',
    change: { [corrections]: replace('rows: [1, 3]', 'rows: [1, 4]') },
    file: corrections,
    line: 'rows: [1, 4]',
    path: 'corrections.6.rows.1',
    found: /没有第4项任务/,
    expected: /任务项号/,
    mend: /改正编号/,
  },
  {
    rule: 'correctionsFit',
    title: 'a row whose text is printed nowhere is told',
    change: { [corrections]: replace('1: [1, 2]', '1: [1]') },
    file: corrections,
    line: 'printed:',
    path: 'corrections.3.printed',
    found: /第2项在 printed 里有 0 处/,
    expected: /恰好印一次/,
    mend: /source\.txt/,
  },
  {
    rule: 'correctionsFit',
    title: 'a measure’s cell on a row of another measure is told',
    change: { [corrections]: replace('1: 2\n      2: 3', '1: 3\n      2: 3') },
    file: corrections,
    line: '1: 3',
    path: 'corrections.5.printed.1',
    found: /措施1印在第3行/,
    expected: /第1、2项/,
    mend: /source\.txt/,
  },
  {
    rule: 'correctionsApart',
    title: 'two corrections of the same words are told, with the name of the first',
    change: {
      [corrections]: replace(
        '  - id: body-restored',
        '  - id: m02-twice\n    kind: misreading\n    where: { measure: 2 }\n    reading: 解决突处\n    suggestion: 解决突出\n    basis: 试。\n    certainty: low\n  - id: body-restored',
      ),
    },
    file: corrections,
    line: 'reading: 解决突处',
    path: 'corrections.2.reading',
    found: /“解决突处”，与 m02-chu 说的字重叠/,
    expected: /只由一条更正/,
    mend: /合成一条/,
  },
  {
    rule: 'correctionsSaying',
    title: 'a suggestion that is the reading itself is told',
    change: { [corrections]: replace('suggestion: 突出问题', 'suggestion: 突处问题') },
    file: corrections,
    line: 'suggestion: 突处问题',
    path: 'corrections.1.suggestion',
    found: /与 reading 一样/,
    expected: /与转录不同/,
    mend: /删去这条更正/,
  },
  {
    rule: 'correctionsSaying',
    title: 'a correction recorded before the document was issued is told',
    change: { [corrections]: replace('suggestion: 突出问题', 'suggestion: 突出问题\n    recordedOn: 2025-03-27') },
    file: corrections,
    line: 'recordedOn',
    path: 'corrections.1.recordedOn',
    found: /2025-03-27，早于.*2025-03-28/,
    expected: /不早于/,
    mend: /改正日期/,
  },
  {
    rule: 'aliasesPrinted',
    title: 'an alias that no cell of units prints is told',
    change: { 'units/yi.yaml': replace('kind: unit', 'aliases: [区乙办公室]\nkind: unit') },
    file: 'units/yi.yaml',
    line: 'aliases',
    path: 'aliases.0',
    found: /别名“区乙办公室”，没有一处责任单位这样印/,
    expected: /其他印法/,
    mend: /searchTerms/,
  },
  {
    rule: 'unitsNamedOnce',
    title: 'a name that two units have is told, with the file of the other',
    change: { 'units/yi.yaml': replace('kind: unit', 'aliases: [区甲]\nkind: unit') },
    file: 'units/yi.yaml',
    line: 'aliases',
    path: 'aliases.0',
    found: /“区甲”，units\/jia\.yaml 里已经有/,
    expected: /只属于一个单位/,
    mend: /合成一个/,
  },
  {
    rule: 'unitsNamed',
    title: 'a unit that no measure or task names is told',
    change: { 'units/bing.yaml': 'name: 区丙局\nkind: unit\n' },
    file: 'units/bing.yaml',
    line: 1,
    path: 'name',
    found: /“区丙局”，没有一条措施或任务提到它/,
    expected: /责任单位里出现/,
    mend: /删去这个文件/,
  },
  {
    rule: 'topicsApart',
    title: 'two needs of one rank are told',
    change: { 'topics/power.yaml': replace('order: 2', 'order: 1') },
    file: 'topics/power.yaml',
    line: 3,
    path: 'order',
    found: /1，与 topics\/funding\.yaml 相同/,
    expected: /次序不同/,
    mend: /另一个/,
  },
  {
    rule: 'topicsApart',
    title: 'two needs of one name are told',
    change: { 'topics/power.yaml': replace('name: 用电', 'name: 融资') },
    file: 'topics/power.yaml',
    line: 1,
    path: 'name',
    found: /融资，与 topics\/funding\.yaml 相同/,
    expected: /名称不同/,
    mend: /另一个/,
  },
  {
    rule: 'topicsUsed',
    title: 'a need that no task meets is told',
    change: { 'topics/tax.yaml': 'name: 办税\nkind: need\norder: 3\n' },
    file: 'topics/tax.yaml',
    line: 1,
    path: 'name',
    found: /主题“办税”（tax），没有一项任务对应/,
    expected: /至少对应一项任务/,
    mend: /topics 里写上 tax/,
  },
  {
    rule: 'needsGiven',
    title: 'a task with an audience and no need is told',
    change: {
      'topics/small.yaml': 'name: 小微企业\nkind: audience\norder: 1\n',
      [m1]: replace('units: 区甲\n', 'units: 区甲\n    topics: [small]\n'),
    },
    file: m1,
    line: 'topics: [small]',
    path: 'tasks.0.topics',
    found: /第1项的主题是 small，没有一个是需求/,
    expected: /至少一个需求/,
    mend: /补上一个需求/,
  },
  {
    rule: 'featuredKnown',
    title: 'a target for the front page that is none is told, with the nearest',
    change: { [plan]: replace('annex:', 'featured: [meeting]\nannex:') },
    file: plan,
    line: 'featured: [meeting]',
    path: 'featured.0',
    found: /“meeting”，没有这个目标/,
    expected: /这份方案里目标的 id/,
    mend: /最接近的是“meetings”/,
  },
  {
    rule: 'featuredKnown',
    title: 'a limit is no target for the front page',
    change: { [plan]: replace('annex:', 'featured: [days]\nannex:') },
    file: plan,
    line: 'featured: [days]',
    path: 'featured.0',
    found: /“days”，没有这个目标/,
    expected: /上限和时限不列在首页/,
    mend: /没有相近的/,
  },
  {
    rule: 'featuredKnown',
    title: 'a target that is named twice for the front page is told',
    change: { [plan]: replace('annex:', 'featured: [meetings, meetings]\nannex:') },
    file: plan,
    line: 'featured: [meetings, meetings]',
    path: 'featured.1',
    found: /写了两次/,
    expected: /每个写一次/,
    mend: /删去一处/,
  },
  {
    rule: 'whomQuoted',
    title: 'a task said to be for someone whom its text does not name is told',
    change: { [m1]: replace('units: 区甲\n', 'units: 区甲\n    whom: [小微企业]\n') },
    file: m1,
    line: 'whom: [小微企业]',
    path: 'tasks.0.whom.0',
    found: /“小微企业”，第1项里没有这几个字/,
    expected: /一字不差/,
    mend: /从这一项的 text 里复制/,
  },
  {
    rule: 'termsQuoted',
    title: 'a term that the document does not quote is told',
    change: { [plan]: replace('annex:', 'terms:\n  - term: 融资机制\nannex:') },
    file: plan,
    line: 'term: 融资机制',
    path: 'terms.0.term',
    found: /没有用“”引起来的这个词/,
    expected: /引起来的词/,
    mend: /照原文改正/,
  },
  {
    rule: 'termsQuoted',
    title: 'a term explained in words of another sentence is told',
    change: { [plan]: replace('annex:', 'terms:\n  - term: 百日办结\n    words: 融资机制\nannex:') },
    file: plan,
    line: 'words: 融资机制',
    path: 'terms.0.words',
    found: /不在带有“百日办结”的句子里/,
    expected: /同一句的原话/,
    mend: /从原文复制/,
  },
  {
    rule: 'termsQuoted',
    title: 'a term that is explained twice is told',
    change: { [plan]: replace('annex:', 'terms:\n  - term: 百日办结\n  - term: 百日办结\nannex:') },
    file: plan,
    line: 22,
    path: 'terms.1.term',
    found: /写了两次/,
    expected: /写一次/,
    mend: /合成一处/,
  },
  {
    rule: 'thesaurusWords',
    title: 'a reader’s word that is explained twice is told',
    change: { [thesaurus]: replace('words: [贷款]', 'words: [贷款, 电价]') },
    file: thesaurus,
    line: 5,
    path: 'synonyms.1.words.1',
    found: /“电价”，第1条里已经有/,
    expected: /只写在一条里/,
    mend: /合在一处/,
  },
  {
    rule: 'thesaurusMeans',
    title: 'a meaning that is not in the documents is told',
    change: { [thesaurus]: replace('means: [融资]', 'means: [信贷]') },
    file: thesaurus,
    line: 'means: [信贷]',
    path: 'synonyms.1.means.0',
    found: /“信贷”，文件里没有/,
    expected: /逐字出现/,
    mend: /复制原文/,
  },
  {
    rule: 'thesaurusLeads',
    title: 'a word that leads to nothing but itself is told',
    change: { [thesaurus]: replace('words: [贷款]', 'words: [融]') },
    file: thesaurus,
    line: 'words: [融]',
    path: 'synonyms.1.words.0',
    found: /“融” → “融资”，右边的词都含有左边的词/,
    expected: /搜不到时/,
    mend: /删去这个说法/,
  },
  {
    rule: 'searchTerms',
    title: 'a search term that is the name itself is told',
    change: { 'units/jia.yaml': replace('[甲单位]', '[甲单位, 区甲]') },
    file: 'units/jia.yaml',
    line: 'searchTerms',
    path: 'searchTerms.1',
    found: /“区甲”就是名称/,
    expected: /名称以外/,
    mend: /删去/,
  },
  {
    rule: 'searchTerms',
    title: 'a search term that is there twice is told',
    change: { [m1]: replace('[银行]', '[银行, 银行]') },
    file: m1,
    line: 'searchTerms',
    path: 'searchTerms.1',
    found: /“银行”写了两次/,
    expected: /各写一次/,
    mend: /删去/,
  },
];

for (const fault of faults) faultTest(fault, unsourced);

faultTest({
  title: 'a word of the text that is not the source’s is told, with both readings and the line of the source',
  change: { [m1]: both(replace('\n深化融资机制', '\n深化融资体制')) },
  file: m1,
  line: '\u6df1化融资体制',
  found: /“1\.强化要素。深化融资”之后是“体制，/,
  expected: /source\.txt 第19行作“1\.强化要素。深化融资机制/,
  mend: /corrections\.yaml/,
});

faultTest({
  title: 'a plan whose corrections say how its document is printed may not be without that document',
  change: { 'plans/mini/source.txt': null },
  file: 'plans/mini/source.txt',
  line: 1,
  found: /没有这个文件/,
  expected: /原件的全文.*m01-break/,
  mend: /恢复 source\.txt/,
});

/** One slip with numbers or files, and the one problem that it is: what follows from it in other files is not told. */
const causes: { title: string; change: Changes; told: string }[] = [
  {
    title: 'a number that two tasks have',
    change: { [m1]: replace('- number: 2', '- number: 1') },
    told: `${m1} 第1项，与 ${m1} 里的第1项任务重复`,
  },
  {
    title: 'a task that was deleted',
    change: {
      [m1]: replace(
        '  - number: 2\n    text: 切实降低企业用电成本。\n    units: 区甲局、区乙办\n    topics: [power]\n',
        '',
      ),
    },
    told: `${m2} 第1项之后是第3项，缺第2项`,
  },
  {
    title: 'two tasks in the wrong order',
    change: {
      [m1]: (text) =>
        text
          .replace('number: 1\n    inn', 'number: 2\n    inn')
          .replace('number: 2\n    t', 'number: 1\n    t')
          .replace('task: 1', 'task: 2'),
    },
    told: `${m1} 第1项不在本措施的范围内`,
  },
  { title: 'the last measure deleted', change: { [m2]: null }, told: `${m2} 没有这个文件` },
  { title: 'all measures deleted', change: { [m1]: null, [m2]: null }, told: `${m1} measures 文件夹里没有措施` },
  {
    title: 'a copy of one measure in the place of another',
    change: { [m2]: mini[m1] ?? '' },
    told: `${m2} 编号 1，与 ${m1} 重复`,
  },
];
for (const { title, change, told } of causes)
  test(`${title} is told, and no correction, unit, word or line that it takes along`, () => {
    assert.deepEqual(
      checkWith(change).problems.map(({ file, found }) => `${file} ${found}`),
      [told],
    );
  });

faultTest({
  title: 'a measure’s text in two paragraphs is told where no correction says that the document breaks there',
  change: { [m2]: replace('，解决突处', '，\n\n解决突处') },
  file: m2,
  line: '解决突处',
  found: /在这里另起一段/,
  expected: /写成一段/,
  mend: /break/,
});

test('a measure’s text may be in two paragraphs where a correction says that the document breaks', () => {
  assert.deepEqual(checkWith({ [m1]: replace('场。切实降低', '场。切实\n\n降低') }).problems.length, 0);
});

test('a number far too great is one problem, told at once', () => {
  const { problems } = checkWith({ [m2]: replace('number: 3', 'number: 9007199254740991') }, unsourced);
  assert.deepEqual(
    problems.filter(({ path }) => path.includes('number')).map(({ found }) => found),
    ['第2项之后是第9007199254740991项，缺第3至9007199254740990项'],
  );
});

test('words that explain each other in a circle are told at each step', () => {
  const { problems } = checkWith({
    [thesaurus]: replace('words: [贷款]\n    means: [融资]', 'words: [用电成本]\n    means: [电费, 融资]'),
  });
  assert.deepEqual(
    problems.map(({ path, found }) => `${path.join('.')} ${found}`),
    [
      'synonyms.0.words.0 绕回了自己：电费 → 用电成本 → 电费',
      'synonyms.1.words.0 绕回了自己：用电成本 → 电费 → 用电成本',
      'synonyms.1.means.0 “电费”，文件里没有',
    ],
  );
});

test('plans that replace each other in a circle are told at each', () => {
  const { problems } = checkWith({ ...inSecond(secondPlan, replacedBy('mini')), [plan]: replacedBy('second') });
  assert.deepEqual(
    problems.map(({ file, found }) => `${file} ${found}`),
    [`${plan} 绕回了自己：mini → second → mini`, `${secondPlan} 绕回了自己：second → mini → second`],
  );
});

test('every rule has a fixture that it refuses', () => {
  const covered = new Set<string>([...faults.map(({ rule }) => rule), 'fidelity', 'sourceThere']);
  assert.deepEqual(
    Object.keys(rules).filter((rule) => !covered.has(rule)),
    [],
  );
});

test('the small folder passes every rule', () => {
  assert.deepEqual(checkWith().problems, []);
});

/** What comes near to a fault and is none. */
const fine: { title: string; change: Changes }[] = [
  {
    title: 'a correction may be recorded on the day of the document',
    change: { [corrections]: replace('suggestion: 突出问题', 'suggestion: 突出问题\n    recordedOn: 2025-03-28') },
  },
  {
    title: 'a document in another form may be kept beside, and then is not compared',
    change: { [m2]: replace('推行“百日办结”，解决突处', '推广“百日办结”，解决突处') },
  },
  {
    title: 'a unit may be named by another of its names',
    change: { [m1]: replace('units: 区甲局、区乙办\n    topics', 'units: 区甲、区乙办\n    topics') },
  },
  {
    title: 'a task may say in other words than any measure what it asks',
    change: { [m1]: replace('text: 切实降低企业用电成本', 'text: 电价不再上涨') },
  },
  {
    title: 'a target may quote the task alone',
    change: { [m1]: replace('\n深化融资机制，全年组织银企对接会不少于50场。', '\n') },
  },
  {
    title: 'a task may answer no need of enterprises',
    change: { [m1]: replace('units: 区甲\n', 'units: 区甲\n    topics: []\n') },
  },
  {
    title: 'a task may say whom it is for in its own words',
    change: { [m1]: replace('units: 区甲\n', 'units: 区甲\n    whom: [银企]\n') },
  },
  {
    title: 'a term may be explained in the words beside it',
    change: { [plan]: replace('annex:', 'terms:\n  - term: 百日办结\n    words: 解决突出问题\nannex:') },
  },
  {
    title: 'a plan may be replaced by another, or ended, on the word of a document',
    change: {
      ...inSecond(
        secondPlan,
        replace('environments:', 'status:\n  kind: ended\n  on: 2026-01-01\n  basis: 公告。\nenvironments:'),
      ),
      [plan]: replacedBy('second'),
    },
  },
  {
    title: 'a measure may carry out an upper document whose text is not there yet',
    change: { [m2]: replace('topics:', 'carriesOut:\n  - number: 大政〔2025〕2号\n    measures: [40]\ntopics:') },
  },
  {
    title: 'a measure and a task may continue those of another plan',
    change: {
      ...second,
      [m2]: both(
        replace('topics:', 'continues: second/1\ntopics:'),
        replace('    units: 区乙办\n', '    units: 区乙办\n    continues: second/2\n'),
      ),
    },
  },
  {
    title: 'a number may be bounded from above',
    change: {
      [m1]: both((text) => text.replaceAll('不少于50场', '不得超过50场'), replace("operator: '>='", "operator: '<='")),
    },
  },
  {
    title: 'figures and signs of percent may be in full width',
    change: { [m1]: both((text) => text.replaceAll('不少于50场', '不少于５０％'), replace('unit: 场', "unit: '％'")) },
  },
  {
    title: 'a number may be said to be more than is written',
    change: {
      [m1]: both((text) => text.replaceAll('不少于50场', '50余场'), replace("operator: '>='", "operator: '='")),
    },
  },
  {
    title: 'a number may be written in Chinese',
    change: { [m1]: (text) => text.replaceAll('不少于50场', '不少于五十场') },
  },
  {
    title: 'a bound of another number beside it leaves a number exact',
    change: {
      [m1]: (text) =>
        text.replaceAll('全年组织银企对接会不少于50场', '全年组织百家以上银企对接会50场').replace("'>='", "'='"),
    },
  },
  {
    title: 'a number that only the text of the measure has may be given to any of its tasks',
    change: {
      [m1]: both(
        replace('text: 深化融资机制，全年组织银企对接会不少于50场', 'text: 深化融资机制，全年组织银企对接会'),
        replace('task: 1', 'task: 2'),
      ),
    },
  },
  {
    title: 'a word that the documents use may lead to another of theirs',
    change: { [thesaurus]: replace('words: [贷款]', 'words: [机制]') },
  },
  {
    title: 'a search term may belong to several measures',
    change: { [m2]: replace('topics: [funding]', 'topics: [funding]\nsearchTerms: [银行]') },
  },
  {
    title: 'a blank may stand between a character and a letter or figure',
    change: { [m2]: replace('推行“百日办结”，解决突处', '推行 AI “百日办结”，解决突处') },
  },
];
for (const { title, change } of fine)
  test(title, () => {
    assert.deepEqual(checkWith(change, unsourced).problems, []);
  });

test('two plans count their measures and tasks each for itself', () => {
  const { handbook, problems } = checkWith(second);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    handbook.plans.map(({ id, tasks }) => `${id} ${tasks.length}`),
    ['mini 3', 'second 3'],
  );
});
