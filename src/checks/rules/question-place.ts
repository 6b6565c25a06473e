import { contentFiles, measureNumber } from '../../loader/paths.ts';
import { sentencesBeginning } from '../../text/sentences.ts';
import { eachFile, type Found, type Rule } from '../rule.ts';

/** The file of questions of the first measure of the sample plan. */
const ofFirst = (answer: string) => ({ 'questions/01.yaml': `answers:\n  - ${answer}\n    questions: [怎么借到钱]\n` });

export const rule: Rule = {
  id: 'question-place',
  reason: 'Questions lead to a task of their measure, to one sentence of its text, or to it as a whole.',
  needs: ['plans', 'measures'],
  runs: eachFile('questions', ['answers'], ({ file, data: { answers }, plan }) => {
    const number = measureNumber(file);
    const measure = plan?.measures.find((one) => one.number === number);
    if (!measure)
      return {
        path: ['answers'],
        found: `没有措施${number}`,
        expected: '文件名是措施的号',
        mend: `改成 ${contentFiles.questions('<方案>', 1).slice('plans/<方案>/'.length)} 这样的、有这条措施的文件名，或删去这个文件`,
      };
    const tasks = measure.tasks.map((task) => task.number);
    return answers.flatMap(({ task, sentence, questions, words }, index): Found[] => {
      if (questions.length + words.length === 0)
        return [
          {
            path: ['answers', index],
            found: '没有问题，也没有说法',
            expected: '每一组至少有一个问题（questions）或说法（words）',
            mend: '补上读者会怎样问，或删去这一组',
          },
        ];
      if (task !== undefined && sentence !== undefined)
        return [
          {
            path: ['answers', index, 'sentence'],
            found: 'task 和 sentence 都写了',
            expected: '一组问题回答一处：一项任务、一句正文，或整条措施',
            mend: '删去其中一个',
          },
        ];
      if (task !== undefined && !tasks.includes(task))
        return [
          {
            path: ['answers', index, 'task'],
            found: `第${task}项`,
            expected: tasks.length > 0 ? `本措施的任务：第${tasks.join('、')}项` : '本措施的任务，而它没有任务',
            mend: '改成回答这些问题的那一项；移到别的措施去的，移到那个文件里',
          },
        ];
      const count = sentence === undefined ? 1 : sentencesBeginning(sentence, measure.text).length;
      if (count === 1) return [];
      return [
        {
          path: ['answers', index, 'sentence'],
          found: `“${sentence}”，正文里有 ${count} 句这样开头`,
          expected: '正文里一句话开头的几个字，只有这一句这样开头',
          mend: count === 0 ? '从正文里复制一句的开头，一字不差' : '多抄几个字',
        },
      ];
    });
  }),
  good: [ofFirst('task: 2'), ofFirst('sentence: 切实降低'), ofFirst('words: [借钱]')],
  bad: {
    'questions/01.yaml:2 answers[1] 查到：没有问题，也没有说法 应为：每一组至少有一个问题（questions）或说法（words） 改法：补上读者会怎样问，或删去这一组':
      { 'questions/01.yaml': 'answers:\n  - task: 1\n' },
    'questions/01.yaml:2 answers[1].task 查到：第3项 应为：本措施的任务：第1、2项 改法：改成回答这些问题的那一项；移到别的措施去的，移到那个文件里':
      ofFirst('task: 3'),
    'questions/01.yaml:2 answers[1].sentence 查到：“降低企业”，正文里有 0 句这样开头 应为：正文里一句话开头的几个字，只有这一句这样开头 改法：从正文里复制一句的开头，一字不差':
      ofFirst('sentence: 降低企业'),
    'questions/01.yaml:3 answers[1].sentence 查到：task 和 sentence 都写了 应为：一组问题回答一处：一项任务、一句正文，或整条措施 改法：删去其中一个':
      ofFirst('task: 1\n    sentence: 切实降低'),
    'questions/03.yaml:1 answers 查到：没有措施3 应为：文件名是措施的号 改法：改成 questions/01.yaml 这样的、有这条措施的文件名，或删去这个文件':
      { 'questions/03.yaml': 'answers:\n  - questions: [怎么借到钱]\n' },
  },
};
