import type { MeasureData } from '../schema/measure.ts';
import type { LimitData, TargetData } from '../schema/target.ts';
import { halfWidth, type Quantity, quantitiesIn } from '../text/numerals.ts';
import type { Found } from './rule.ts';

type Item = TargetData | LimitData;

/** Checks each target and limit of a measure by itself; gives the problems with their places. */
export const eachQuantity = (
  data: Pick<MeasureData, 'targets' | 'limits'>,
  check: (item: Item) => (Omit<Found, 'path'> & { field: string }) | undefined,
): Found[] =>
  (['targets', 'limits'] as const).flatMap((list) =>
    data[list].flatMap((item, index) => {
      const problem = check(item);
      if (!problem) return [];
      const { field, ...found } = problem;
      return [{ path: [list, index, field], ...found }];
    }),
  );

/** The number of a target or limit where a text has it with its unit. */
export const quantityIn = (text: string, { value, unit }: Item): Quantity | undefined =>
  quantitiesIn(text).find(
    (quantity) => quantity.value === value && quantity.after.trimStart().startsWith(halfWidth(unit)),
  );

/** Where the words of a target or limit are missing. */
export const missingFrom = ({ task }: Item): string =>
  task === undefined ? '正文里没有' : `正文和第${task}项任务里都没有`;
