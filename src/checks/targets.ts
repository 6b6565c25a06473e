import type { MeasureData } from '../schema/measure.ts';
import type { LimitData, TargetData } from '../schema/target.ts';
import { halfWidth, type Quantity, quantitiesIn } from '../text/numerals.ts';
import type { Found } from './rule.ts';

type Item = TargetData | LimitData;
/** What is wrong with a field of a target or limit. */
export type FieldFault = Omit<Found, 'path'> & { field: string };

/** Checks each target and limit of a measure by itself; gives the problems with their places. */
export const eachQuantity = (
  data: Pick<MeasureData, 'targets' | 'limits'>,
  check: (item: Item) => FieldFault | FieldFault[] | undefined,
): Found[] =>
  (['targets', 'limits'] as const).flatMap((list) =>
    data[list].flatMap((item, index) =>
      [check(item) ?? []].flat().map(({ field, ...found }) => ({ path: [list, index, field], ...found })),
    ),
  );

/** A number where a text has it with its unit. */
export const quantityIn = (text: string, { value, unit }: Pick<Item, 'value' | 'unit'>): Quantity | undefined =>
  quantitiesIn(text).find(
    (quantity) => quantity.value === value && quantity.after.trimStart().startsWith(halfWidth(unit)),
  );
