import type { Quantity } from './numerals.ts';

/** How the words around a number bound it: from below or from above. */
export type Bound = '>=' | '<=';

const not = '[不未](?:再|得|能|可|应|当|会|要|许|准|宜|允许)*';
const more = '超过|超出|超(?=\\s*$)|高于|多于|大于|逾|突破(?![年口性])';
const less = '少于|低于|小于|不足(?=\\s*$)';

/** The words before a number. What stands first counts, so that 不超过 is read before 超过. */
const wordsBefore = new RegExp(
  [
    `(?<atMost>${not}(?:${more})|${less}|[至最]多|最[高长]|上限|控制在|[≤<]=?)`,
    `(?<atLeast>${not}(?:${less}|下于)|${more}|至少|最[少低短]|下限|[≥>]=?)`,
  ].join('|'),
  'gu',
);
/** The stretch before a number that can speak of it: from its clause, and not what speaks of another number. */
const stretchBefore = /(?:\d{4}年|[^，。；：！？\n\d]){0,80}$/u;
/** The words after a unit: at once, or after what is counted, but not those that say which: 省级以上, 规模以上. */
const wordsAfter =
  /^(?:[^，。；：、\d]{0,5}(?<![级模额元型士科])(?:(?<atLeast>以上|之上)|(?<atMost>以下|以内|之[下内]))|(?<within>内(?![资部外地陆])))/u;

/** How a number in a text is bounded by the words around it and its unit; undefined if it is not. */
export function boundOf({ before, after }: Pick<Quantity, 'before' | 'after'>, unit: string): Bound | undefined {
  const [stretch = ''] = stretchBefore.exec(before.slice(-100)) ?? [];
  const rest = after.trimStart();
  const following = wordsAfter.exec(rest.startsWith(unit) ? rest.slice(unit.length) : rest);
  const { groups } = following ?? [...stretch.matchAll(wordsBefore)].at(-1) ?? {};
  if (!groups) return undefined;
  return groups.atLeast ? '>=' : '<=';
}
