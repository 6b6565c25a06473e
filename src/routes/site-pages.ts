/** A page of which the site has one, whatever plans it holds. */
interface SitePage {
  /** Relative to the base. */
  path: string;
  /** In the breadcrumb and in links that have no words of their own. */
  name: string;
  /** In the title, where it is not the name. */
  title?: string;
  /** What else readers call it, separated by blanks; by these words and its name it is found by search. */
  calls?: string;
  /** For search engines and share cards, where it does not follow from the content. */
  description?: string;
  /** Whether it continues on numbered pages below it, where there are more plans than one page holds. */
  paged?: true;
  /** Whether the footer links to it, and in which words if not by its name. */
  footer?: true | string;
  /** Whether the site map links to it beside the plans, units and topics. */
  siteMap?: true;
  /** Whether the page for missing addresses links to it, and in which words if not by its name. */
  notFound?: true | string;
}

/**
 * The pages of the site. An entry here and a file in `src/pages` that says `<Page subject={{ kind: '<key>' }}>` make a page: its
 * title, tags and breadcrumb, the links that lead to it, its place in `sitemap.xml` and the tests of all pages follow.
 */
const siteTable = {
  home: { path: '', name: '首页', calls: '主页', siteMap: true, notFound: true },
  search: {
    path: 'search/',
    name: '搜索',
    description: '在全部措施、任务、责任单位、量化目标和文件中搜索，找到原文那一句。',
    siteMap: true,
  },
  units: {
    path: 'units/',
    name: '责任单位',
    calls:
      '单位 部门 单位名单 单位名录 部门名单 单位索引 单位目录 各单位 责任部门 职能部门 牵头单位 配合单位 部门职责 单位职责 各部门职责 各单位职责',
    paged: true,
    notFound: true,
  },
  support: {
    path: 'support/',
    name: '找支持',
    calls:
      '支持 按需求 需求 企业需求 企业服务导航 联系电话 联系方式 咨询电话 电话号码 联系人 反映渠道 咨询渠道 诉求渠道',
    notFound: '按需求找支持',
  },
  terms: {
    path: 'terms/',
    name: '词语',
    title: '文件里的词语',
    calls: '术语 名词 名词解释 术语解释 词语解释 词汇表 术语表 专有名词 政策术语',
    paged: true,
    siteMap: true,
  },
  data: {
    path: 'data/',
    name: '开放数据',
    calls: '数据 数据下载 下载 下载数据 接口 csv json',
    description: '措施、任务清单、量化目标、责任单位的 CSV 和 JSON 文件，附每个字段的说明。',
    paged: true,
    footer: true,
    siteMap: true,
  },
  updates: {
    path: 'updates/',
    name: '更新记录',
    calls: '更新 最近更新 最新更新 更新日志 更新说明 修订记录 订阅 rss',
    description: '收录了哪些文件、登记了哪些更正、各单位公布了哪些进展，日期均取自文件和登记。',
    paged: true,
    footer: true,
    siteMap: true,
  },
  sitemap: {
    path: 'sitemap/',
    name: '网站地图',
    calls: '目录 站点地图 网站导航 全部页面',
    description: '手册的全部页面，按文件、责任单位和需求排列。',
    paged: true,
    footer: true,
  },
  offline: {
    path: 'offline/',
    name: '断网阅读',
    calls: '离线 离线阅读 离线版 断网 存到本机',
    description: '把手册存到本机，没有网络也能看、能搜索；存下什么、占多大、怎样删除。',
    footer: true,
    siteMap: true,
  },
  accessibility: {
    path: 'accessibility/',
    name: '无障碍说明',
    calls: '无障碍 无障碍声明',
    description: '手册为方便所有人阅读做了什么、怎样检查过、还有什么没有做到。',
    footer: true,
    siteMap: true,
  },
  licences: {
    path: 'licences/',
    name: '开源软件许可',
    calls: '许可 许可证 开源 开源许可 版权',
    description: '手册用到的开源软件和字体，及其许可文本。',
    footer: true,
    siteMap: true,
  },
} as const satisfies Record<string, SitePage>;
export type SitePageKind = keyof typeof siteTable;
export const sitePages: Readonly<Record<SitePageKind, SitePage>> = siteTable;

/** A page that each plan has. */
interface PlanPage {
  /** Relative to the base, from the plan's id. */
  path: (plan: string) => string;
  /** What else readers call it, separated by blanks; by these words and its name it is found by search. */
  calls: string;
  /** In the breadcrumb, the site map and the plan's own list of its pages; null where such a plan has no such page. */
  name: (plan: NamedPlan) => string | null;
}

/** What the names of a plan's pages depend on: its list, its own words, and whether its text was compared with the document as received. */
interface NamedPlan {
  annex?: unknown;
  words: { plan: string };
  compared: boolean;
}

/** The pages of each plan, in the order of the site map. */
const planTable = {
  plan: {
    path: (plan) => `plans/${plan}/`,
    name: ({ words }) => `${words.plan}原文`,
    calls: '方案 原文 全文 正文 文件 方案全文 文件全文 文件原文',
  },
  overview: {
    path: (plan) => `plans/${plan}/overview/`,
    name: () => '一页概览',
    calls: '概览 总览 概况 一图读懂 一图看懂 一张图 一页纸 一页 图解 政策图解',
  },
  tasks: {
    path: (plan) => `plans/${plan}/tasks/`,
    name: ({ annex }) => (annex ? '任务清单' : null),
    calls: '清单 任务 任务表 任务列表 任务分工 重点任务 重点任务清单 附件 附表 任务分解 任务分解表 责任清单',
  },
  targets: {
    path: (plan) => `plans/${plan}/targets/`,
    name: () => '量化目标',
    calls:
      '目标 指标 量化指标 年度目标 年度指标 目标任务 目标指标 目标值 任务目标 考核指标 主要目标 主要指标 目标台账 目标清单 目标表 指标清单 指标表',
  },
  collation: {
    path: (plan) => `plans/${plan}/collation/`,
    name: ({ annex, words, compared }) =>
      annex ? `${words.plan}与清单对照` : compared ? '更正记录' : '编辑所记的疑误',
    calls: '更正 勘误 更正记录 勘误表 更正说明 错字 错别字 印刷错误 对照 对照表 文字对照',
  },
  print: {
    path: (plan) => `plans/${plan}/print/`,
    name: () => '打印全文',
    calls: '打印 打印版 打印稿 打印清单 打印任务清单 打印方案 纸质版 打印文件',
  },
  'plan-data': {
    path: (plan) => `data/plans/${plan}/`,
    name: () => '文档下载',
    calls:
      '下载 下载清单 下载任务清单 清单下载 任务清单下载 导出 下载表格 下载excel 下载word word excel 表格 docx xlsx 填报表 填表',
  },
} as const satisfies Record<string, PlanPage>;
export type PlanPageKind = keyof typeof planTable;
export const planPages: Readonly<Record<PlanPageKind, PlanPage>> = planTable;

/** How a page of a plan is called; null where the plan has none. */
export const planPageName = (kind: PlanPageKind, plan: NamedPlan): string | null => planPages[kind].name(plan);

/** The pages that a plan has, in the order above. */
export const planPagesOf = (plan: NamedPlan & { id: string }): { kind: PlanPageKind; name: string; path: string }[] =>
  (Object.keys(planPages) as PlanPageKind[]).flatMap((kind) => {
    const name = planPageName(kind, plan);
    return name === null ? [] : [{ kind, name, path: planPages[kind].path(plan.id) }];
  });

/** The pages of a site that `place` links to, in the order above, each with the words of the link. */
export const linkedIn = (place: 'footer' | 'siteMap' | 'notFound'): { name: string; path: string }[] =>
  Object.values(sitePages).flatMap(({ name, path, [place]: words }) =>
    words ? [{ name: words === true ? name : words, path }] : [],
  );
