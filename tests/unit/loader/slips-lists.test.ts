import { type Slip, slipTests } from '../../fixtures/cases.ts';

/* Units and topics, and the signs between them. */

const m1 = 'plans/mini/measures/01.mdx';
const m2 = 'plans/mini/measures/02.mdx';
const plan = 'plans/mini/plan.mdx';
const unit = 'units/jia.yaml';

const slips: Slip[] = [
  [
    m1,
    '\nunits: 区甲局、区乙办',
    '\nunits: 区甲局,区乙办',
    '5 units 查到：“区甲局,区乙办”，单位之间是英文逗号 应为：单位之间用顿号、（原文的写法） 改法：写成 区甲局、区乙办',
  ],
  [
    m1,
    '\nunits: 区甲局、区乙办',
    '\nunits: 区甲局 区乙办',
    '5 units 查到：“区甲局 区乙办”，单位之间是空格 应为：单位之间用顿号、（原文的写法） 改法：写成 区甲局、区乙办',
  ],
  [
    m1,
    '\nunits: 区甲局、区乙办',
    '\nunits: 区甲据、区乙班',
    '5 units 查到：单位“区甲据”不在登记里 应为：content/units/ 里登记的名称或别名 改法：最接近的是“区甲局”；如果是新单位，请在 content/units/ 新建一个文件',
    '5 units 查到：单位“区乙班”不在登记里 应为：content/units/ 里登记的名称或别名 改法：最接近的是“区乙办”；如果是新单位，请在 content/units/ 新建一个文件',
  ],
  [
    m1,
    'topics: [funding]',
    'topics: [funding，power]',
    '6 topics 查到：[funding，power] 应为：一项一个说法，各项之间用英文逗号“,”隔开，不用“，”“；”“、”和空格 改法：各项之间用英文逗号：写成 [funding, power]',
  ],
  [
    m1,
    'topics: [funding]',
    'topics: 【funding, power】',
    '6 topics 查到：“【funding, power】” 应为：列表，每一项以“- ”开头另起一行，或写在 [ ] 里 改法：括号用英文的 [ ]：写成 [funding, power]',
  ],
  [
    m1,
    'topics: [funding]',
    'topics: [融资]',
    '6 topics[1] 查到：主题“融资” 应为：content/topics/ 里的一个文件名 改法：写成 funding（融资）',
  ],
  [
    m2,
    'topics: [funding]',
    'topics: []',
    '6 topics 查到：没有写“topics” 应为：content/topics/ 里的文件名，至少一个 改法：写 content/topics 里的文件名，例如 topics: [funding]',
  ],
  [
    plan,
    '  columns: [序号, 工作措施, 主要内容, 责任单位]',
    '  columns: 序号、工作措施、主要内容、责任单位',
    '22 annex.columns 查到：“序号、工作措施、主要内容、责任单位” 应为：列表，每一项以“- ”开头另起一行，或写在 [ ] 里 改法：写成 [序号, 工作措施, 主要内容, 责任单位]',
  ],
  [
    plan,
    '  columns: [序号, 工作措施, 主要内容, 责任单位]',
    '  columns: [序号，工作措施，主要内容，责任单位]',
    '22 annex.columns 查到：[序号，工作措施，主要内容，责任单位] 应为：至少两栏 改法：各项之间用英文逗号：写成 [序号, 工作措施, 主要内容, 责任单位]',
  ],
  [unit, 'kind: unit', 'kind: 单位', '3 kind 查到：“单位” 应为：unit、collective、group 之一 改法：写成 unit'],
  [
    m1,
    '    units: 区甲\n',
    '    units: 区甲。\n',
    '21 tasks[1].units 查到：“区甲。”，末尾多了标点 应为：单位之间用顿号、（原文的写法） 改法：写成 区甲',
  ],
  [
    m1,
    '\nunits: 区甲局、区乙办',
    '\nunits: 区甲局(牵头)、区乙办(配合)',
    '5 units 查到：“区甲局(牵头)、区乙办(配合)”，标点不对 应为：单位之间用顿号、（原文的写法） 改法：写成 区甲局（牵头）、区乙办（配合）',
  ],
  [
    m1,
    '\nunits: 区甲局、区乙办',
    '\nunits: 区甲局、区乙办、',
    '5 units 查到：“区甲局、区乙办、”，末尾多了标点 应为：单位之间用顿号、（原文的写法） 改法：写成 区甲局、区乙办',
  ],
  [
    m1,
    '\nunits: 区甲局、区乙办',
    '\nunits: 区 甲局、区乙办',
    '5 units 查到：“区 甲局、区乙办”，名称里有空格 应为：单位之间用顿号、（原文的写法） 改法：写成 区甲局、区乙办',
  ],
  [
    m1,
    '\nunits: 区甲局、区乙办',
    '\nunits: 区甲局和区乙办',
    '5 units 查到：“区甲局和区乙办”，单位之间是“和”或“与” 应为：单位之间用顿号、（原文的写法） 改法：写成 区甲局、区乙办',
  ],
];

slipTests(slips);
