import { contentFiles } from '../../loader/paths.ts';
import type { Problem } from '../../loader/problem.ts';
import type { Plan } from '../../model/types.ts';
import { numberedIn } from '../../text/outline-numbers.ts';
import { eachPlan, fileOf, type Rule } from '../rule.ts';

/** A printed number, with the chapter in which it counts and the place where it stands. */
interface Counted {
  rank: number;
  value: number;
  label: string;
  /** What it counts within: where this changes the numbers may begin anew. */
  group: number;
  place: Pick<Problem, 'file' | 'path'>;
  /** Whether the editor has recorded it as doubtful. */
  isDoubted: boolean;
}

const counted = (text: string) => {
  const number = numberedIn(text);
  return number && { rank: number.rank, value: number.value, label: number.label };
};

/** The numbers of the measures, in the order of the document. */
const measureNumbers = (plan: Plan): Counted[] =>
  plan.measures.flatMap((measure) => {
    const number = counted(`${measure.mark}题`);
    if (!number) return [];
    const isDoubted = measure.notes.some(({ reading }) => reading?.includes(measure.mark));
    const place = { file: fileOf(measure), path: ['body', 0] };
    return { ...number, group: measure.environment?.number ?? 0, place, isDoubted };
  });

/** The numbers of the headings of the body; those below a heading of a higher rank count within it. */
function headingNumbers({ id, blocks, corrections }: Plan): Counted[] {
  const above: { rank: number; index: number }[] = [];
  return blocks.flatMap((block, index): Counted[] => {
    const number = block.kind === 'heading' ? counted(block.text) : undefined;
    if (!number) return [];
    while ((above.at(-1)?.rank ?? -1) >= number.rank) above.pop();
    const group = above.at(-1)?.index ?? -1;
    above.push({ rank: number.rank, index });
    const isDoubted = corrections.some((one) => 'reading' in one && one.reading.includes(number.label));
    return [{ ...number, group, place: { file: contentFiles.plan(id), path: ['body', index] }, isDoubted }];
  });
}

/** The numbers of rows of a list. */
const rowNumbers = ({ tasks, annex }: Plan): Counted[] =>
  annex?.text === undefined
    ? []
    : tasks.flatMap((task): Counted[] => {
        const [, digits] = /^(\d+)[.．、]?$/u.exec(task.label) ?? [];
        const number =
          digits === undefined ? counted(`${task.label}题`) : { rank: -1, value: Number(digits), label: task.label };
        if (!number) return [];
        const place = { file: fileOf(task.measure), path: ['tasks', task.measure.tasks.indexOf(task), 'label'] };
        return [{ ...number, group: 0, place, isDoubted: task.notes.length > 0 }];
      });

/** Numbers of one rank count up one by one; where their chapter changes they run on, skip what is counted elsewhere, or begin anew. */
function outOfOrder(numbers: readonly Counted[]): Problem[] {
  return [...Map.groupBy(numbers, ({ rank }) => rank).values()].flatMap((alike) =>
    alike.flatMap((number, index) => {
      const last = alike[index - 1];
      if (!last || number.isDoubted) return [];
      const isNext = number.value === last.value + 1;
      const isAnew = number.group !== last.group && (number.value === 1 || number.value > last.value);
      if (isNext || isAnew || last.isDoubted) return [];
      return {
        ...number.place,
        found: `${last.label}之后是${number.label}`,
        expected: `编号照原文，依次数下去${number.group === last.group ? '' : '，或从头数起'}`,
        mend: '对照原文改正，或补上缺的一条；确是原文印错的，在 corrections.yaml 记一条 misreading',
      };
    }),
  );
}

export const rule: Rule = {
  id: 'printed-number',
  reason:
    'Printed numbers of chapters, measures and rows count up, so that what is lost or stands elsewhere is noticed.',
  needs: ['plans', 'measures', 'corrections'],
  // Where the document as received is there, the numbers are proved to be as it prints them, in order or not.
  runs: eachPlan((plan, { sources }) =>
    !sources.has(plan.id) && (plan.numbering === 'printed' || plan.annex?.text !== undefined)
      ? [measureNumbers(plan), headingNumbers(plan), rowNumbers(plan)].flatMap(outOfOrder)
      : [],
  ),
  good: [
    { 'printed/measures/03.mdx': { '（三）': '（一）' } },
    {
      'printed/measures/02.mdx': { '（二）稳定': '（四）稳定' },
      'printed/corrections.yaml':
        'corrections:\n  - id: second\n    kind: misreading\n    where: { measure: 2 }\n    reading: （四）\n    suggestion: （二）\n    basis: 前一条是（一）。\n    certainty: high\n',
    },
  ],
  bad: {
    'printed/measures/02.mdx:12 查到：（一）之后是（四） 应为：编号照原文，依次数下去 改法：对照原文改正，或补上缺的一条；确是原文印错的，在 corrections.yaml 记一条 misreading':
      { 'printed/measures/02.mdx': { '（二）稳定': '（四）稳定' }, 'printed/measures/03.mdx': { '（三）': '（五）' } },
    'printed/plan.mdx:34 查到：一、之后是三、 应为：编号照原文，依次数下去 改法：对照原文改正，或补上缺的一条；确是原文印错的，在 corrections.yaml 记一条 misreading':
      { 'printed/plan.mdx': { '## 二、': '## 三、' } },
    'printed/measures/03.mdx:7 tasks[1].label 查到：1之后是3 应为：编号照原文，依次数下去 改法：对照原文改正，或补上缺的一条；确是原文印错的，在 corrections.yaml 记一条 misreading':
      {
        'printed/measures/03.mdx': {
          'topics: [funding]': 'topics: [funding]\ntasks:\n  - number: 3\n    text: 实行一次检查。',
        },
      },
  },
};
