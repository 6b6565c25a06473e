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

/** What a provision for nobody in particular has. */
const forNobody = '；哪一类都不归的条文，如解释、施行日期，写 topics: []';

export const rule: Rule = {
  id: 'measure-topics',
  reason: 'Every measure answers topics, by which readers look for help, or says that it is for nobody in particular.',
  needs: [],
  runs: once((content) =>
    [...openFiles(content)].map(([id, files]): Problem => {
      const [example] = content.entries.topics.filter(({ data }) => data.kind === 'need').map((topic) => topic.id);
      const isPrinted = content.handbook.plans.some((plan) => plan.id === id && plan.numbering === 'printed');
      const numbers = files.map((file) => idOf(file) ?? '');
      const all = files.length > 1 ? `：${contentFiles.measures(id)} 里的 ${numbers.slice(0, named).join('、')}` : '';
      const more = numbers.length > named ? '……' : '';
      return {
        file: files[0] ?? '',
        path: ['topics'],
        found: `没有写“topics”${all}${more}${files.length > 1 ? `，共 ${files.length} 个文件` : ''}`,
        expected: 'content/topics/ 里的文件名，至少一个',
        mend: `${example ? '' : '先加分类：npm run new -- topic 编号 名称；再'}${files.length > 1 ? '每个文件里' : ''}写 content/topics 里的文件名，例如 topics: [${example ?? '编号'}]${isPrinted ? forNobody : ''}`,
      };
    }),
  ),
  good: [{ 'printed/measures/01.mdx': { 'topics: [funding]': 'topics: []' } }],
  bad: {
    'measures/01.mdx:6 topics 查到：第1项的主题是 funding，没有一个是需求 应为：至少一个需求（kind: need）；不直接面向企业的任务写 topics: [] 改法：给这条措施或这一项任务补上一个需求\nmeasures/01.mdx:25 tasks[2].topics 查到：第2项的主题是 power，没有一个是需求 应为：至少一个需求（kind: need）；不直接面向企业的任务写 topics: [] 改法：给这条措施或这一项任务补上一个需求\nmeasures/02.mdx:2 topics 查到：没有写“topics” 应为：content/topics/ 里的文件名，至少一个 改法：先加分类：npm run new -- topic 编号 名称；再写 content/topics 里的文件名，例如 topics: [编号]':
      {
        'measures/02.mdx': { 'topics: [funding]\n': '' },
        'topics/funding.yaml': { need: 'stage' },
        'topics/power.yaml': { need: 'stage' },
      },
    'measures/01.mdx:6 topics 查到：没有写“topics”：plans/mini/measures/ 里的 01、02，共 2 个文件 应为：content/topics/ 里的文件名，至少一个 改法：每个文件里写 content/topics 里的文件名，例如 topics: [funding]':
      {
        'measures/01.mdx': { 'topics: [funding]': 'topics: []', '    topics: [power]\n': '' },
        'measures/02.mdx': { 'topics: [funding]\n': '' },
      },
    'measures/02.mdx:2 topics 查到：没有写“topics” 应为：content/topics/ 里的文件名，至少一个 改法：写 content/topics 里的文件名，例如 topics: [funding]':
      { 'measures/02.mdx': { 'topics: [funding]\n': '' } },
    'printed/measures/01.mdx:2 topics 查到：没有写“topics” 应为：content/topics/ 里的文件名，至少一个 改法：写 content/topics 里的文件名，例如 topics: [funding]；哪一类都不归的条文，如解释、施行日期，写 topics: []':
      { 'printed/measures/01.mdx': { 'topics: [funding]\n': '' } },
  },
};
