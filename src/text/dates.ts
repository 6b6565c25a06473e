import { numeralSigns, readNumeral } from './numerals.ts';

const sign = `[\\d${numeralSigns}]`;

/** The source of a regular expression for a year as documents print it: 2025年, 二〇二五年. */
export const yearPattern = `${sign}{4}年`;
/** The source of a regular expression for a day as documents print it: 2025年3月28日, 二〇二五年三月二十八日. */
export const dayPattern = `${yearPattern}${sign}{1,3}月${sign}{1,3}日`;

/** Reads a day as documents print it, as `YYYY-MM-DD`; undefined if there is no such day. */
export function readDay(printed: string): string | undefined {
  const parts = printed.split(/[年月日]/u).slice(0, 3);
  const [year = 0, month = 0, day = 0] = parts.map((part) => readNumeral(part) ?? 0);
  const time = new Date(Date.UTC(year, month - 1, day));
  const isReal = year > 0 && time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
  return isReal ? time.toISOString().slice(0, 10) : undefined;
}

/** The day in China at a moment, as `YYYY-MM-DD`: eight hours ahead of UTC, all the year. */
export const dayInChina = (moment: Date): string =>
  new Date(moment.getTime() + 8 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** The day after one, as `YYYY-MM-DD`. */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** Writes a day, given as `YYYY-MM-DD`, as documents print it: `2025年3月28日`. */
export const dayText = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};
