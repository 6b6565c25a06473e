import { idFor, type Named, named } from '../../loader/did-you-mean.ts';
import { all, eachFile, type Found, type Rule } from '../rule.ts';

/** The topics in some places that there are not. */
const unknown = (known: readonly Named[], places: readonly { path: (string | number)[]; ids: readonly string[] }[]) =>
  places.flatMap(({ path, ids }) =>
    [...ids.entries()]
      .filter(([, id]) => !known.some((topic) => topic.id === id))
      .map(([index, id]): Found => {
        const near = named(id, known);
        return {
          path: [...path, index],
          found: `主题“${id}”`,
          expected: 'content/topics/ 里的一个文件名',
          mend: idFor(id, known),
          ...(near?.isSame ? { repair: { value: near.one.id } } : {}),
        };
      }),
  );

export const rule: Rule = {
  id: 'known-topic',
  reason: 'A measure, a task or a channel answers topics that there are.',
  needs: ['topics'],
  structural: true,
  runs: all(
    eachFile('measures', ['topics', 'tasks'], ({ data: { topics, tasks }, content: { entries } }) =>
      unknown(
        entries.topics.map(({ id, data }) => ({ id, names: [data.name] })),
        [
          { path: ['topics'], ids: topics ?? [] },
          ...tasks.map((task, index) => ({ path: ['tasks', index, 'topics'], ids: task.topics ?? [] })),
        ],
      ),
    ),
    eachFile('plans', ['channels'], ({ data: { channels }, content: { entries } }) =>
      unknown(
        entries.topics.map(({ id, data }) => ({ id, names: [data.name] })),
        channels.map(({ topics = [] }, index) => ({ path: ['channels', index, 'topics'], ids: topics })),
      ),
    ),
  ),
  bad: {
    'measures/01.mdx:6 topics[1] 查到：主题“融资” 应为：content/topics/ 里的一个文件名 改法：写成 funding（融资）': {
      'measures/01.mdx': { 'topics: [funding]': 'topics: [融资]' },
    },
    'measures/01.mdx:6 topics[1] 查到：主题“外贸” 应为：content/topics/ 里的一个文件名 改法：没有相近的；有的是 funding（融资）、power（用电）':
      { 'measures/01.mdx': { 'topics: [funding]': 'topics: [外贸]' } },
    'measures/01.mdx:25 tasks[2].topics[1] 查到：主题“powr” 应为：content/topics/ 里的一个文件名 改法：最接近的是 power（用电）':
      { 'measures/01.mdx': { 'topics: [power]': 'topics: [powr]' } },
    'plan.mdx:23 channels[1].topics[1] 查到：主题“powr” 应为：content/topics/ 里的一个文件名 改法：最接近的是 power（用电）':
      {
        'plan.mdx': {
          'annex:': 'channels:\n  - name: 百日办结\n    task: 3\n    topics: [powr]\nannex:',
        },
      },
  },
};
