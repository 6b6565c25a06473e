import { eachFile, type Rule, textsOf } from '../rule.ts';
import { eachQuantity, type FieldFault, quantityIn } from '../targets.ts';

export const rule: Rule = {
  id: 'target-quotation',
  reason:
    'A target quotes its measure or task to the letter, its period too, as no date is made up, and names the task that has its number.',
  needs: [],
  runs: eachFile('measures', ['tasks', 'targets', 'limits', 'body'], ({ data, blocks }) => {
    const body = textsOf(blocks).join('');
    return eachQuantity(data, (item) => {
      const { text, task: number, value, unit } = item;
      const task = data.tasks.find((one) => one.number === number);
      const cells = Object.values(task?.cells ?? {});
      const isQuoted = (words: string) => [body, task?.text, ...cells].some((one) => one?.includes(words));
      const missing = number === undefined ? '正文里没有' : `正文和第${number}项任务里都没有`;
      const period = 'period' in item && item.period;
      const faults: FieldFault[] = [];
      if (period && !isQuoted(period))
        faults.push({
          field: 'period',
          found: `“${period}”，${missing}`,
          expected: '原文写明的期限；原文没有就不写',
          mend: '照原文改正，或删去这一行',
        });
      if (!isQuoted(text))
        faults.push({
          field: 'text',
          found: `“${text}”，${missing}`,
          expected: `本措施正文${number === undefined ? '' : '或这项任务'}里的原话，一字不差`,
          mend:
            number === undefined ? '从正文里复制' : '从正文或任务里复制；task 写的是不是带有这个数的那一项，也请核对',
        });
      // A number that only the measure's own text has may be given to any of its tasks.
      const having = data.tasks
        .filter((one) => [one.text, ...Object.values(one.cells)].some((words) => quantityIn(words, item)))
        .map((one) => one.number);
      const isQuantified = isQuoted(text) && quantityIn(text, item);
      if (task && isQuantified && having.length > 0 && !having.includes(task.number))
        faults.push({
          field: 'task',
          found: `第${number}项，它的 text 里没有${value}${unit}这个数`,
          expected: '带有这个数的那一项任务',
          mend: `改成${having.join('或')}`,
        });
      return faults;
    });
  }),
  good: [
    { 'measures/01.mdx': { '\n深化融资机制，全年组织银企对接会不少于50场。切实': '\n切实' } },
    {
      'measures/01.mdx': {
        'text: 深化融资机制，全年组织银企对接会不少于50场': 'text: 深化融资机制，全年组织银企对接会',
        'task: 1': 'task: 2',
      },
    },
  ],
  bad: {
    'measures/01.mdx:15 targets[1].text 查到：“全年举办银企对接会不少于50场”，正文和第1项任务里都没有 应为：本措施正文或这项任务里的原话，一字不差 改法：从正文或任务里复制；task 写的是不是带有这个数的那一项，也请核对':
      { 'measures/01.mdx': { 'text: 全年组织': 'text: 全年举办' } },
    'measures/01.mdx:16 targets[1].task 查到：第2项，它的 text 里没有50场这个数 应为：带有这个数的那一项任务 改法：改成1':
      { 'measures/01.mdx': { 'task: 1': 'task: 2' } },
    'measures/01.mdx:14 targets[1].period 查到：“2025年”，正文和第1项任务里都没有 应为：原文写明的期限；原文没有就不写 改法：照原文改正，或删去这一行':
      { 'measures/01.mdx': { 'period: 全年': 'period: 2025年' } },
  },
};
