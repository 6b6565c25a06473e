import { contentFiles } from '../../loader/paths.ts';
import type { TopicData } from '../../schema/topic.ts';
import { once, type Rule } from '../rule.ts';

/** The first place among the topics of a kind that none of them has. */
function freeOrder(topics: readonly { data: TopicData }[], kind: TopicData['kind']): number {
  const taken = new Set(topics.filter(({ data }) => data.kind === kind).map(({ data }) => data.order));
  return Array.from({ length: taken.size + 1 }, (_, at) => at + 1).find((order) => !taken.has(order)) ?? 1;
}

export const rule: Rule = {
  id: 'topic-order',
  reason: 'Topics of one kind have each their own name and place.',
  needs: ['topics'],
  runs: once(({ entries: { topics } }) =>
    topics.flatMap(({ id, data }, index) =>
      (['name', 'order'] as const).flatMap((field) => {
        const twin = topics
          .slice(0, index)
          .find((other) => other.data.kind === data.kind && other.data[field] === data[field]);
        if (!twin) return [];
        return {
          file: contentFiles.topic(id),
          path: [field],
          found: `${data[field]}，与 ${contentFiles.topic(twin.id)} 相同`,
          expected: field === 'name' ? '同一种主题的名称不同' : '同一种主题的次序不同',
          mend: field === 'name' ? '改成另一个' : `改成没有用的，例如 ${freeOrder(topics, data.kind)}`,
        };
      }),
    ),
  ),
  bad: {
    'topics/power.yaml:3 order 查到：1，与 topics/funding.yaml 相同 应为：同一种主题的次序不同 改法：改成没有用的，例如 2':
      {
        'topics/power.yaml': { 'order: 2': 'order: 1' },
      },
    'topics/power.yaml:1 name 查到：融资，与 topics/funding.yaml 相同 应为：同一种主题的名称不同 改法：改成另一个': {
      'topics/power.yaml': { 'name: 用电': 'name: 融资' },
    },
  },
};
