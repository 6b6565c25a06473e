import { fieldCalled } from '../schema/field-names.ts';
import { readDay } from '../text/dates.ts';
import { halfWidth, quantitiesIn } from '../text/numerals.ts';
import { syllablesOf } from '../text/pinyin.ts';

/*
 * What an editor may have meant by a value that its schema refuses: readings of dates, numbers, lists and names as people write
 * them. They are proposed without regard to the field; the schema decides which of them is right (`validate.ts`).
 */

/** Numerals as they are written on cheques. */
const chequeNumerals: Record<string, string> = {
  ...Object.fromEntries([...'壹贰叁肆伍陆柒捌玖'].map((sign, index) => [sign, '一二三四五六七八九'.charAt(index)])),
  ...{ 拾: '十', 佰: '百', 仟: '千', 萬: '万', 億: '亿' },
};
/** Signs and words that make a number a rough one, a range or less than nothing. */
const notPlain = /[约近余多几至到~～—–−/]|左右|上下|(?<!\d)-|-(?=\d)|负|零下/u;

/** The one plain number that a text writes: `1,000`, `１０００`, `一千`, `1000列`, `10亿元`. */
function readNumber(text: string): number | undefined {
  const plain = halfWidth(text)
    .replace(/[壹贰叁肆伍陆柒捌玖拾佰仟萬億]/gu, (sign) => chequeNumerals[sign] ?? sign)
    .replace(/(?<=\d)[，,、'’_\s](?=\d{3}(?!\d))/gu, '')
    .replace(/(?<=\d)[。．](?=\d)/gu, '.');
  const [only, more] = quantitiesIn(plain);
  return only && !more && !only.isRough && !notPlain.test(plain) ? only.value : undefined;
}

const part = '[\\d〇零○一二三四五六七八九十廿卅]';
const day = `(${part}{2}|${part}{4})\\s*[年\\-/.·、—–\\\\,]\\s*(${part}{1,3})\\s*[月\\-/.·、—–\\\\,]\\s*(${part}{1,3})\\s*[日号]?`;
const dayForm = new RegExp(
  `^(?:公元|[自从至到])?${day}(?:\\s*[（(].*[)）]|印发|发布|起|止|[T\\s]+\\d{1,2}[:：时].*)?$`,
  'u',
);

/** The day in which sheets of Excel count days, the 0th. @see ECMA-376, Part 1, 18.17.4.1 */
const sheetEpoch = Date.UTC(1899, 11, 30);

/** The day that a text writes: `2025年3月28日`, `2025/3/28`, `2025.3.28`, `20250328`, in figures of any kind; `45744` of a sheet. */
function readDate(text: string): string | undefined {
  const plain = halfWidth(text.trim()).replace(/^(\d{4})(\d\d)(\d\d)$/u, '$1-$2-$3');
  if (/^[34]\d{4}$/u.test(plain)) return new Date(sheetEpoch + Number(plain) * 86_400_000).toISOString().slice(0, 10);
  const [, year, month, date] = dayForm.exec(plain) ?? [];
  return year && month && date ? readDay(`${year.length < 4 ? `20${year}` : year}年${month}月${date}日`) : undefined;
}

/** The first day that is written in a text. */
export const dayWithin = (text: string): string | undefined =>
  readDate(new RegExp(day, 'u').exec(halfWidth(text))?.[0] ?? '');

const booleans: Record<string, boolean> = {
  ...Object.fromEntries(
    ['是', '有', '对', '真', '√', '✓', 'yes', 'y', 'true', 'on', '1', '*'].map((word) => [word, true]),
  ),
  ...Object.fromEntries(
    ['否', '不是', '无', '没有', '不', '假', '×', 'no', 'n', 'false', 'off', '0'].map((word) => [word, false]),
  ),
};

const openBrackets = '【［〔「『（([{｛';
const closeBrackets = '】］〕」』）)]}｝';
/** Whether a text ends with a bracket that closes the whole of it, as none of its own words does. */
const isClosing = (text: string) => {
  const [words, last] = [text.trim().slice(0, -1), text.trim().at(-1) ?? ''];
  const open = openBrackets.charAt(closeBrackets.indexOf(last));
  return closeBrackets.includes(last) && (words.startsWith(open) || !words.includes(open));
};
const blanks = /[|｜/\s]+/u;
const quotes = /^[‘’“”"'「『]+|[‘’“”"'」』]+$/gu;

const commas = /[，,、；;]+/u;

/** The items of a list that an editor wrote as one text: `甲、乙`, `【甲，乙】`, `“甲” “乙”`. */
export function itemsIn(text: string): string[] {
  // One of the two may be lost.
  const inside = [...text.trim()]
    .filter(
      (sign, at, { length }) => !(at === 0 && openBrackets.includes(sign)) && !(at === length - 1 && isClosing(text)),
    )
    .join('')
    .trim();
  return inside
    .split(commas.test(inside) ? commas : blanks)
    .map((item) => item.trim().replace(quotes, ''))
    .filter((item) => item !== '');
}

/** Where words of the document stand, as an editor says it: `任务36`, `措施九`, `第36项`, `正文`. */
function readPlace(text: string): unknown {
  const plain = halfWidth(text)
    .replace(/[{}｛｝【】[\]]/gu, ' ')
    .trim();
  const number = readNumber(plain.replace(/^\D*?(?=[\d一二三四五六七八九十百])/u, ''));
  if (/^(?:任务|清单|task|第.*项)/iu.test(plain)) return { task: number };
  if (/^(?:措施|measure|第.*条)/iu.test(plain)) return { measure: number };
  if (/^(?:part|body|正文|总体要求|保障措施)/iu.test(plain)) return { part: 'body' };
  return undefined;
}

/** Forms of one text in which some field wants it. */
function* forms(text: string): Generator<unknown> {
  const line = text.replace(/\s*\n\s*/gu, '').trim();
  const ascii = halfWidth(line)
    .replace(/[：。]/gu, (sign) => (sign === '：' ? ':' : '.'))
    .replace(quotes, '')
    .replace(/[,;.]$/u, '');
  yield line;
  if (/^[\x21-\x7e]+$/u.test(ascii)) {
    yield ascii;
    yield ascii.toLowerCase();
  }
  yield booleans[ascii.toLowerCase()];
  yield readDate(ascii);
  yield readPlace(line);
  yield readNumber(line);
  // A document's number has the year in brackets of its own.
  yield line.replace(/\s*[[［【（(〈<「{﹝](\d{4})[\]］】）)〉>」}﹞]\s*第?\s*(\d+)\s*号?$/u, '〔$1〕$2号');
  yield line.replace(/^[*＊]\s*/u, '');
  yield line.replace(quotes, '');
  yield line.replace(/[，。；、：,;:]+$/u, '');
  yield line.replace(/[|│丨]/u, '｜');
  yield line.replace(/^([a-z\d-]+)[^a-z\d-]+(\d+)\D*$/u, '$1/$2');
}

/** A name as it can stand in an address: Chinese in pinyin, blanks and capitals as hyphens and small letters. */
export const asSlug = (name: string): string =>
  (/\p{Script=Han}/u.test(name) ? syllablesOf(halfWidth(name)).join('-') : halfWidth(name))
    .toLowerCase()
    .replace(/[^a-z\d]+/gu, '-')
    .replace(/^-|-$/gu, '');

/** Forms of an address of the web, and of a path on a site. */
export function* addresses(written: string): Generator<string> {
  const text = halfWidth(written).trim().replaceAll('：', ':').replace(quotes, '');
  const whole = text.replace(/^(https?):?[\\/]*(?=\w)/iu, '$1://');
  for (const address of [whole, ...(/^[\w-]+(?:\.[\w-]+)+/u.test(text) ? [`https://${text}`] : [])]) {
    yield address;
    if (URL.canParse(address)) yield new URL(address).origin;
  }
  const path = text
    .replace(/^https?:\/\/[^/]+\//u, '')
    .replace(/^content\//u, '')
    .replace(/^topics\/(?=.*\.yaml$)/u, 'support/')
    .replace(/(?:\.yaml|\/index\.html)$/u, '');
  yield `${path.replace(/^\/+|\/+$/gu, '')}/`;
  if (/^[\w./\\-]+$/u.test(text))
    yield `/${text.replace(/^[\\/]+|[\\/]+$/gu, '').replaceAll('\\', '/')}/`.replace('//', '/');
}

/** The fields of a place by any name. */
function* objectForms(value: Record<string, unknown>): Generator<unknown> {
  const keys = Object.keys(value);
  const isBare = keys.every((key) => value[key] === null);
  if (isBare) yield keys;
  if (isBare && keys.length === 1) yield* forms(keys[0] ?? '');
  const named = keys.map((key) => [fieldCalled(key, ['task', 'measure', 'part']) ?? key, value[key]] as const);
  yield Object.fromEntries(named);
  yield Object.fromEntries(named.map(([key, one]) => [key, typeof one === 'string' ? readNumber(one) : one]));
  // A blank behind a colon in a text makes a field of its beginning.
  const [first] = keys;
  if (first !== undefined && keys.length === 1 && typeof value[first] === 'string') yield `${first}: ${value[first]}`;
  yield [value];
}

/**
 * A list with items of which some are several: `[甲，乙]`; those that commas set apart first, then those with other signs between.
 * Only those that are refused, where it is known which.
 */
export function* flattened(list: readonly unknown[], refused?: ReadonlySet<number>): Generator<unknown[]> {
  const split = (isSeveral: (item: string) => boolean) =>
    list.flatMap((item, at) =>
      typeof item === 'string' && refused?.has(at) !== false && isSeveral(item) ? itemsIn(item) : [item],
    );
  for (const items of [split((item) => commas.test(item)), split(() => true)]) {
    yield [...new Set(items)];
    yield items.map((item) => (typeof item === 'string' ? readNumber(item) : item));
  }
}

/** What a refused value may have been meant as, the likeliest first. */
export function* meanings(value: unknown): Generator<unknown> {
  if (typeof value === 'string') {
    yield* forms(value);
    const items = itemsIn(value);
    yield items;
    yield items.map(readNumber);
  } else if (Array.isArray(value)) {
    if (value.length === 1) yield value[0];
    yield* flattened(value);
    if (value.every((item) => typeof item === 'string')) yield value.join('、');
  } else if (typeof value === 'number' || typeof value === 'boolean') {
    yield readDate(String(value));
    yield booleans[String(value)];
    yield [value];
    yield [String(value)];
  } else if (value instanceof Date) yield [value.toISOString().slice(0, 10)];
  else if (typeof value === 'object' && value !== null) yield* objectForms(value as Record<string, unknown>);
}
