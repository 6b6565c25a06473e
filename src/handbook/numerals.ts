const digits = '〇一二三四五六七八九';
const powers: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const myriads: Record<string, number> = { 万: 1e4, 亿: 1e8 };

/** Writes a whole number from 1 to 99 in Chinese numerals, as headings count: 20 → 二十. */
export function chineseNumeral(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return (tens > 1 ? digits[tens] : '') + (tens > 0 ? '十' : '') + (ones > 0 ? digits[ones] : '');
}

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

/** A number as written, with the words before it that are part of its writing, and its scale. */
const number =
  /(?:百分之)?(\d+(?:,\d{3})*(?:\.\d+)?|[一二两三四五六七八九十百千][〇零一二两三四五六七八九十百千]*)([万亿]*)/gu;

/** A number in a text, with the words that follow it. */
export interface Quantity {
  value: number;
  after: string;
}

/** All numbers written in a text, as plain numbers, each with what follows: `10亿元` → 1000000000, `元`. */
export function quantitiesIn(text: string): Quantity[] {
  return [...text.normalize('NFKC').matchAll(number)]
    .map(({ 0: words, 1: run = '', 2: scale = '', index, input }) => {
      const value = /^\d/u.test(run) ? Number(run.replaceAll(',', '')) : readChinese(run);
      const scaled = [...scale].reduce((product, sign) => product * (myriads[sign] ?? 1), value);
      // Decimals times a scale must not keep the error of binary fractions.
      return { value: Number(scaled.toPrecision(15)), after: input.slice(index + words.length) };
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
