import { didYouMean } from '../../loader/did-you-mean.ts';
import { contentFiles } from '../../loader/paths.ts';
import type { Problem } from '../../loader/problem.ts';
import type { Task } from '../../model/types.ts';
import type { LimitData, TargetData } from '../../schema/target.ts';
import { type Bound, boundOf } from '../../text/number-bounds.ts';
import { halfWidth, type Quantity, quantitiesIn } from '../../text/numerals.ts';
import { hiddenIn, type PlanScope, type Rule } from '../context.ts';
import { isMisfiled } from './numbering.ts';

/** A target or limit as written, with what it may quote. */
interface Written {
  item: ({ kind: 'target' } & TargetData) | LimitData;
  file: string;
  path: readonly PropertyKey[];
  /** The texts of the measure and of the task. */
  texts: readonly string[];
  tasks: readonly Task[];
}

const writtenIn = ({ measures }: PlanScope): Written[] =>
  measures.flatMap(({ measure, entry: { file, data } }) =>
    Object.entries({
      targets: data.targets.map((item) => ({ kind: 'target' as const, ...item })),
      limits: data.limits,
    }).flatMap(([list, items]) =>
      items.map((item, index) => {
        const { tasks } = measure;
        const task = tasks.find(({ number }) => number === item.task);
        return { item, file, path: [list, index], texts: [measure.text, task?.text ?? ''], tasks };
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
    const filed = { ...scope, measures: scope.measures.filter((one) => !isMisfiled(one)) };
    return writtenIn(filed).flatMap(({ item: { id }, file, path }): Problem[] => {
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

export const featuredKnown: Rule = ({ plans, entries: all }) => {
  const hidden = hiddenIn(all);
  return plans.flatMap(({ plan, entries }) => {
    const known = plan.targets.map(({ id }) => id);
    return plan.featured.flatMap((id, index): Problem[] => {
      const twice = plan.featured.indexOf(id) < index;
      if (!twice && (known.includes(id) || hidden(id, contentFiles.planFolder(plan.id)))) return [];
      return [
        {
          file: entries.plan.file,
          path: ['featured', index],
          found: twice ? `“${id}”写了两次` : `“${id}”，没有这个目标`,
          expected: '这份方案里目标的 id，每个写一次；上限和时限不列在首页',
          mend: twice ? '删去一处' : didYouMean(id, known),
        },
      ];
    });
  });
};

/** Where the words of a target or limit are looked for. */
const places = ({ task }: Written['item']): string =>
  task === undefined ? '正文里没有' : `正文和第${task}项任务里都没有`;

/** The number of a target or limit where a text has it with its unit. */
const quantityIn = (text: string, { value, unit }: Written['item']): Quantity | undefined =>
  quantitiesIn(text).find(
    (quantity) => quantity.value === value && quantity.after.trimStart().startsWith(halfWidth(unit)),
  );

export const quotations = onEach(({ item, path, texts, tasks }) => {
  const { text, task, value, unit } = item;
  if (!texts.some((official) => official.includes(text)))
    return {
      path: [...path, 'text'],
      found: `“${text}”，${places(item)}`,
      ...(task === undefined
        ? { expected: '本措施正文里的原话，一字不差', mend: '从正文里复制' }
        : {
            expected: '本措施正文或这项任务里的原话，一字不差',
            mend: '从正文或任务里复制；task 写的是不是带有这个数的那一项，也请核对',
          }),
    };
  if (task === undefined) return undefined;
  // A number that only the measure's own text has may be given to any of its tasks.
  const having = tasks.filter((one) => quantityIn(one.text, item)).map(({ number }) => number);
  if (!quantityIn(text, item) || having.length === 0 || having.includes(task)) return undefined;
  return {
    path: [...path, 'task'],
    found: `第${task}项，它的 text 里没有${value}${unit}这个数`,
    expected: '带有这个数的那一项任务',
    mend: `改成${having.join('或')}`,
  };
});

export const quantities = onEach(({ item, path }) => {
  const { text, value, unit } = item;
  const numbers = quantitiesIn(text).map((quantity) => quantity.value);
  if (!numbers.includes(value))
    return {
      path: [...path, 'value'],
      found: `${value}，而 text 里的数是 ${numbers.length > 0 ? numbers.join('、') : '（没有）'}`,
      expected: 'text 里写着的那个数，写成普通数字：1万人写 10000，10亿元写 1000000000，90% 写 90',
      mend: '改正 value，或把带有这个数的原话写进 text',
    };
  if (quantityIn(text, item)) return undefined;
  return {
    path: [...path, 'unit'],
    found: `“${unit}”，text 里这个数的后面不是它`,
    expected: 'text 里紧接在这个数后面的计量单位',
    mend: '照原话改正 unit；“万”“亿”算在数里，不写进 unit',
  };
});

export const periods = onEach(({ item, path, texts }) => {
  const period = item.kind === 'target' ? item.period : undefined;
  if (period === undefined || texts.some((text) => text.includes(period))) return undefined;
  return {
    path: [...path, 'period'],
    found: `“${period}”，${places(item)}`,
    expected: '原文写明的期限；原文没有就不写',
    mend: '照原文改正，或删去这一行',
  };
});

/** Words that say “at least” and “at most”, as examples. */
const boundExamples: Record<Bound, string> = {
  '>=': '“不少于”“超过”“以上”',
  '<=': '“不超过”“低于”“以内”',
};

export const boundWords = onEach(({ item, path }) => {
  if (item.kind !== 'target' || item.operator === '=') return undefined;
  const { operator, value, unit, text } = item;
  const numbers = quantitiesIn(text).filter((one) => one.value === value);
  const bounds = numbers.map((one) => boundOf(one, halfWidth(unit)));
  // A number that is not there is told by another rule.
  if (numbers.length === 0 || bounds.includes(operator)) return undefined;
  const said = bounds.find(Boolean);
  return {
    path: [...path, 'operator'],
    found: `${operator}，而 text 里没有${boundExamples[operator]}这样的话`,
    expected: `原话写明${operator === '>=' ? '不少于' : '不超过'}的才写 ${operator}`,
    mend: said ? `照原话写 '${said}'` : "原话只写了一个数，就写 '='",
  };
});

export const exactNumbers = onEach(({ item, path }) => {
  const quantity = quantityIn(item.text, item);
  if (!quantity || item.kind !== 'target' || item.operator !== '=') return undefined;
  const bound = boundOf(quantity, halfWidth(item.unit));
  if (bound === undefined) return undefined;
  return {
    path: [...path, 'operator'],
    found: `=，而 text 里这个数前后有${boundExamples[bound]}这样的话`,
    expected: '原话只写了一个数的才写 =',
    mend: `改成 '${bound}'`,
  };
});
