import type { Handbook } from '../model/types.ts';
import { fieldsAt } from '../schema/error-map.ts';
import { siteSchema } from '../schema/site.ts';
import { type TopicKind, topicKinds } from '../schema/topic.ts';
import { type UnitKind, unitKinds } from '../schema/unit.ts';

/**
 * What a checked handbook holds, and which settings of the site are still to be given, as text for an editor.
 * Says of the plans in `unproven` that they were held against no document, and of those in `unsealed` that a change of it would pass unseen.
 */
export function summary(
  { plans, units, topics, site }: Handbook,
  unproven: readonly string[],
  unsealed: readonly string[] = [],
): string {
  const ofKind = (kind: UnitKind) => units.filter((unit) => unit.kind === kind).length;
  const kinds = (Object.keys(unitKinds) as UnitKind[]).map((kind) => `${unitKinds[kind]} ${ofKind(kind)}`).join('，');
  const topicsOf = (kind: TopicKind) => topics.filter((topic) => topic.kind === kind).length;
  const ways = (Object.keys(topicKinds) as TopicKind[])
    .map((kind) => `${topicKinds[kind]} ${topicsOf(kind)}`)
    .join('，');
  const blank = blankFields(site);
  return [
    '内容检查通过。',
    ...plans.map(
      ({ id, number, title, measures, tasks, targets, limits, corrections }) =>
        `  ${[number, title].filter(Boolean).join(' ')}：措施 ${measures.length} 条，任务 ${tasks.length} 项（自主创新 ${
          tasks.filter(({ innovation }) => innovation).length
        } 项），目标 ${targets.length} 个，限度 ${limits.length} 个，更正 ${corrections.length} 条${
          unproven.includes(id) ? '；没有 source.txt，未核对原件' : ''
        }`,
    ),
    ...unsealed.map(
      (id) => `  plans/${id}/source.txt 没有登记校验和，原件变了检查看不出来：运行 npm run new -- seal --plan ${id}`,
    ),
    `  单位登记 ${units.length} 个：${kinds}；${ways}`,
    ...(blank.length > 0 ? [`site.yaml 里尚未填写（页面上不出现）：${blank.join('、')}`] : []),
    ...(site.origin ? [] : withoutOrigin),
  ].join('\n');
}

/** What is left out of the site until its address is known, as it would be invalid without. */
const withoutOrigin = [
  '注意：site.yaml 没有填写 origin（网站的协议和域名），因此：',
  '  不生成 sitemap.xml（供搜索引擎收录）、feed.xml（供订阅）、opensearch.xml（供浏览器添加搜索）和分享图片；',
  '  网页没有规范网址和供搜索引擎读取的当前位置，文档和打印页不印网址；',
  '  数据、Markdown 和 llms.txt 里的网址只有路径，离开本站打不开。',
];

/** Settings that a page on a portal may not go without; the rest may stay blank. */
const demanded = ['origin', 'organiser', 'records.siteCode', 'records.icp'];

/** Words and hosts that stand for a value still to come. */
const placeholder = /example\.|localhost|待定|待填|暂无|TODO|XXX|×{2,}|x{3,}|^0+$|^test/iu;

/** What keeps a site from being published: settings that are blank or hold a placeholder, as text for the publisher. */
export function unfitForProduction({ site }: Handbook): string[] {
  const plain = site.origin?.startsWith('http:') ? ['origin：正式发布的网址应以 https:// 开头'] : [];
  return [
    ...blankFields(site)
      .filter((field) => demanded.includes(field))
      .map((field) => `${field}：还没有填写`),
    ...fieldsOf(site)
      .filter(([, value]) => typeof value === 'string' && placeholder.test(value))
      .map(([field, value]) => `${field}：“${value}”像是占位，应换成真实的内容`),
    ...plain,
    ...(site.preview ? ['preview：写着 true，这是预览的设置；删去这一行'] : []),
  ];
}

/** All settings by their names from the root; undefined where they are blank or left out. */
function fieldsOf(site: Handbook['site']): [field: string, value: unknown][] {
  const values = site as Record<string, unknown>;
  return fieldsAt(siteSchema, [], site).flatMap((key): [string, unknown][] => {
    const value = values[key];
    const inside = fieldsAt(siteSchema, [key], site);
    if (inside.length === 0) return [[key, value]];
    return inside.map((field) => [`${key}.${field}`, (value as Record<string, unknown>)[field]]);
  });
}

const blankFields = (site: Handbook['site']) =>
  fieldsOf(site)
    .filter(([, value]) => value === undefined)
    .map(([field]) => field);
