const zeros = '〇零○';
const digits: Record<string, number> = {
  ...Object.fromEntries([...'〇一二三四五六七八九'].map((sign, value) => [sign, value])),
  零: 0,
  '○': 0,
  两: 2,
};
const powers: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const tens: Record<string, number> = { 廿: 20, 卅: 30 };
const myriads: Record<string, number> = { 万: 1e4, 亿: 1e8 };

/** The signs of Chinese numerals below 10000, for use inside the brackets of a regular expression. */
export const numeralSigns = '〇零○一二两三四五六七八九十百千廿卅';

/** The scales of Chinese numerals, the highest first. */
const scales = Object.entries({ ...powers, ...myriads }).sort(([, a], [, b]) => b - a);

function spelled(value: number): string {
  const [sign, size] = scales.find(([, scale]) => value >= scale) ?? ['', 1];
  if (size === 1) return chineseDigits(value);
  const rest = value % size;
  const gap = rest > 0 && rest < size / 10 ? '零' : '';
  return spelled(Math.floor(value / size)) + sign + gap + (rest > 0 ? spelled(rest) : '');
}

/** Writes a whole number from 1 on in Chinese numerals, as headings count: 20 → 二十, 10500 → 一万零五百. */
export const chineseNumeral = (value: number): string => spelled(value).replace(/^一十/u, '十');

/** Writes how many there are, before what is counted: 2 → 两, in `两条`; otherwise as headings count. */
export const chineseCount = (value: number): string => (value === 2 ? '两' : chineseNumeral(value));

/** Writes a whole number digit by digit, as years are written: 2025 → 二〇二五. */
export const chineseDigits = (value: number): string =>
  String(value).replace(/\d/gu, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)));

const isDigitByDigit = (numeral: string): boolean =>
  numeral.length > 1 && [...numeral].every((sign) => digits[sign] !== undefined);

/**
 * Reads a whole string as one number, in figures, in Chinese numerals or in both: `1,200`, `一万零五百`, `12万五千`, `廿八`, and
 * digit by digit `二〇二五`. A last digit without a power counts in the power below the one before it: `一百五` is 150, `一百零五`
 * is 105. Undefined for anything else, numerals in impossible order included: `十百`, `十四五`.
 */
export function readNumeral(numeral: string): number | undefined {
  if (isDigitByDigit(numeral)) return Number([...numeral].map((sign) => digits[sign]).join(''));
  const tokens = halfWidth(numeral)
    .replaceAll(',', '')
    .match(/\d+(?:\.\d+)?|\D/gu);
  if (!tokens) return undefined;
  let [hundredMillions, tenThousands, section] = [0, 0, 0];
  let digit: number | undefined;
  let last = 10;
  for (const token of tokens) {
    const value = digits[token] ?? (/^\d/u.test(token) ? Number(token) : undefined);
    const power = powers[token];
    const own = section + (digit ?? 0);
    if (value !== undefined) {
      if (digit) return undefined;
      digit = value;
      if (value === 0 || !(token in digits)) last = 10;
      continue;
    }
    if (power) {
      if (section % (power * 10) !== 0) return undefined;
      section += (digit ?? 1) * power;
      last = power;
    } else if (tens[token]) {
      if (digit || section % 100 !== 0) return undefined;
      section += tens[token];
      last = 10;
    } else if (token === '万') {
      if (own > 0 ? tenThousands > 0 : tenThousands === 0) return undefined;
      tenThousands = (own || tenThousands) * 1e4;
    } else if (token === '亿') {
      const all = own + tenThousands;
      if (all > 0 ? hundredMillions > 0 : hundredMillions === 0) return undefined;
      hundredMillions = (all || hundredMillions) * 1e8;
      tenThousands = 0;
    } else return undefined;
    digit = undefined;
    if (token in myriads) [section, last] = [0, myriads[token] as number];
  }
  const total = hundredMillions + tenThousands + section + ((digit ?? 0) * last) / 10;
  // Decimals times a scale must not keep the error of binary fractions.
  return Number(total.toPrecision(15));
}

/** A text with full-width figures, letters and signs of reckoning in their usual form; offsets stay as they are. */
export const halfWidth = (text: string): string =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ％＋－．／＜＝＞～]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

const digitSign = '[一二两三四五六七八九]';
const inFigures = '\\d+(?:,\\d{3})*(?:\\.\\d+)?';
/** 千 begins units, too: 10万千瓦. */
const powerSign = '(?:百|千(?![瓦克米伏卡]))';
const anySign = `(?:[${zeros}一二两三四五六七八九十廿卅]|${powerSign})`;
/** What may go on after 万 or 亿: 12万[五千], 一万[零五百], 1亿[2000]万; not 50万[一]次. */
const remainder = `(?:[${zeros}]${anySign}+|(?:${digitSign}|\\d+(?:\\.\\d+)?)(?:十|${powerSign})${anySign}*|\\d+(?=万))`;

/** A number as written, with the words before it that are part of its writing, its scale, and what makes it a rough one. */
const number = new RegExp(
  [
    '(?:百分之)?',
    `(?<head>\\d(?:\\.\\d+)?${powerSign}${anySign}*|${inFigures}|(?!${`[${zeros}]`})${anySign}+)`,
    '(?<within>[余多几](?=[万亿]))?',
    `(?<tail>(?:\\s*[万亿]+${remainder}?)*)`,
    '(?<beyond>[余多几]?)',
  ].join(''),
  'gu',
);

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
  return [...halfWidth(text).matchAll(number)].flatMap(({ 0: words, index, input, groups = {} }) => {
    const { head = '', within, tail = '', beyond } = groups;
    const after = input.slice(index + words.length);
    const value = readNumeral(head + tail.replace(/\s/gu, ''));
    // Digits in a row are one number in years and where one is 〇; else they are several: 三四家, 一二三产业.
    const isOne = !isDigitByDigit(head) || /[〇零○]/u.test(head) || (head.length === 4 && after.startsWith('年'));
    if (value === undefined || !isOne) return [];
    return [{ value, words, before: input.slice(0, index), after, isRough: Boolean(within || beyond) }];
  });
}

/** All numbers written in a text, as plain numbers: `10亿元` → 1000000000, `百日` → 100, `90%` → 90. */
export const numbersIn = (text: string): number[] => quantitiesIn(text).map(({ value }) => value);

/** A plain number as the document's readers write it: 1000000000 → 10亿, 235000000 → 2.35亿, 10000 → 1万, 1000 → 1000. */
export function figure(value: number): string {
  if (value >= 1e8 && value % 1e4 === 0) return `${value / 1e8}亿`;
  if (value >= 1e4 && value % 1e3 === 0) return `${value / 1e4}万`;
  return String(value);
}
