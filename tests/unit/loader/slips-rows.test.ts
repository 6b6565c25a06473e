import { type Slip, slipTests } from '../../fixtures/cases.ts';

/* Rows that YAML reads otherwise or not at all: indentation, signs, brackets, quotes, dashes. */

const m1 = 'plans/mini/measures/01.mdx';
const thesaurus = 'search/thesaurus.yaml';
const site = 'site.yaml';
const plan = 'plans/mini/plan.mdx';
const unit = 'units/jia.yaml';
const topic = 'topics/power.yaml';
const questions = 'plans/mini/questions/01.yaml';
const corrections = 'plans/mini/corrections.yaml';
const elsewhere = 'search/elsewhere.yaml';
const m2 = 'plans/mini/measures/02.mdx';

const slips: Slip[] = [
  [
    m1,
    "operator: '>='",
    'operator: >=',
    "11 查到：>= 没有写在引号里：operator: >= 应为：每行一个“字段: 值”，缩进对齐 改法：写成 '>='（连同英文单引号）",
  ],
  [
    thesaurus,
    '  - words: [贷款]\n    means: [融资]\n    reason: 近义',
    '- words: [贷款]\n  means: [融资]\n  reason: 近义',
    '5 查到：行首有 0 个空格：- words: [贷款] 应为：每行一个“字段: 值”，缩进对齐 改法：改成 2 个空格，与上面的“- ”对齐；从这一行起的 3 行都多空 2 个',
  ],
  [
    site,
    '  icp:\n',
    ' icp:\n',
    '9 查到：行首有 1 个空格：icp: 应为：每行一个“字段: 值”，缩进对齐 改法：改成 2 个空格，与同级的字段对齐',
  ],
  [
    m1,
    '    units: 区甲\n',
    '  units: 区甲\n',
    '21 查到：行首有 2 个空格：units: 区甲 应为：每行一个“字段: 值”，缩进对齐 改法：改成 4 个空格，与同级的字段对齐',
  ],
  [
    plan,
    'issuer: 小区办公室',
    '发文机关：小区办公室',
    '9 查到：字段后面是中文冒号：发文机关：小区办公室 应为：每行一个“字段: 值”，缩进对齐 改法：把“：”改成英文半角的“:”，后面空一格',
    '9 发文机关 查到：字段“发文机关” 应为：…… 改法：“发文机关”写成 issuer',
  ],
  [
    plan,
    '  columns: [序号, 工作措施, 主要内容, 责任单位]',
    '  columns: [序号, 工作措施, 主要内容, 责任单位】',
    '22 查到：括号不是英文的：columns: [序号, 工作措施, 主要内容, 责任单位】 应为：每行一个“字段: 值”，缩进对齐 改法：用英文的 [ ]、{ }：写成 columns: [序号, 工作措施, 主要内容, 责任单位]',
  ],
  [
    unit,
    'aliases: [区甲]',
    'aliases:\n– 区甲',
    '3 查到：列表项的开头不是“- ”：– 区甲 应为：每行一个“字段: 值”，缩进对齐 改法：写成英文减号 - 加一个空格，再写内容',
  ],
  [
    unit,
    'kind: unit',
    '类别：一个单位',
    '3 查到：字段后面是中文冒号：类别：一个单位 应为：每行一个“字段: 值”，缩进对齐 改法：把“：”改成英文半角的“:”，后面空一格',
    '3 kind 查到：“一个单位” 应为：unit、collective、group 之一 改法：写成 unit',
    '3 类别 查到：字段“类别” 应为：…… 改法：“类别”写成 kind',
  ],
  [
    unit,
    'name: 区甲局',
    "name: '区甲局",
    "1 查到：' 没有配对的 '：name: '区甲局 应为：每行一个“字段: 值”，缩进对齐 改法：在这一行的末尾补上 '",
  ],
  [
    unit,
    'kind: unit',
    'kind: unit\nnote: 注意: 另有说明',
    "4 查到：值里有对 YAML 有特殊含义的符号：note: 注意: 另有说明 应为：每行一个“字段: 值”，缩进对齐 改法：用英文单引号括住整个值：写成 note: '注意: 另有说明'",
  ],
  [
    topic,
    'name: 用电',
    'name:用电',
    '1 查到：冒号后面没有空格：name:用电 应为：每行一个“字段: 值”，缩进对齐 改法：在冒号后面空一格',
  ],
  [
    topic,
    'name: 用电',
    '\u3000name: 用电',
    '1 查到：行首有全角空格（U+3000）：name: 用电 应为：每行一个“字段: 值”，缩进对齐 改法：删去行首的空白，用空格键重新缩进，与同级的字段对齐',
  ],
  [
    thesaurus,
    '    means: [用电成本]',
    '   means: [用电成本]',
    '3 查到：行首有 3 个空格：means: [用电成本] 应为：每行一个“字段: 值”，缩进对齐 改法：改成 4 个空格，与同级的字段对齐',
  ],
  [
    thesaurus,
    'means: [用电成本]',
    'means: [用电成本',
    '3 查到：[ 没有配对的 ]：means: [用电成本 应为：每行一个“字段: 值”，缩进对齐 改法：在这一行的末尾补上 ]',
  ],
  [
    thesaurus,
    '  - words: [贷款]',
    '  -words: [贷款]',
    '5 查到：列表项的开头不是“- ”：-words: [贷款] 应为：每行一个“字段: 值”，缩进对齐 改法：写成英文减号 - 加一个空格，再写内容',
  ],
  [
    thesaurus,
    '    reason: 俗称\n',
    '    reason: 俗称，见《条例》: 第三条\n',
    "4 查到：值里有对 YAML 有特殊含义的符号：reason: 俗称，见《条例》: 第三条 应为：每行一个“字段: 值”，缩进对齐 改法：用英文单引号括住整个值：写成 reason: '俗称，见《条例》: 第三条'",
  ],
  [
    questions,
    '      - 厂里用电太费钱',
    '     - 厂里用电太费钱',
    '8 查到：行首有 6 个空格：- 电表跳得吓人 应为：每行一个“字段: 值”，缩进对齐 改法：改成 5 个空格，与上面的“- ”对齐',
  ],
  [
    questions,
    '      - 厂里用电太费钱\n      - 电表跳得吓人',
    '      • 厂里用电太费钱\n      • 电表跳得吓人',
    '7 查到：列表项的开头不是“- ”：• 厂里用电太费钱 应为：每行一个“字段: 值”，缩进对齐 改法：写成英文减号 - 加一个空格，再写内容',
    '8 查到：列表项的开头不是“- ”：• 电表跳得吓人 应为：每行一个“字段: 值”，缩进对齐 改法：写成英文减号 - 加一个空格，再写内容',
  ],
  [
    corrections,
    'where: { measure: 2 }',
    'where:\n      measure：2',
    '11 查到：字段后面是中文冒号：measure：2 应为：每行一个“字段: 值”，缩进对齐 改法：把“：”改成英文半角的“:”，后面空一格',
  ],
  [
    site,
    'records:\n  siteCode:\n  icp:\n  police:',
    'records:\nsiteCode:\nicp:\npolice:',
    '8 查到：行首有 0 个空格：siteCode: 应为：每行一个“字段: 值”，缩进对齐 改法：改成 2 个空格，与同级的字段对齐；从这一行起的 3 行都多空 2 个',
  ],
  [
    site,
    'portal:\n  name:\n  url:',
    'portal:\n  name:门户\n  url:',
    '5 查到：冒号后面没有空格：name:门户 应为：每行一个“字段: 值”，缩进对齐 改法：在冒号后面空一格',
  ],
  [
    elsewhere,
    '    words: [护照]',
    '    words：[护照]',
    '9 查到：字段后面是中文冒号：words：[护照] 应为：每行一个“字段: 值”，缩进对齐 改法：把“：”改成英文半角的“:”，后面空一格',
  ],
  [
    m1,
    '---\nnumber: 1',
    '———\nnumber: 1',
    '1 查到：第一行是“———” 应为：文件以单独一行 --- 开头，写完字段再用单独一行 --- 结束，下面是正文 改法：写成 ---（三个英文减号，前后没有空格）',
  ],
  [
    m2,
    '---\n\n推行',
    '－－－\n\n推行',
    '19 查到：这一行是“－－－” 应为：文件以单独一行 --- 开头，写完字段再用单独一行 --- 结束，下面是正文 改法：写成 ---（三个英文减号，前后没有空格）',
  ],
  [
    m1,
    'unit: 场',
    'unit: %',
    "13 查到：值里有对 YAML 有特殊含义的符号：unit: % 应为：每行一个“字段: 值”，缩进对齐 改法：用英文单引号括住整个值：写成 unit: '%'",
    '13 targets[1].unit 查到：“%”，text 里这个数的后面不是它 应为：text 里紧接在这个数后面的计量单位 改法：照原话改正 unit；“万”“亿”算在数里，不写进 unit',
  ],
  [
    m1,
    '    text: 切实降低企业用电成本。',
    '    text: 切实降低企业\n用电成本。',
    '24 查到：一段文字断成了两行：用电成本。 应为：每行一个“字段: 值”，缩进对齐 改法：接到上一行的末尾；是写给自己看的说明，就在最前面加上 # 和一个空格',
  ],
  [
    m1,
    'searchTerms: [银行]',
    'searchTerms: ["银行]',
    '7 查到：引号不成对：searchTerms: ["银行] 应为：每行一个“字段: 值”，缩进对齐 改法：写成 searchTerms: [银行]',
  ],
  [
    m1,
    'searchTerms: [银行]',
    '  searchTerms: [银行]',
    '7 查到：行首有 2 个空格：searchTerms: [银行] 应为：每行一个“字段: 值”，缩进对齐 改法：改成 0 个空格，与同级的字段对齐',
  ],
  [
    m1,
    '  - number: 2\n    text',
    '  number: 2\n    text',
    '22 查到：列表项的开头没有“- ”：number: 2 应为：每行一个“字段: 值”，缩进对齐 改法：写成 - number: 2，行首 2 个空格',
  ],
  [
    m1,
    '  - number: 2\n    text',
    '    number: 2\n    text',
    '22 查到：列表项的开头没有“- ”：number: 2 应为：每行一个“字段: 值”，缩进对齐 改法：写成 - number: 2，行首 2 个空格',
  ],
];

slipTests(slips);
