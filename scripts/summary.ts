import type { Handbook } from '../src/handbook/model.ts';
import { type TopicKind, topicKinds } from '../src/schema/topic.ts';
import { type UnitKind, unitKinds } from '../src/schema/unit.ts';

/** What a checked handbook holds, and which settings of the site are still to be given, as text for an editor. */
export function summary({ plans, units, topics, site }: Handbook): string {
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
      ({ number, title, measures, tasks, targets, limits, corrections }) =>
        `  ${number} ${title}：措施 ${measures.length} 条，任务 ${tasks.length} 项（自主创新 ${
          tasks.filter(({ innovation }) => innovation).length
        } 项），目标 ${targets.length} 个，限度 ${limits.length} 个，更正 ${corrections.length} 条`,
    ),
    `  单位登记 ${units.length} 个：${kinds}；${ways}`,
    ...(blank.length > 0 ? [`site.yaml 里尚未填写（不影响发布，页面上不出现）：${blank.join('、')}`] : []),
  ].join('\n');
}

/** The fields without a value, by their names from the root. */
function blankFields(value: object, root = ''): string[] {
  return Object.entries(value).flatMap(([key, inside]) => {
    if (inside === undefined) return [`${root}${key}`];
    return typeof inside === 'object' ? blankFields(inside, `${root}${key}.`) : [];
  });
}
