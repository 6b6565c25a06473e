import { chineseDigits, chineseNumeral, quantitiesIn } from '../../text/numerals.ts';

const myriads = { 万: 1e4, 亿: 1e8 };

/** The ways to write a number, as tokens: 10000 → 10000, 1 万, 一 万; a year digit by digit. */
function waysToWrite(value: number, isYear: boolean): string[][] {
  const ways: string[][] = [[String(value)]];
  for (const [sign, myriad] of Object.entries(myriads))
    if (value >= myriad && (value * 100) % myriad === 0) ways.push([String(value / myriad), sign]);
  if (isYear) ways.push([...chineseDigits(value)]);
  else if (Number.isInteger(value) && value > 0 && value < 1e12) ways.push([...chineseNumeral(value)]);
  return ways;
}

/** A number in a row of tokens, from one place up to another, with all ways to write it. */
interface WrittenNumber {
  start: number;
  end: number;
  ways: string[][];
}

function numbersAmong(tokens: readonly string[]): WrittenNumber[] {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const token of tokens) {
    // Two numbers beside each other are not one.
    if (/\d$/u.test(text) && /^\d/u.test(token)) text += ' ';
    starts.push(text.length);
    text += token;
    ends.push(text.length);
  }
  return quantitiesIn(text).flatMap(({ value, words, before, after }): WrittenNumber[] => {
    const written = words.replace(/[余多几]$/u, '');
    const [start, end] = [starts.indexOf(before.length), ends.indexOf(before.length + written.length) + 1];
    if (start < 0 || end === 0 || /[余多几]/u.test(written)) return [];
    const ways = waysToWrite(value, /^\s*年/u.test(after) && value >= 1000 && value < 10_000);
    const isWord = words.startsWith('百分之');
    if (!isWord && tokens[end] !== '%') return [{ start, end, ways }];
    const percents = [[String(value), '%'], ...ways.map((way) => ['百', '分', '之', ...way])];
    return [{ start, end: isWord ? end : end + 1, ways: percents }];
  });
}

/** Enough for two numbers in a query; more are looked for as they are written. */
const most = 12;

/**
 * The other ways to write the numbers in a row of tokens: 二十条 → 20条, 90% → 百分之九十, 1万人 → 10000人.
 * The row itself is not among them. A number is never cut: 200 does not become 20.
 */
export function numberVariants(tokens: readonly string[]): string[][] {
  let rows: string[][] = [[]];
  let at = 0;
  for (const { start, end, ways } of numbersAmong(tokens)) {
    const between = tokens.slice(at, start);
    const written = tokens.slice(start, end);
    const all = [written, ...ways.filter((way) => way.join(' ') !== written.join(' '))];
    rows = rows.flatMap((row) => all.map((way) => [...row, ...between, ...way])).slice(0, most);
    at = end;
  }
  const own = tokens.join(' ');
  return rows.map((row) => [...row, ...tokens.slice(at)]).filter((row) => row.join(' ') !== own);
}

/** The whole number that a row of tokens is, in digits or Chinese numerals; undefined if it is none. */
export function wholeNumber(tokens: readonly string[]): number | undefined {
  const [only] = numbersAmong(tokens);
  if (only?.start !== 0 || only.end !== tokens.length) return undefined;
  const value = Number(only.ways[0]?.join(''));
  return Number.isInteger(value) ? value : undefined;
}
