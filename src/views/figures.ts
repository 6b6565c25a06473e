import type { Plan, Target } from '../model/types.ts';
import { figure, halfWidth, quantitiesIn } from '../text/numerals.ts';

interface StatedQuantity {
  value: number;
  unit: string;
  text: string;
}

/** A target or limit in parts for display; every part is a substring of its text, in the order of the text. */
export interface Figure {
  /** How far the document binds itself: `力争`, `不少于`. */
  bounds: string[];
  digits: string;
  /** The scale of the number and what it counts: `亿元`. */
  unit: string;
  /** The words after the unit: `以上`. */
  beyond: string;
}

/** Words that hold for all that follows them in their sentence. */
const intents = /力争|争取|力求|计划|预计|原则上|逐步|累计|平均|年均/gu;
/** Words right before a number. Where a level is to be kept, the number begins behind the words that say so. */
const limitingWords =
  /(稳定在?|维持在?|保持在?)?((?:不得?(?:少于|低于|小于|超过|高于|多于|大于)|至少|至多|最高(?:允许|可达|可)?|最低|最多|最少|超过|突破|达到|达|(?<!节)约|(?<![附最])近)*\s*)$/u;
/** Words right behind what is counted, whose last character comes first. */
const beyondUnit = /(?<=^.)(?:以上|以下|以内|之内|左右)|(?<=^[日天周月年时钟])内/u;

/** A quantity's figure, and the words of its text from those right before the number on; undefined if the text lacks the number. */
function readFigure({ value, unit, text }: StatedQuantity): { figure: Figure; words: string } | undefined {
  // The last one counts: where a text names two numbers alike, the earlier belongs to the clause before.
  const found = quantitiesIn(text).findLast(
    (one) => one.value === value && one.after.trimStart().startsWith(halfWidth(unit)),
  );
  if (!found) return undefined;
  const start = found.before.length;
  const end = start + found.words.length;
  const before = text.slice(0, start);
  const number = text.slice(start, end);
  const blank = found.after.length - found.after.trimStart().length;
  const unitEnd = end + blank + unit.length;
  const [sentence = ''] = /[^。；！？]*$/u.exec(before) ?? [];
  const [, level = '', limit = ''] = limitingWords.exec(before) ?? [];
  const [beyond = ''] = beyondUnit.exec(text.slice(unitEnd - 1)) ?? [];
  const [digits = ''] = /^[^万亿]+/u.exec(number) ?? [];
  return {
    figure: {
      bounds: [...new Set(sentence.match(intents)), level, limit.trim()].filter((words) => words !== ''),
      digits,
      unit: number.slice(digits.length) + unit,
      beyond,
    },
    words: text.slice(start - limit.length, unitEnd + beyond.length),
  };
}

/** The parts in which a target or limit is shown large: `力争`, `100`, `家`. What cannot be read is shown as quoted. */
export const figureOf = (quantity: StatedQuantity): Figure =>
  readFigure(quantity)?.figure ?? { bounds: [], digits: quantity.text, unit: '', beyond: '' };

/** The words of a quantity's text that state its number, with those beside it that bound it; undefined if the text lacks the number. */
export const statedWords = (quantity: StatedQuantity): string | undefined => readFigure(quantity)?.words;

/** The same, or all of the text: `不少于50场`, `10亿元以上`. */
export const figureWords = (quantity: StatedQuantity): string => statedWords(quantity) ?? quantity.text;

/** A target or limit in one piece: `力争100家`, `最高允许100%`. */
export function figureLabel(quantity: StatedQuantity): string {
  const { bounds, digits, unit, beyond } = figureOf(quantity);
  return [...bounds, digits, unit, beyond].join('');
}

/** The words above a target's figure: its period, unless that bounds the number already, and its bounds: `2025年 力争`, `年均`. */
export function wordsAbove(target: Target): string {
  const { bounds } = figureOf(target);
  const { period } = target;
  return [...(period && !bounds.includes(period) ? [period] : []), bounds.join('')].filter(Boolean).join(' ');
}

/**
 * The name of a target or limit beside its figure: without the number and its bounds, where the name ends with the number or bounds
 * it, too. Within a name, a bare number is part of what something is called.
 */
export function nameBesideFigure(quantity: StatedQuantity & { name: string }): string {
  const { name, value, unit } = quantity;
  const stated = statedWords({ value, unit, text: name });
  if (stated === undefined) return name;
  const own = figureOf({ value, unit, text: name });
  if (!name.endsWith(stated) && own.bounds.length === 0 && own.beyond === '') return name;
  return figureOf(quantity).bounds.reduce((rest, bound) => rest.replace(bound, ''), name.replace(stated, '')) || name;
}

/** A number that the document does not print: `30亿元`, `12家`. */
export const figureText = (value: number, unit: string): string => figure(value) + unit;

/** The targets that speak for a plan on the front page: those that its record names, or the first. */
export const featuredTargets = ({ featured, targets }: Pick<Plan, 'featured' | 'targets'>): Target[] =>
  featured.length > 0
    ? featured.flatMap((id) => targets.find((target) => target.id === id) ?? [])
    : targets.slice(0, 5);
