import { contentFiles } from '../../loader/paths.ts';
import { eachFile, type Found, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'channel-quoted',
  reason: 'A channel is one that the document names, in the words of the task or measure that it is linked to.',
  needs: ['measures'],
  runs: eachFile('plans', ['channels'], ({ data: { channels }, plan }) =>
    channels.flatMap(({ name, task, measure }, index): Found[] => {
      if (!plan) return [];
      const place = ['channels', index];
      if (channels.findIndex((one) => one.name === name && one.task === task && one.measure === measure) < index)
        return [{ path: [...place, 'name'], found: `“${name}”写了两次`, expected: '一处写一次', mend: '删去一处' }];
      const field = task === undefined ? 'measure' : 'task';
      const [number, unit] = task === undefined ? [measure, '条'] : [task, '项'];
      const found =
        field === 'task'
          ? plan.tasks.find((one) => one.number === number)
          : plan.measures.find((one) => one.number === number);
      if (!found)
        return [
          {
            path: [...place, field],
            found: `第${number}${unit}`,
            expected: field === 'task' ? '任务清单里有的项号' : 'measures 里有的措施号',
            mend: '照原文改正',
          },
        ];
      const texts = [found.text, ...(found.kind === 'task' ? Object.values(found.cells) : [found.title])];
      if (texts.some((text) => text.includes(name))) return [];
      return [
        {
          path: [...place, 'name'],
          found: `“${name}”，第${number}${unit}里没有这几个字`,
          expected: `第${number}${unit}里的名称，一字不差`,
          mend: `从 ${contentFiles.measure(found.plan.id, found.kind === 'task' ? found.measure.number : found.number)} 复制；文件没有提到的渠道不写`,
        },
      ];
    }),
  ),
  good: [
    { 'plan.mdx': { 'annex:': 'channels:\n  - name: 百日办结\n    task: 3\n    topics: [power]\nannex:' } },
    { 'plan.mdx': { 'annex:': 'channels:\n  - name: 融资机制\n    measure: 1\nannex:' } },
  ],
  bad: {
    'plan.mdx:21 channels[1].name 查到：“热线”，第3项里没有这几个字 应为：第3项里的名称，一字不差 改法：从 plans/mini/measures/02.mdx 复制；文件没有提到的渠道不写':
      { 'plan.mdx': { 'annex:': 'channels:\n  - name: 热线\n    task: 3\nannex:' } },
    'plan.mdx:22 channels[1].measure 查到：第9条 应为：measures 里有的措施号 改法：照原文改正': {
      'plan.mdx': { 'annex:': 'channels:\n  - name: 热线\n    measure: 9\nannex:' },
    },
    'plan.mdx:23 channels[2].name 查到：“百日办结”写了两次 应为：一处写一次 改法：删去一处': {
      'plan.mdx': {
        'annex:': 'channels:\n  - name: 百日办结\n    task: 3\n  - name: 百日办结\n    task: 3\nannex:',
      },
    },
  },
};
