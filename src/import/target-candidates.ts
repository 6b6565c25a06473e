import type { z } from 'zod';
import type { LimitData, targetSchema } from '../schema/target.ts';
import { isTime, unitAfter } from '../text/counted-units.ts';
import { type Bound, boundOf } from '../text/number-bounds.ts';
import { type Quantity, quantitiesIn } from '../text/numerals.ts';
import { type Finding, uncertain } from './finding.ts';

/** A target as a file holds it. */
export type DraftTarget = z.input<typeof targetSchema>;

/** A text in which numbers are looked for: a task's, or the measure's for what no task has. */
export interface QuantityPlace {
  text: string;
  task: number;
}

export interface Candidates {
  targets: (DraftTarget & QuantityPlace)[];
  limits: (LimitData & QuantityPlace)[];
  /** What is to be said of numbers that are no candidates, or not simply such. */
  findings: Finding[];
}

/** A number among those of its clause. */
interface Place extends Quantity {
  unit: string | undefined;
  bound: Bound | undefined;
  isChinese: boolean;
  previous: Neighbour | undefined;
  next: Neighbour | undefined;
}

interface Neighbour {
  quantity: Quantity;
  /** The words that stand between. */
  between: string;
}

/** A number in a text, and what is made of it. */
interface Mention extends Pick<Place, 'value' | 'words' | 'bound' | 'before' | 'isRough'> {
  unit: string;
  /** The clause that it stands in. */
  clause: string;
  /** Why it is no candidate; undefined if it is one. */
  against: string | undefined;
}

const period = /(?<![较比])(?:\d{4}年(?:底前|底|末|内)?|全年|年内|年底前)/u;
const clauseSigns = /[，。；：！？\n]/u;
const rangeSign = /^\s*(?:[—–\-~]{1,2}|[至到])\s*$/u;
/** Words that make a number the name or number of something. */
const naming = /^(?:号|届|版|章|节|级|强|位一体|[〕\]】])/u;
/** Words that only round words have a number of: 百日. */
const isIdiom = (words: string, unit: string | undefined) => /^[百千]$/u.test(words) && /^[日天]$/u.test(unit ?? '');
const changing = /(?:缩短|压缩|压减|减少|提前|延长|增加|提速)了?$/u;

function placesIn(clause: string): Place[] {
  const quantities = quantitiesIn(clause);
  const between = (first: Quantity | undefined, second: Quantity | undefined) =>
    first && second ? second.before.slice(first.before.length + first.words.length) : '';
  return quantities.map((quantity, index): Place => {
    const [previous, next] = [quantities[index - 1], quantities[index + 1]];
    const unit = unitAfter(quantity.after);
    return {
      ...quantity,
      unit,
      bound: boundOf(quantity, unit ?? ''),
      isChinese: !/\d/u.test(quantity.words),
      previous: previous && { quantity: previous, between: between(previous, quantity) },
      next: next && { quantity: next, between: between(quantity, next) },
    };
  });
}

/** Whether words between two numbers make them the ends of a range, as in `3—5名` or `3000元至5000元`. */
function isRange(between: string): boolean {
  const unit = unitAfter(between) ?? '';
  return rangeSign.test(between) || rangeSign.test(between.trimStart().slice(unit.length));
}

const isRangeEnd = ({ previous }: Place): boolean => previous !== undefined && isRange(previous.between);

const isDate = ({ value, before, after }: Quantity): boolean =>
  (value >= 1900 && value < 2200 && /^\s*年/u.test(after)) ||
  /^\s*月(?![以之]?内)/u.test(after) ||
  (/月$/u.test(before) && /^日/u.test(after));

/** Whether a number is that from which another is reached, as the first in `由8项扩大到15项`. */
const isStart = ({ before, next }: Place): boolean =>
  next !== undefined && /[由从]\D*$/u.test(before) && /[到至为成]\s*$/u.test(next.between);

/** Whether a number counts nothing: a date, an ordinal, a name, or a word such as 一 and 百 where no bound makes it a number. */
function countsNothing(place: Place): boolean {
  const { words, before, after, unit, bound, isChinese, next } = place;
  const isRangeStart = next !== undefined && isRange(next.between) && !isStart(place);
  if (isDate(place) || /第$/u.test(before) || naming.test(after)) return true;
  // Of two numbers that belong together the second stands for both.
  if (isRangeStart || /(?:分之|\d[:/.])$/u.test(before)) return true;
  if (isChinese) {
    // Words such as 二次污染, 两项, 两个市场 and 三年行动 count nothing.
    if (!bound && /^[二两]$/u.test(words) && /^[次项个类种]$/u.test(unit ?? '')) return true;
    if (!bound && unit === '年' && /^\s*年(?:行动|计划|规划|攻坚|倍增|提升)/u.test(after)) return true;
    if (unit === undefined) return !/^分之/u.test(after) && !words.startsWith('百分之');
    if (bound || isRangeEnd(place) || isIdiom(words, unit)) return false;
    return words === '一' ? !/^[倍成番]$/u.test(unit) : /^[百千]/u.test(words);
  }
  const isItem = (before === '' && /^[.、]/u.test(after)) || (/[（(]$/u.test(before) && /^[）)]/u.test(after));
  const isPartOfName = /[A-Za-z+×*]$/u.test(before) || /^(?:[A-Za-z+×*]|\p{Script=Han}{0,8}热线)/u.test(after);
  return unit === undefined && (isItem || isPartOfName);
}

/** Whether the words behind a unit make the number a condition: 1000人以上的企业, 参保1年以上的职工. */
const isCondition = ({ after, unit = '' }: Place): boolean =>
  /^(?:[（(]含[^）)]*[）)])?(?:及?以[上下内]|[（(]含[^）)]*[）)])*的(?!目标|水平|比例)(?:\p{Script=Han}|$)/u.test(
    after.trimStart().slice(unit.length),
  ) && /以[上下内]/u.test(after.slice(0, 12));

/** Words of an offer, in which a sum or share is what is paid, not what is to be reached. */
const offer =
  /按.{0,24}(?:标准|比例|额度)|(?:给予|予以|享受|申领|发放).{0,40}(?:补助|补贴|奖励|奖补|资助|贴息|返还|资金支持)|(?:补助|补贴|奖励|返还|资助)(?:标准|比例|\d)/u;
const isOffer = ({ unit = '', bound, before, words, after }: Place): boolean =>
  /^(?:%|元|个?月|年|倍|美元)$/u.test(unit) &&
  !(bound === '<=' && unit === '元') &&
  offer.test(`${before}${words}${after}`);

/** What makes a number no candidate; the first that holds is reported. */
const objections: readonly [string, (place: Place) => boolean][] = [
  ['是分数或比', ({ words, after }) => words.startsWith('百分之') || /^(?:分之|[:/]\d)/u.test(after)],
  ['后面没有认得的计量单位', ({ unit }) => unit === undefined],
  ['是原来的数', isStart],
  ['是一个范围的一端', isRangeEnd],
  ['与字母或算式连写', ({ before }) => /[A-Za-z+×*]$/u.test(before)],
  ['是名次', ({ before, unit }) => /[前后]$/u.test(before) && /^[名位]$/u.test(unit ?? '')],
  ['是“每”多少的基数', ({ before }) => /每$/u.test(before)],
  ['只是约数', ({ before, isChinese }) => isChinese && /[数几上成]$/u.test(before)],
  ['在引号里，当作名称', ({ before, words, unit }) => /[“‘][^”’]*$/u.test(before) && !isIdiom(words, unit)],
  ['说的是全天', ({ value, unit, bound }) => value === 24 && unit === '小时' && !bound],
  ['像是申请的条件', isCondition],
  ['像是补助的标准', isOffer],
  ['是年数，不知道是不是时限', ({ unit, bound }) => unit === '年' && !bound],
];

const isRough = ({ isRough, before, after }: Place, unit: string): boolean =>
  isRough ||
  /(?:(?<![最附就临])近|(?<![节合签制预])约)$/u.test(before) ||
  /^(?:左右|上下)/u.test(after.trimStart().slice(unit.length));

/** Every number with a unit in a text. */
const mentionsIn = (text: string): Mention[] =>
  text.split(clauseSigns).flatMap((clause) =>
    placesIn(clause.trim())
      .filter((place) => !countsNothing(place))
      .map((place): Mention => {
        const { value, words, unit = '', bound, before } = place;
        const against = objections.find(([, holds]) => holds(place))?.[0];
        return { value, words, unit, bound, before, clause: clause.trim(), against, isRough: isRough(place, unit) };
      }),
  );

/** What kind of limit a number is; undefined if it is a target. */
function limitOf({ unit, bound, before }: Mention): LimitData['kind'] | undefined {
  if (bound === '>=') return undefined;
  if (isTime(unit)) return bound === undefined && changing.test(before) ? undefined : 'deadline';
  return bound === '<=' ? 'ceiling' : undefined;
}

/**
 * The numbers with units in a measure's texts, as candidates for targets, or limits where the words bound them from above.
 * The words quoted are the clause, and the name is the same: what is counted is for the editor to say. `measure` is its number.
 * What is no candidate is reported. Of the measure's own text (`task` 0, last) only those numbers count that the tasks do not have
 * as often.
 */
export function candidatesIn(places: readonly QuantityPlace[], measure: number, line?: number): Candidates {
  const candidates: Candidates = { targets: [], limits: [], findings: [] };
  const { targets, limits, findings } = candidates;
  const inTasks = new Map<string, number>();
  for (const { text, task } of places)
    for (const mention of mentionsIn(text)) {
      const { value, words, unit, bound, clause, against, isRough } = mention;
      const key = `${value}${unit}`;
      const times = inTasks.get(key) ?? 0;
      inTasks.set(key, times + (task > 0 ? 1 : -1));
      if (task === 0 && times > 0) continue;
      const doubt = against ? `${against}，没有记作目标` : isRough ? `是约数，记作${value}` : undefined;
      if (doubt) findings.push(uncertain(line, `措施${measure}：“${clause}”`, `“${words}${unit}”${doubt}`));
      if (against) continue;
      const id = `m${measure}-${targets.length + limits.length + 1}`;
      const kind = limitOf(mention);
      const quoted = { value, unit, text: clause, task };
      const [stated] = period.exec(clause) ?? [];
      if (kind) limits.push({ id, kind, name: clause, ...quoted });
      else targets.push({ id, name: clause, operator: bound ?? '=', ...(stated ? { period: stated } : {}), ...quoted });
    }
  return candidates;
}
