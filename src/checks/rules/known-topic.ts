import { didYouMean } from '../../loader/did-you-mean.ts';
import { eachFile, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'known-topic',
  reason: 'A measure or task answers topics that there are.',
  needs: ['topics'],
  structural: true,
  runs: eachFile('measures', ['topics', 'tasks'], ({ data: { topics, tasks }, content: { entries } }) => {
    const known = entries.topics.map(({ id }) => id);
    const places = [
      { path: ['topics'], ids: topics ?? [] },
      ...tasks.map((task, index) => ({ path: ['tasks', index, 'topics'], ids: task.topics ?? [] })),
    ];
    return places.flatMap(({ path, ids }) =>
      [...ids.entries()]
        .filter(([, id]) => !known.includes(id))
        .map(([index, id]) => ({
          path: [...path, index],
          found: `主题“${id}”`,
          expected: 'content/topics/ 里的一个文件名',
          mend: didYouMean(id, known),
        })),
    );
  }),
  bad: {
    'measures/01.mdx:25 tasks[2].topics[1] 查到：主题“powr” 应为：content/topics/ 里的一个文件名 改法：最接近的是“power”':
      { 'measures/01.mdx': { 'topics: [power]': 'topics: [powr]' } },
  },
};
