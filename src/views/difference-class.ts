import { numbersIn } from '../text/numerals.ts';

/** Classes of differences between the plan's text and the list's, the most important first. */
export const differenceClasses = {
  substance: { label: '增删', description: '只有一处写有的句子、分句或并列项' },
  number: { label: '数字', description: '两处的数字不同' },
  units: { label: '责任单位', description: '两处写明的责任单位不同' },
  wording: { label: '措辞', description: '两处的用词不同' },
  punctuation: { label: '标点', description: '只有标点不同' },
} as const;
export type DifferenceClass = keyof typeof differenceClasses;

/** The classes in their order, each with how many of the differences are of it. */
export const countedClasses = (differences: readonly { class: DifferenceClass }[]) =>
  (Object.keys(differenceClasses) as DifferenceClass[]).map((name) => ({
    name,
    ...differenceClasses[name],
    count: differences.filter((difference) => difference.class === name).length,
  }));

const onlyPunctuation = /^[\p{P}\p{S}\s]*$/u;
const clauseBorder = /^[\p{P}\p{S}]?$/u;
const numeral = /[\d.%〇一二两三四五六七八九十百千万亿]/u;

/** The numbers in words, with the numerals that stand around them, so that 4〔0〕家 is read as 40. */
function numbersAround(words: string, before: string, after: string): string {
  let [start, end] = [before.length, 0];
  while (start > 0 && numeral.test(before[start - 1] ?? '')) start--;
  while (end < after.length && numeral.test(after[end] ?? '')) end++;
  return numbersIn(before.slice(start) + words + after.slice(0, end)).join();
}

/**
 * The class of a difference in words. One side's own words are substance if they are a clause or item in themselves, that is,
 * stand between punctuation or run over it; other words are wording, unless numbers differ.
 */
export function classify(plan: string, list: string, before: string, after: string): Exclude<DifferenceClass, 'units'> {
  if (onlyPunctuation.test(plan + list)) return 'punctuation';
  const words = plan && list ? '' : plan + list;
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const opens = clauseBorder.test(before.at(-1) ?? '') || clauseBorder.test(first);
  const closes = clauseBorder.test(after[0] ?? '') || clauseBorder.test(last);
  if (words && ((opens && closes) || /.\p{P}./u.test(words))) return 'substance';
  return numbersAround(plan, before, after) === numbersAround(list, before, after) ? 'wording' : 'number';
}
