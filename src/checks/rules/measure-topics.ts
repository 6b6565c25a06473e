import { contentFiles, idOf, planIdOf } from '../../loader/paths.ts';
import type { Problem } from '../../loader/problem.ts';
import type { MeasureData } from '../../schema/measure.ts';
import { type Content, isMistyped, once, type Rule } from '../rule.ts';

/** Of many files only so many are named. */
const named = 12;

/** The files of measures without topics, by their plans; a plan that is kept as printed may say that there are none for a measure. */
function openFiles(content: Content): Map<string, string[]> {
  const open = content.files.flatMap(({ kind, file, fields, invalid }) => {
    if (kind !== 'measures' || !fields || invalid.has('topics') || isMistyped(content, file, ['topics'])) return [];
    const { topics } = fields as Partial<MeasureData>;
    const plan = content.handbook.plans.find(({ id }) => id === planIdOf(file));
    const isOpen = topics === undefined || (topics.length === 0 && plan?.numbering === 'points');
    return isOpen ? [file] : [];
  });
  return Map.groupBy(open, (file) => planIdOf(file) ?? '');
}

export const rule: Rule = {
  id: 'measure-topics',
  reason: 'Every measure answers topics, by which readers look for help, or says that it is for nobody in particular.',
  needs: [],
  runs: once((content) =>
    [...openFiles(content)].map(([id, files]): Problem => {
      const numbers = files.map((file) => idOf(file) ?? '');
      const all = files.length > 1 ? `：${contentFiles.measures(id)} 里的 ${numbers.slice(0, named).join('、')}` : '';
      const more = numbers.length > named ? '……' : '';
      return {
        file: files[0] ?? '',
        path: ['topics'],
        found: `没有写“topics”${all}${more}${files.length > 1 ? `，共 ${files.length} 个文件` : ''}`,
        expected: 'content/topics/ 里的文件名，至少一个',
        mend: '在每个文件里写一行“topics: [……]”；照原文印的文件（numbering: printed）里，不给哪一类人的条文，如解释、施行日期，写 topics: []',
      };
    }),
  ),
  good: [{ 'printed/measures/01.mdx': { 'topics: [funding]': 'topics: []' } }],
  bad: {
    'measures/01.mdx:6 topics 查到：没有写“topics”：plans/mini/measures/ 里的 01、02，共 2 个文件 应为：content/topics/ 里的文件名，至少一个 改法：在每个文件里写一行“topics: [……]”；照原文印的文件（numbering: printed）里，不给哪一类人的条文，如解释、施行日期，写 topics: []':
      {
        'measures/01.mdx': { 'topics: [funding]': 'topics: []', '    topics: [power]\n': '' },
        'measures/02.mdx': { 'topics: [funding]\n': '' },
      },
    'measures/02.mdx:2 topics 查到：没有写“topics” 应为：content/topics/ 里的文件名，至少一个 改法：在每个文件里写一行“topics: [……]”；照原文印的文件（numbering: printed）里，不给哪一类人的条文，如解释、施行日期，写 topics: []':
      { 'measures/02.mdx': { 'topics: [funding]\n': '' } },
  },
};
