import { bigramsOf, containment } from '../../text/similarity.ts';
import { eachPlan, fileOf, type Rule } from '../rule.ts';

/** The share of a task's words from which on they are those of a measure. */
const most = 0.5;

export const rule: Rule = {
  id: 'task-in-measure',
  reason: 'A task stands in the measure whose text has its words, where the text of some measure has them.',
  needs: ['plans', 'measures'],
  structural: true,
  runs: eachPlan(({ measures }) => {
    const texts = measures.map((measure) => ({ measure, words: bigramsOf(measure.text) }));
    return texts.flatMap(({ measure, words: own }) =>
      measure.tasks.flatMap((task, index) => {
        const words = bigramsOf(task.text);
        const share = containment(words, own);
        const other = texts.find(
          ({ words: text }) => containment(words, text) > share && containment(words, text) >= most,
        );
        if (share >= most || !other) return [];
        return {
          file: fileOf(measure),
          path: ['tasks', index],
          found: `第${task.number}项的话不在本措施的正文里，而在措施${other.measure.number}里`,
          expected: '每一项任务写在它所属的措施里',
          mend: `对照任务清单核对；属于措施${other.measure.number}的，移到那个文件的 tasks 里`,
        };
      }),
    );
  }),
  good: [
    {
      'measures/01.mdx': { 'text: 切实降低企业用电成本': 'text: 切实降低企业用电成本，办好用气' },
      'measures/02.mdx': { '解决突处问题。': '解决突处问题，切实降低企业用电成本，办好用气。' },
    },
    { 'measures/01.mdx': { 'text: 切实降低企业用电成本': 'text: 电价不再上涨' } },
  ],
  bad: {
    'measures/02.mdx:16 tasks[1] 查到：第2项的话不在本措施的正文里，而在措施1里 应为：每一项任务写在它所属的措施里 改法：对照任务清单核对；属于措施1的，移到那个文件的 tasks 里':
      {
        'measures/01.mdx': {
          '  - number: 2\n    text: 切实降低企业用电成本。\n    units: 区甲局、区乙办\n    topics: [power]\n': '',
        },
        'measures/02.mdx': {
          'tasks:\n':
            'tasks:\n  - number: 2\n    text: 切实降低企业用电成本。\n    units: 区甲局、区乙办\n    topics: [power]\n',
        },
      },
  },
};
