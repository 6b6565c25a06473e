const digits = '〇一二三四五六七八九';
const powers: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const myriads: Record<string, number> = { 万: 1e4, 亿: 1e8 };

/** The scales of Chinese numerals, the highest first. */
const scales = Object.entries({ ...powers, ...myriads }).sort(([, a], [, b]) => b - a);

function written(value: number): string {
  const [sign, size] = scales.find(([, scale]) => value >= scale) ?? ['', 1];
  if (size === 1) return digits[value] ?? '';
  const rest = value % size;
  const gap = rest > 0 && rest < size / 10 ? '零' : '';
  return written(Math.floor(value / size)) + sign + gap + (rest > 0 ? written(rest) : '');
}

/** Writes a whole number in Chinese numerals, as headings count: 20 → 二十, 105 → 一百零五. */
export const chineseNumeral = (value: number): string => written(value).replace(/^一十/u, '十');

/** Reads a run of Chinese numerals below 10000, 百 alone counting as 100; NaN if it is none. */
function readChinese(run: string): number {
  let total = 0;
  let digit = -1;
  for (const sign of run.replace(/[〇零]/gu, '')) {
    const power = powers[sign];
    if (power) {
      total += (digit < 0 ? 1 : digit) * power;
      digit = -1;
    } else if (digit < 0) {
      digit = sign === '两' ? 2 : digits.indexOf(sign);
    } else {
      return Number.NaN;
    }
  }
  return total + Math.max(digit, 0);
}

/** A text with full-width figures, letters and signs of reckoning in their usual form, each in its place. */
export const halfWidth = (text: string): string =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ％＋－．／＜＝＞～]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

/** A number as written, with the words before it that are part of its writing, its scale, and what makes it a rough one. */
const number =
  /(?:百分之)?(\d+(?:,\d{3})*(?:\.\d+)?|[一二两三四五六七八九十百千][〇零一二两三四五六七八九十百千]*)((?:[余多几](?=[万亿]))?)(?:\s*([万亿]+))?([余多几]?)/gu;

/** A number in a text. The words around it are in half width, each sign in its place. */
export interface Quantity {
  value: number;
  /** The number as written. */
  words: string;
  before: string;
  after: string;
  /** Whether the number is more than is written, as in `100余场`. */
  isRough: boolean;
}

/** All numbers written in a text, as plain numbers, each with what stands around it: `10亿元` → 1000000000 before `元`. */
export function quantitiesIn(text: string): Quantity[] {
  return [...halfWidth(text).matchAll(number)]
    .map(({ 0: words, 1: run = '', 2: within, 3: scale = '', 4: beyond, index, input }) => {
      const value = /^\d/u.test(run) ? Number(run.replaceAll(',', '')) : readChinese(run);
      const scaled = [...scale].reduce((product, sign) => product * (myriads[sign] ?? 1), value);
      return {
        // Decimals times a scale must not keep the error of binary fractions.
        value: Number(scaled.toPrecision(15)),
        words,
        before: input.slice(0, index),
        after: input.slice(index + words.length),
        isRough: Boolean(within || beyond),
      };
    })
    .filter(({ value }) => Number.isFinite(value));
}

/** All numbers written in a text, as plain numbers: `10亿元` → 1000000000, `百日` → 100, `90%` → 90. */
export const numbersIn = (text: string): number[] => quantitiesIn(text).map(({ value }) => value);

/** A plain number as the document's readers write it: 1000000000 → 10亿, 10000 → 1万, 1000 → 1000. */
export function figure(value: number): string {
  if (value >= 1e8 && value % 1e7 === 0) return `${value / 1e8}亿`;
  if (value >= 1e4 && value % 1e3 === 0) return `${value / 1e4}万`;
  return String(value);
}
