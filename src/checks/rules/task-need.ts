import { eachFile, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'task-need',
  reason: 'A task that serves enterprises answers a need, by which they look for help.',
  needs: ['topics'],
  runs: eachFile('measures', ['topics', 'tasks'], ({ data, content: { entries } }) =>
    data.tasks.flatMap((task, index) => {
      const ids = task.topics ?? data.topics ?? [];
      // The tasks that have the topics of their measure lack the same.
      const isTold = !task.topics && data.tasks.findIndex(({ topics }) => !topics) < index;
      if (isTold) return [];
      const others = task.topics ? [] : data.tasks.filter(({ topics }, at) => !topics && at > index);
      const numbers = [task, ...others].map(({ number }) => number).join('、');
      // A topic that is not known is for another rule to report.
      const kinds = ids.map((id) => entries.topics.find((topic) => topic.id === id)?.data.kind ?? 'need');
      if (ids.length === 0 || kinds.includes('need')) return [];
      return {
        path: task.topics ? ['tasks', index, 'topics'] : ['topics'],
        found: `第${numbers}项的主题是 ${ids.join('、')}，没有一个是需求`,
        expected: '至少一个需求（kind: need）；不直接面向企业的任务写 topics: []',
        mend: '给这条措施或这一项任务补上一个需求',
      };
    }),
  ),
  good: [{ 'measures/01.mdx': { 'units: 区甲\n': 'units: 区甲\n    topics: []\n' } }],
  bad: {
    'measures/01.mdx:6 topics 查到：第1、2项的主题是 small，没有一个是需求 应为：至少一个需求（kind: need）；不直接面向企业的任务写 topics: [] 改法：给这条措施或这一项任务补上一个需求':
      {
        'topics/small.yaml': 'name: 小微企业\nkind: audience\norder: 1\n',
        'topics/power.yaml': null,
        'measures/01.mdx': { 'topics: [funding]': 'topics: [small]', '    topics: [power]\n': '' },
      },
    'measures/01.mdx:22 tasks[1].topics 查到：第1项的主题是 small，没有一个是需求 应为：至少一个需求（kind: need）；不直接面向企业的任务写 topics: [] 改法：给这条措施或这一项任务补上一个需求':
      {
        'topics/small.yaml': 'name: 小微企业\nkind: audience\norder: 1\n',
        'measures/01.mdx': { 'units: 区甲\n': 'units: 区甲\n    topics: [small]\n' },
      },
  },
};
