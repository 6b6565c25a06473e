const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const values: Record<string, number> = Object.fromEntries(digits.map((digit, value) => [digit, value]));
Object.assign(values, { 〇: 0, 两: 2 });
const powers: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const myriads: Record<string, number> = { 万: 1e4, 亿: 1e8 };

/** Reads Chinese numerals, 万 and 亿 included; undefined if the signs are no number. */
function readChinese(signs: readonly string[]): number | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const sign of signs) {
    const value = values[sign];
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
    } else if (powers[sign]) {
      section += (digit ?? 1) * powers[sign];
      digit = undefined;
    } else {
      if (section + (digit ?? 0) === 0) return undefined;
      total += (section + (digit ?? 0)) * (myriads[sign] ?? 1);
      section = 0;
      digit = undefined;
    }
  }
  return total + section + (digit ?? 0);
}

/** Writes a whole number below 10000 in Chinese numerals. */
function section(value: number): string {
  let text = '';
  let gap = false;
  for (const [power, sign] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / power) % 10;
    if (digit === 0) gap = text !== '';
    else {
      text += (gap ? '零' : '') + (digit === 1 && power === 10 && text === '' ? '' : digits[digit]) + sign;
      gap = false;
    }
  }
  return text;
}

/** Writes a whole number in Chinese numerals: 20 → 二十. */
function writeChinese(value: number): string {
  const [billions, rest] = [Math.floor(value / 1e8), value % 1e8];
  return (
    (billions > 0 ? `${section(billions)}亿` : '') +
    (rest >= 1e4 ? `${section(Math.floor(rest / 1e4))}万` : '') +
    section(rest % 1e4)
  );
}

/** The ways to write a number, as units: 10000 → 10000, 1 万, 一 万. */
function waysToWrite(value: number): string[][] {
  const ways: string[][] = [[String(value)]];
  for (const [sign, myriad] of Object.entries(myriads))
    if (value >= myriad && (value * 100) % myriad === 0) ways.push([String(value / myriad), sign]);
  if (Number.isInteger(value) && value > 0 && value < 1e12) ways.push([...writeChinese(value)]);
  return ways;
}

const isDigits = (unit: string) => /^\d+(?:\.\d+)?$/u.test(unit);
const isNumeral = (unit: string) => unit in values || unit in powers || unit in myriads;

/** A number in digits times the signs after it, without what binary fractions add: 89551.21 万 is 895512100. */
const product = (value: number, signs: readonly string[]) =>
  Number(signs.reduce((product, sign) => product * (myriads[sign] ?? 1), value).toPrecision(15));

interface Found {
  start: number;
  end: number;
  ways: string[][];
}

/** The numbers that stand in a row of units, each with all ways to write it. */
function numbersIn(units: readonly string[]): Found[] {
  const found: Found[] = [];
  for (let start = 0; start < units.length; start++) {
    const percent = units.slice(start, start + 3).join('') === '百分之';
    let end = percent ? start + 3 : start;
    const from = end;
    if (isDigits(units[end] ?? '')) {
      end++;
      while ((units[end] ?? '') in myriads) end++;
    } else while (isNumeral(units[end] ?? '')) end++;
    const [first = '', ...rest] = units.slice(from, end);
    if (first === '') continue;
    const value = isDigits(first) ? product(Number(first), rest) : readChinese([first, ...rest]);
    if (value === undefined) continue;
    const ways = waysToWrite(value);
    if (percent || units[end] === '%') {
      const stop = percent ? end : end + 1;
      found.push({
        start,
        end: stop,
        ways: [[String(value), '%'], ...ways.map((way) => ['百', '分', '之', ...way])],
      });
      end = stop;
    } else found.push({ start, end, ways });
    start = end - 1;
  }
  return found;
}

/** Enough for two numbers in a query; more are looked for as they are written. */
const most = 12;

/**
 * The other ways to write the numbers in a row of units: 二十条 → 20条, 90% → 百分之九十, 1万人 → 10000人.
 * The row itself is not among them. A number is never cut: 200 does not become 20.
 */
export function numberVariants(units: readonly string[]): string[][] {
  let rows: string[][] = [[]];
  let at = 0;
  for (const { start, end, ways } of numbersIn(units)) {
    const between = units.slice(at, start);
    const written = units.slice(start, end);
    const all = [written, ...ways.filter((way) => way.join(' ') !== written.join(' '))];
    rows = rows.flatMap((row) => all.map((way) => [...row, ...between, ...way])).slice(0, most);
    at = end;
  }
  const own = units.join(' ');
  return rows.map((row) => [...row, ...units.slice(at)]).filter((row) => row.join(' ') !== own);
}

/** The whole number that a row of units is, in digits or Chinese numerals; undefined if it is none. */
export function wholeNumber(units: readonly string[]): number | undefined {
  const [only] = numbersIn(units);
  if (only?.start !== 0 || only.end !== units.length) return undefined;
  const value = Number(only.ways[0]?.join(''));
  return Number.isInteger(value) ? value : undefined;
}
