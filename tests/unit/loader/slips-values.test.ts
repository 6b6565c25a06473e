import { type Slip, slipTests } from '../../fixtures/cases.ts';

/* Words, lists and places as people write them. */

const corrections = 'plans/mini/corrections.yaml';
const plan = 'plans/mini/plan.mdx';
const unit = 'units/jia.yaml';
const topic = 'topics/power.yaml';
const thesaurus = 'search/thesaurus.yaml';
const questions = 'plans/mini/questions/01.yaml';
const site = 'site.yaml';
const m1 = 'plans/mini/measures/01.mdx';
const elsewhere = 'search/elsewhere.yaml';
const m2 = 'plans/mini/measures/02.mdx';

const slips: Slip[] = [
  [
    corrections,
    'where: { measure: 2 }',
    'where: 措施2',
    '10 corrections[2].where 查到：“措施2” 应为：measure: 措施号、task: 项号，或 part: body（总体要求和保障措施） 改法：写成 { measure: 2 }',
  ],
  [
    corrections,
    'where: { measure: 2 }',
    'where: { measure：2 }',
    '10 corrections[2].where 查到：一组字段（measure：2） 应为：measure: 措施号、task: 项号，或 part: body（总体要求和保障措施） 改法：冒号用英文半角的，后面空一格：写成 { measure: 2 }',
  ],
  [
    corrections,
    '',
    'corrections:\n',
    '1 corrections 查到：空白 应为：列表，每一项以“- ”开头另起一行，或写在 [ ] 里 改法：没有更正就写 corrections: []',
  ],
  [
    plan,
    'environments:',
    'status:\n  kind: replaced\n  by: 小政〔2026〕1号\n  basis: 第一条。\nenvironments:',
    '17 status.by 查到：文件“小政〔2026〕1号” 应为：content/plans/ 里的一个文件夹名 改法：文件夹名、文号或名称是“小政〔2026〕1号”的文件还没有收进来：先收进来，再写它的文件夹名',
  ],
  [
    plan,
    'issuedOn: 2025-03-28',
    'issuedOn: 2025-03-28 09:30',
    '10 查到：“2025-03-28 09:30”，各种程序读法不同 应为：文字、普通的数字或 2025-03-28 这样的日期 改法：是日期就写成 2025-03-28；是文字就用英文单引号括住整个值',
  ],
  [
    plan,
    'number: 小政〔2025〕1号',
    'number: 小政（2025）1号',
    '5 number 查到：“小政（2025）1号” 应为：以〔年份〕序号号结尾的发文字号，用六角括号〔〕 改法：写成 小政〔2025〕1号',
  ],
  [
    plan,
    'number: 小政〔2025〕1号',
    'number: 小政【2025】1号',
    '5 number 查到：“小政【2025】1号” 应为：以〔年份〕序号号结尾的发文字号，用六角括号〔〕 改法：写成 小政〔2025〕1号',
  ],
  [
    plan,
    'basis:\n  - title: 大方案\n    number: 大政〔2025〕2号',
    'basis:\n    title: 大方案\n    number: 大政〔2025〕2号',
    '12 basis 查到：一组字段（title、number） 应为：列表，每一项以“- ”开头另起一行，或写在 [ ] 里 改法：在这一组的第一个字段前面加上“- ”，其余各行再缩进两个空格',
  ],
  [
    unit,
    'aliases: [区甲]',
    'aliases: “区甲”',
    '2 aliases 查到：““区甲”” 应为：列表，每一项以“- ”开头另起一行，或写在 [ ] 里 改法：写成 [区甲]',
  ],
  [unit, 'kind: unit', 'kind: Unit', '3 kind 查到：“Unit” 应为：unit、collective、group 之一 改法：写成 unit'],
  [unit, 'kind: unit', 'kind: unit；', '3 kind 查到：“unit；” 应为：unit、collective、group 之一 改法：写成 unit'],
  [unit, 'name: 区甲局', 'name: “区甲局”', '1 name 查到：““区甲局”” 应为：名称，不带引号 改法：写成 区甲局'],
  [topic, 'kind: need', 'kind: 需要', '2 kind 查到：“需要” 应为：need、audience、stage 之一 改法：没有相近的'],
  [
    thesaurus,
    'words: [电费, 电价]',
    'words: [电费、电价]',
    '2 synonyms[1].words 查到：[电费、电价] 应为：一项一个说法，各项之间用英文逗号“,”隔开，不用“，”“；”“、”和空格 改法：各项之间用英文逗号：写成 [电费, 电价]',
  ],
  [
    thesaurus,
    'words: [电费, 电价]',
    'words: 电费，电价',
    '2 synonyms[1].words 查到：“电费，电价” 应为：列表，每一项以“- ”开头另起一行，或写在 [ ] 里 改法：写成 [电费, 电价]',
  ],
  [
    thesaurus,
    '    reason: 俗称\n',
    '    reason: *俗称\n',
    '4 查到：值以 * 开头 应为：每个值直接写出 改法：用英文单引号括住整个值；自主创新举措的 * 不写，改写 innovation: true',
  ],
  [
    questions,
    '    words: [借钱]',
    '    words: 借钱',
    '4 answers[1].words 查到：“借钱” 应为：列表，每一项以“- ”开头另起一行，或写在 [ ] 里 改法：写成 [借钱]',
  ],
  [
    corrections,
    'where: { measure: 2 }',
    'where: { 措施: 2 }',
    '10 corrections[2].where 查到：一组字段（措施） 应为：measure: 措施号、task: 项号，或 part: body（总体要求和保障措施） 改法：写成 { measure: 2 }',
  ],
  [
    corrections,
    'where: { measure: 2 }',
    "where: { measure: '2' }",
    '10 corrections[2].where 查到：一组字段（measure） 应为：measure: 措施号、task: 项号，或 part: body（总体要求和保障措施） 改法：写成 { measure: 2 }',
  ],
  [
    corrections,
    'where: { measure: 2 }',
    'where: measure 2',
    '10 corrections[2].where 查到：“measure 2” 应为：measure: 措施号、task: 项号，或 part: body（总体要求和保障措施） 改法：写成 { measure: 2 }',
  ],
  [
    corrections,
    'where: { measure: 2 }',
    'where: {measure:2}',
    '10 corrections[2].where 查到：一组字段（measure:2） 应为：measure: 措施号、task: 项号，或 part: body（总体要求和保障措施） 改法：冒号用英文半角的，后面空一格：写成 { measure: 2 }',
  ],
  [
    corrections,
    'certainty: low',
    'certainty: 存疑',
    '36 corrections[5].certainty 查到：“存疑” 应为：high、medium、low 之一 改法：写成 low',
  ],
  [
    corrections,
    'kind: misreading',
    'kind: 疑误',
    '9 corrections[2].kind 查到：“疑误” 应为：misreading、gap、restored、break、text-cells、unit-cells、merged-cells、page-heads、split-row、left-out 之一 改法：写成 misreading',
  ],
  [
    corrections,
    'reading: 切实｜降低',
    'reading: 切实|降低',
    '5 corrections[1].reading 查到：“切实|降低” 应为：有且只有一个 ｜，写在断开的地方 改法：写成 切实｜降低',
  ],
  [
    corrections,
    'rows: [1, 3]',
    'rows: 1、3',
    '46 corrections[7].rows 查到：“1、3” 应为：列表，每一项以“- ”开头另起一行，或写在 [ ] 里 改法：写成 [1, 3]',
  ],
  [
    corrections,
    '  - id: m02-chu',
    '  - id: M02_Chu',
    '8 corrections[2].id 查到：“M02_Chu” 应为：小写字母、数字和单个连字符，例如 bank-meetings 改法：写成 m02-chu',
  ],
  [
    site,
    'base: /\n',
    'base: yshj\n',
    '3 base 查到：“yshj” 应为：以 / 开头、以 / 结尾的路径，例如 / 或 /yshj/ 改法：写成 /yshj/',
  ],
  [
    site,
    'base: /\n',
    'base: /\norigin: https：//www.example.gov.cn\n',
    '4 origin 查到：“https：//www.example.gov.cn” 应为：http:// 或 https:// 开头的网址 改法：写成 https://www.example.gov.cn',
  ],
  [
    site,
    'base: /\n',
    'base: /\norigin: https://www.example.gov.cn/\n',
    '4 origin 查到：“https://www.example.gov.cn/” 应为：协议和域名，不带路径和结尾的 /，例如 https://www.example.gov.cn 改法：写成 https://www.example.gov.cn',
  ],
  [
    m1,
    '    units: 区甲\n',
    '    units:\n      - 区甲\n',
    '21 tasks[1].units 查到：[区甲] 应为：一行文字，或 printed 和 reads 的列表 改法：写成 区甲',
  ],
  [
    m1,
    "operator: '>='",
    'operator: ≥',
    "11 targets[1].operator 查到：“≥” 应为：>=、=、<= 之一 改法：写成 '>='（连同英文单引号）",
  ],
  [
    m1,
    "operator: '>='",
    'operator: ＞＝',
    "11 targets[1].operator 查到：“＞＝” 应为：>=、=、<= 之一 改法：写成 '>='（连同英文单引号）",
  ],
  [
    m1,
    "operator: '>='",
    'operator: 不少于',
    "11 targets[1].operator 查到：“不少于” 应为：>=、=、<= 之一 改法：写成 '>='（连同英文单引号）",
  ],
  [
    m1,
    'searchTerms: [银行]',
    'searchTerms: {银行, 信用社}',
    '7 searchTerms 查到：一组字段（银行、信用社） 应为：列表，每一项以“- ”开头另起一行，或写在 [ ] 里 改法：写成 [银行, 信用社]',
  ],
  [
    site,
    'base: /\n',
    'base: \\yshj\\\n',
    '3 base 查到：“\\yshj\\” 应为：以 / 开头、以 / 结尾的路径，例如 / 或 /yshj/ 改法：写成 /yshj/',
  ],
  [
    site,
    'base: /\n',
    'base: /\nunitPrefixes: 区、市\n',
    '4 unitPrefixes 查到：“区、市” 应为：列表，每一项以“- ”开头另起一行，或写在 [ ] 里 改法：写成 [区, 市]',
  ],
  [
    elsewhere,
    '    words: [护照]',
    '    words: [护照；出国]',
    '9 matters[2].words 查到：[护照；出国] 应为：一项一个说法，各项之间用英文逗号“,”隔开，不用“，”“；”“、”和空格 改法：各项之间用英文逗号：写成 [护照, 出国]',
  ],
  [
    m2,
    '    kind: deadline',
    '    kind: 时限',
    '9 limits[1].kind 查到：“时限” 应为：deadline、ceiling 之一 改法：写成 deadline',
  ],
  [
    m1,
    "operator: '>='",
    "operator: '=>'",
    "11 targets[1].operator 查到：“=>” 应为：>=、=、<= 之一 改法：写成 '>='（连同英文单引号）",
  ],
  [
    unit,
    'kind: unit',
    'kind: unit\nnature: 企业',
    '4 nature 查到：“企业” 应为：government、organisation 之一 改法：写成 organisation',
  ],
  [
    corrections,
    'kind: misreading',
    'kind: 漏字',
    '9 corrections[2].kind 查到：“漏字” 应为：misreading、gap、restored、break、text-cells、unit-cells、merged-cells、page-heads、split-row、left-out 之一 改法：写成 gap',
  ],
  [
    plan,
    'number: 小政〔2025〕1号',
    'number: 小政﹝2025﹞1号',
    '5 number 查到：“小政﹝2025﹞1号” 应为：以〔年份〕序号号结尾的发文字号，用六角括号〔〕 改法：写成 小政〔2025〕1号',
  ],
];

slipTests(slips);
