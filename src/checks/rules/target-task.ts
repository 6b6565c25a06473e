import { eachFile, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'target-task',
  reason: 'The number of a target or limit belongs to a task of its own measure.',
  needs: [],
  structural: true,
  runs: eachFile('measures', ['tasks', 'targets', 'limits'], ({ data }) => {
    const numbers = data.tasks.map(({ number }) => number);
    return (['targets', 'limits'] as const).flatMap((list) =>
      data[list].flatMap(({ task }, index) => {
        // Where two tasks have one number, the other one may be this one's.
        if (task === undefined || numbers.includes(task) || new Set(numbers).size < numbers.length) return [];
        return {
          path: [list, index, 'task'],
          found: `第${task}项`,
          expected: numbers.length > 0 ? `本措施的任务：第${numbers.join('、')}项` : '本措施的任务，而它没有写任务',
          mend:
            numbers.length > 0 ? '改成带有这个数的那一项任务的序号' : '文件有任务清单的写上 tasks；没有的删去这一行',
        };
      }),
    );
  }),
  bad: {
    'measures/01.mdx:16 targets[1].task 查到：第3项 应为：本措施的任务：第1、2项 改法：改成带有这个数的那一项任务的序号':
      { 'measures/01.mdx': { 'task: 1': 'task: 3' } },
  },
};
