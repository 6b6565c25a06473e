import type { z } from 'zod';
import { quantitiesIn } from '../../src/handbook/numerals.ts';
import type { LimitData, targetSchema } from '../../src/schema/target.ts';

/** A target as a file holds it. */
export type DraftTarget = z.input<typeof targetSchema>;

/** A text in which numbers are looked for: a task's, or the measure's for what no task has. */
export interface QuantityPlace {
  text: string;
  task: number;
}

export interface Candidates {
  targets: DraftTarget[];
  limits: LimitData[];
}

/** Units of more than one character, the longer first; any other unit is one character. */
const unit = /^\s*(个百分点|平方公里|平方米|立方米|万千瓦|千瓦时|公里|人次|户次|吨次|标箱|[%％‰]|\p{Script=Han})/u;
/** No units: what follows makes the number a date, an ordinal or a name. */
const noUnit = /^\s*(?:年|月(?!份?内)|号|届|版|条|章|类|级|位一体)/u;
const amount = /(?<![\d+.\-第“A-Za-z])\d+(?:,\d{3})*(?:\.\d+)?\s*[万亿]*(?![\d+.A-Za-z])/gu;
const timeLimit = /(?<![一二三四五六七八九])[百千](?=[日天])/gu;

const atLeast = /(?:不少于|不低于|不小于|至少|超过|突破)[^，。；]{0,4}$/u;
const atMost = /(?:不超过|不高于|不多于|至多|最多|最高|控制在)[^，。；]{0,8}$/u;
const orMore = /^[^，。；\d]{0,3}以上/u;
const orLess = /^[^，。；\d]{0,3}(?:以内|以下)/u;
const period = /\d{4}年(?:底前|底|末|内)?|全年|年内|年底前/u;

/** The clause of a text around a place. */
function clauseAt(text: string, start: number, end: number): string {
  const from =
    Math.max(...['，', '。', '；', '：', '！', '？', '\n'].map((sign) => text.lastIndexOf(sign, start - 1))) + 1;
  const to = text.slice(end).search(/[，。；：！？\n]/u);
  return text.slice(from, to < 0 ? undefined : end + to).trim();
}

/** Every number with a unit in a text, by its words. */
function numbersWithUnits(text: string) {
  return [...text.matchAll(amount), ...text.matchAll(timeLimit)].flatMap(({ 0: words, index }) => {
    const after = text.slice(index + words.length);
    const [, counted] = unit.exec(after) ?? [];
    const [quantity] = quantitiesIn(words);
    if (!counted || !quantity || noUnit.test(after)) return [];
    const clause = clauseAt(text, index, index + words.length);
    return [{ value: quantity.value, unit: counted, clause, before: text.slice(0, index), after: after.trimStart() }];
  });
}

/**
 * The numbers with units in a measure's texts, as candidates for targets, or limits where the words bound them from above.
 * The words quoted are the clause, and the name is the same: what is counted is for the editor to say. `measure` is its number.
 */
export function candidatesIn(places: readonly QuantityPlace[], measure: number): Candidates {
  const targets: DraftTarget[] = [];
  const limits: LimitData[] = [];
  for (const { text, task } of places)
    for (const { value, unit, clause, before, after } of numbersWithUnits(text)) {
      const known = [...targets, ...limits].some(
        (other) => other.value === value && other.unit === unit && other.task === task,
      );
      const elsewhere = [...targets, ...limits].some(
        (other) => other.value === value && other.unit === unit && task === 0,
      );
      if (elsewhere || (known && [...targets, ...limits].some((other) => other.text === clause))) continue;
      const id = `m${measure}-${targets.length + limits.length + 1}`;
      const counted = { value, unit };
      const quoted = { text: clause, task };
      const isDeadline = /^[日天]/u.test(unit);
      const isCeiling = atMost.test(before) || orLess.test(after.slice(unit.length));
      if (isDeadline || isCeiling) {
        limits.push({ id, kind: isDeadline ? 'deadline' : 'ceiling', name: clause, ...counted, ...quoted });
        continue;
      }
      const operator = atLeast.test(before) || orMore.test(after.slice(unit.length)) ? '>=' : '=';
      const [stated] = period.exec(clause) ?? [];
      targets.push({ id, name: clause, operator, ...counted, ...(stated ? { period: stated } : {}), ...quoted });
    }
  return { targets, limits };
}
