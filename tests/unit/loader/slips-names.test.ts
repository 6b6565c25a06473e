import { type Slip, slipTests } from '../../fixtures/cases.ts';

/* Fields by the names that editors give them. */

const m2 = 'plans/mini/measures/02.mdx';
const plan = 'plans/mini/plan.mdx';
const unit = 'units/jia.yaml';
const topic = 'topics/power.yaml';
const thesaurus = 'search/thesaurus.yaml';
const questions = 'plans/mini/questions/01.yaml';
const site = 'site.yaml';
const elsewhere = 'search/elsewhere.yaml';
const m1 = 'plans/mini/measures/01.mdx';

const slips: Slip[] = [
  [m2, 'title: 规范执法', '标题: 规范执法', '3 标题 查到：字段“标题” 应为：…… 改法：“标题”写成 title'],
  [plan, 'shortTitle: 方案', '简称: 方案', '3 简称 查到：字段“简称” 应为：…… 改法：“简称”写成 shortTitle'],
  [
    plan,
    '  - title: 市场环境\n    short: 市场',
    '  - 标题: 市场环境\n    短名: 市场',
    '16 environments[1].标题 查到：字段“标题” 应为：…… 改法：“标题”写成 title',
    '17 environments[1].短名 查到：字段“短名” 应为：…… 改法：“短名”写成 short',
  ],
  [
    unit,
    'aliases: [区甲]',
    '别名: 区甲',
    '2 aliases 查到：“区甲” 应为：列表，每一项以“- ”开头另起一行，或写在 [ ] 里 改法：写成 [区甲]',
    '2 别名 查到：字段“别名” 应为：…… 改法：“别名”写成 aliases',
  ],
  [
    unit,
    'kind: unit',
    'kind: unit\ncontact:\n  电话: 027-83890000\n  来源: https://www.example.gov.cn/a\n  日期: 2025-01-02',
    '5 contact.电话 查到：字段“电话” 应为：…… 改法：“电话”写成 phone',
    '6 contact.来源 查到：字段“来源” 应为：…… 改法：“来源”写成 source',
    '7 contact.日期 查到：字段“日期” 应为：…… 改法：“日期”写成 date',
  ],
  [topic, 'name: 用电', '名称: 用电', '1 名称 查到：字段“名称” 应为：…… 改法：“名称”写成 name'],
  [
    thesaurus,
    'words: [电费, 电价]',
    '读者的说法: [电费, 电价]',
    '2 synonyms[1].读者的说法 查到：字段“读者的说法” 应为：…… 改法：“读者的说法”写成 words',
  ],
  [
    questions,
    '    questions: [想跟行长当面谈谈]',
    '    问题: [想跟行长当面谈谈]',
    '3 answers[1].问题 查到：字段“问题” 应为：…… 改法：“问题”写成 questions',
  ],
  [site, 'name: 小手册', '手册名称: 小手册', '1 手册名称 查到：字段“手册名称” 应为：…… 改法：“手册名称”写成 name'],
  [
    elsewhere,
    '  - matter: 护照',
    '  - 事项: 护照',
    '8 matters[2].事项 查到：字段“事项” 应为：…… 改法：“事项”写成 matter',
  ],
  [
    m1,
    '\nunits: 区甲局、区乙办',
    '\n责任单位: 区甲局、区乙办',
    '5 责任单位 查到：字段“责任单位” 应为：…… 改法：“责任单位”写成 units',
  ],
  [
    m1,
    'searchTerms: [银行]',
    'SearchTerms: [银行]',
    '7 SearchTerms 查到：字段“SearchTerms” 应为：…… 改法：“SearchTerms”写成 searchTerms',
  ],
  [
    m1,
    'searchTerms: [银行]',
    '搜索词: 银行',
    '7 searchTerms 查到：“银行” 应为：列表，每一项以“- ”开头另起一行，或写在 [ ] 里 改法：写成 [银行]',
    '7 搜索词 查到：字段“搜索词” 应为：…… 改法：“搜索词”写成 searchTerms',
  ],
  [
    m1,
    'searchTerms: [银行]',
    'search_terms: [银行]',
    '7 search_terms 查到：字段“search_terms” 应为：…… 改法：“search_terms”写成 searchTerms',
  ],
  [
    m1,
    '    task: 1\n',
    '    task: 1\n    进展:\n      - 日期: 2025年6月30日\n        数值: 26\n        原话: 组织26场\n        来源:\n          标题: 某通报\n          网址: www.example.gov.cn/1\n',
    '17 targets[1].进展 查到：字段“进展” 应为：…… 改法：“进展”写成 progress',
    '18 targets[1].progress[1].date 查到：“2025年6月30日” 应为：2025-03-28 这样的、日历上有的日期 改法：写成 2025-06-30',
    '18 targets[1].progress[1].日期 查到：字段“日期” 应为：…… 改法：“日期”写成 date',
    '19 targets[1].progress[1].数值 查到：字段“数值” 应为：…… 改法：“数值”写成 value',
    '20 targets[1].progress[1].原话 查到：字段“原话” 应为：…… 改法：“原话”写成 words',
    '21 targets[1].progress[1].来源 查到：字段“来源” 应为：…… 改法：“来源”写成 source',
    '22 targets[1].progress[1].source.标题 查到：字段“标题” 应为：…… 改法：“标题”写成 title',
    '23 targets[1].progress[1].source.url 查到：“www.example.gov.cn/1” 应为：http:// 或 https:// 开头的网址 改法：写成 https://www.example.gov.cn/1',
    '23 targets[1].progress[1].source.网址 查到：字段“网址” 应为：…… 改法：“网址”写成 url',
  ],
];

slipTests(slips);
