import { measureNumber, planIdOf } from '../../loader/paths.ts';
import { normalise } from '../../text/normalise.ts';
import { type Content, eachFile, type Rule } from '../rule.ts';

/** The questions of a plan, each with the measure under which it first stands. */
function firstPlaces({ entries }: Content, plan: string | undefined): Map<string, number> {
  const first = new Map<string, number>();
  const questions = entries.plans.find(({ id }) => id === plan)?.questions ?? new Map();
  for (const [number, answers] of [...questions].sort(([a], [b]) => a - b))
    for (const question of answers.flatMap((answer: { questions: string[] }) => answer.questions))
      if (!first.has(normalise(question))) first.set(normalise(question), number);
  return first;
}

export const rule: Rule = {
  id: 'question-once',
  reason: 'A question stands once in a plan, where it is answered best.',
  needs: [],
  runs: eachFile('questions', ['answers'], ({ file, data: { answers }, content }) => {
    const first = firstPlaces(content, planIdOf(file));
    const seen = new Set<string>();
    return answers.flatMap(({ questions }, answer) => {
      const repeated = questions.flatMap((question, index) => {
        const key = normalise(question);
        const measure = first.get(key) ?? measureNumber(file);
        const isFirst = measure === measureNumber(file) && !seen.has(key);
        seen.add(key);
        return isFirst ? [] : { question, index, measure };
      });
      // A copied group is one problem.
      return [...Map.groupBy(repeated, ({ measure }) => measure)].map(([measure, some]) => ({
        path: ['answers', answer, 'questions', some[0]?.index ?? 0],
        found: `${some.map(({ question }) => `“${question}”`).join('、')}，措施${measure}的问题里已经有`,
        expected: '一个问题只写一处',
        mend: '留下答得最好的一处，删去这一处',
      }));
    });
  }),
  good: [
    {
      'questions/01.yaml': 'answers:\n  - questions: [怎么借到钱]\n',
      'questions/02.yaml': 'answers:\n  - questions: [怎么借钱]\n',
    },
  ],
  bad: {
    'questions/02.yaml:2 answers[1].questions[2] 查到：“怎么借到钱”、“哪里能借到钱”，措施1的问题里已经有 应为：一个问题只写一处 改法：留下答得最好的一处，删去这一处':
      {
        'questions/01.yaml': 'answers:\n  - questions: [怎么借到钱, 哪里能借到钱]\n',
        'questions/02.yaml': 'answers:\n  - questions: [谁借钱, 怎么借到钱, 哪里能借到钱]\n',
      },
    'questions/01.yaml:4 answers[2].questions[1] 查到：“怎么借到钱”，措施1的问题里已经有 应为：一个问题只写一处 改法：留下答得最好的一处，删去这一处':
      {
        'questions/01.yaml': 'answers:\n  - questions: [怎么借到钱]\n  - task: 1\n    questions: [怎么借到钱]\n',
      },
  },
};
