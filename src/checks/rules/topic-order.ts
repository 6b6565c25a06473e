import { contentFiles } from '../../loader/paths.ts';
import { once, type Rule } from '../rule.ts';

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
          mend: '改成另一个',
        };
      }),
    ),
  ),
  bad: {
    'topics/power.yaml:3 order 查到：1，与 topics/funding.yaml 相同 应为：同一种主题的次序不同 改法：改成另一个': {
      'topics/power.yaml': { 'order: 2': 'order: 1' },
    },
    'topics/power.yaml:1 name 查到：融资，与 topics/funding.yaml 相同 应为：同一种主题的名称不同 改法：改成另一个': {
      'topics/power.yaml': { 'name: 用电': 'name: 融资' },
    },
  },
};
