import { dayInChina } from '../text/dates.ts';

/**
 * The day for which the content is checked and the site is built: today in China, or that of SOURCE_DATE_EPOCH in seconds, by
 * which a build can be repeated on a later day. Only the outermost functions ask for it; all others take the day as a parameter.
 * @see https://reproducible-builds.org/specs/source-date-epoch/
 */
export const today = (): string => {
  const { SOURCE_DATE_EPOCH } = process.env;
  return dayInChina(SOURCE_DATE_EPOCH ? new Date(Number(SOURCE_DATE_EPOCH) * 1000) : new Date());
};
