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
];

slipTests(slips);
