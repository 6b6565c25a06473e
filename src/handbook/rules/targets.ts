import type { LimitData, TargetData } from '../../schema/target.ts';
import { quantitiesIn } from '../numerals.ts';
import type { Problem } from '../problem.ts';
import type { PlanScope, Rule } from '../scope.ts';

/** A target or limit as written, with what it may quote. */
interface Written {
  item: TargetData | LimitData;
  file: string;
  path: readonly PropertyKey[];
  /** The texts of the measure and of the task. */
  texts: readonly string[];
}

const writtenIn = ({ measures }: PlanScope): Written[] =>
  measures.flatMap(({ measure, entry: { file, data } }) =>
    (['targets', 'limits'] as const).flatMap((list) =>
      data[list].map((item, index) => {
        const task = measure.tasks.find(({ number }) => number === item.task);
        return { item, file, path: [list, index], texts: [measure.text, task?.text ?? ''] };
      }),
    ),
  );

/** A rule on each target and limit by itself. */
const onEach =
  (check: (written: Written) => Omit<Problem, 'file'> | undefined): Rule =>
  ({ plans }) =>
    plans.flatMap(writtenIn).flatMap((written) => {
      const problem = check(written);
      return problem ? [{ file: written.file, ...problem }] : [];
    });

export const targetsNamedOnce: Rule = ({ plans }) =>
  plans.flatMap((scope) => {
    const first = new Map<string, string>();
    return writtenIn(scope).flatMap(({ item: { id }, file, path }): Problem[] => {
      const earlier = first.get(id);
      first.set(id, earlier ?? file);
      if (earlier === undefined) return [];
      return [
        {
          file,
          path: [...path, 'id'],
          found: `“${id}”，与 ${earlier} 里的重复`,
          expected: '同一方案里各个目标和限度的 id 不重复',
          mend: '改成另一个名称，用小写字母、数字和连字符',
        },
      ];
    });
  });

export const quotations = onEach(({ item: { text, task }, path, texts }) => {
  if (texts.some((official) => official.includes(text))) return undefined;
  return {
    path: [...path, 'text'],
    found: `“${text}”，正文和第${task}项任务里都没有`,
    expected: '本措施正文或这项任务里的原话，一字不差',
    mend: '从正文或任务里复制；task 写的是不是带有这个数的那一项，也请核对',
  };
});

export const quantities = onEach(({ item: { text, value, unit }, path }) => {
  const written = quantitiesIn(text);
  const numbers = written.map((quantity) => quantity.value);
  if (!numbers.includes(value))
    return {
      path: [...path, 'value'],
      found: `${value}，而 text 里的数是 ${numbers.length > 0 ? numbers.join('、') : '（没有）'}`,
      expected: 'text 里写着的那个数，写成普通数字：1万人写 10000，10亿元写 1000000000，90% 写 90',
      mend: '改正 value，或把带有这个数的原话写进 text',
    };
  if (written.some((quantity) => quantity.value === value && quantity.after.trimStart().startsWith(unit)))
    return undefined;
  return {
    path: [...path, 'unit'],
    found: `“${unit}”，text 里这个数的后面不是它`,
    expected: 'text 里紧接在这个数后面的计量单位',
    mend: '照原话改正 unit；“万”“亿”算在数里，不写进 unit',
  };
});

export const periods = onEach(({ item, path, texts }) => {
  const period = 'period' in item ? item.period : undefined;
  if (period === undefined || texts.some((text) => text.includes(period))) return undefined;
  return {
    path: [...path, 'period'],
    found: `“${period}”，正文和第${item.task}项任务里都没有`,
    expected: '原文写明的期限；原文没有就不写',
    mend: '照原文改正，或删去这一行',
  };
});

/** The words that say “at least” and “at most”. */
const bounds: Record<string, RegExp> = {
  '>=': /不少于|不低于|不小于|以上|至少|超过|突破/u,
  '<=': /不超过|不高于|不多于|以下|以内|至多|最多|最高/u,
};

export const boundWords = onEach(({ item, path }) => {
  const words = 'operator' in item ? bounds[item.operator] : undefined;
  if (!words || !('operator' in item) || words.test(item.text)) return undefined;
  return {
    path: [...path, 'operator'],
    found: `${item.operator}，而 text 里没有“${words.source.split('|').slice(0, 3).join('”“')}”这样的话`,
    expected: `原话写明${item.operator === '>=' ? '不少于' : '不超过'}的才写 ${item.operator}`,
    mend: "原话只写了一个数，就写 '='",
  };
});
