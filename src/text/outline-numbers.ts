import { unitAfter } from './counted-units.ts';
import { halfWidth, numbersIn } from './numerals.ts';

/** The number with which a heading or item begins. */
export interface Numbered {
  /** How deep such numbers stand in official documents; the smaller, the higher. */
  rank: number;
  /** As printed. */
  label: string;
  value: number;
  /** What follows. */
  rest: string;
}

const chinese = '[〇零一二三四五六七八九十百]+';

/** By rank, the highest first. */
const forms: readonly RegExp[] = [
  new RegExp(`^第${chinese}(?:编|部分)`, 'u'),
  new RegExp(`^第(?:${chinese}|\\d{1,3})章`, 'u'),
  new RegExp(`^第(?:${chinese}|\\d{1,3})节`, 'u'),
  new RegExp(`^${chinese}、`, 'u'),
  new RegExp(`^第(?:${chinese}|\\d{1,3})条`, 'u'),
  new RegExp(`^[（(]${chinese}[）)]、?`, 'u'),
  // Beside `1.1` stands `1 ` without a sign.
  /^\d{1,2}(?:[.．、](?!\s*\d)|(?= \p{Script=Han}))/u,
  // Not the decimals of an amount that a line end has set free: 1.5万人.
  /^\d{1,2}(?:[.．]\d{1,2})+[.．、]?(?!\d|[万亿%％倍元个家项米吨])/u,
  /^[（(]\d{1,2}[）)]/u,
];

/** The rank of numbers such as `第一条`. */
export const articleRank = 4;
/** The rank of numbers such as `1.1`, which an amount can look like. */
export const decimalRank = 7;

/** The number at the beginning of a line, in one of the ways in use; undefined if there is none. */
export function numberedIn(text: string): Numbered | undefined {
  const line = halfWidth(text);
  for (const [rank, form] of forms.entries()) {
    const length = form.exec(line)?.[0].length;
    if (length === undefined) continue;
    const label = text.slice(0, length);
    // A number of something is none of an outline: 12 个月内.
    const behind = text.slice(length);
    if (/^\d+$/u.test(label) && (/^\s*[月万亿]/u.test(behind) || unitAfter(behind))) continue;
    // `5.1.1` stands below `5.1`, and both above `（1）`.
    const depth = rank === decimalRank ? (label.match(/\d+/gu)?.length ?? 2) - 2 : 0;
    return { rank: rank + depth / 10, label, value: numbersIn(label).at(-1) ?? 0, rest: behind.trim() };
  }
  return undefined;
}

/** The words of a heading without its number. */
export const unnumbered = (text: string): string => numberedIn(text)?.rest ?? text;
