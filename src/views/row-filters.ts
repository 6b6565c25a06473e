import { normalise } from '../text/normalise.ts';

/** A row of a list, as its reader can filter it. */
export interface FilterRow {
  /** By the name of a condition, the values that the row has. */
  values: Readonly<Record<string, readonly string[]>>;
  /** All words by which the row can be found. */
  words?: string;
}

/** Conditions that a row must meet, by name; an empty one asks nothing. A query string holds them under the same names. */
export type RowFilter = Readonly<Record<string, string>>;

/** The condition that asks for words, in any order, instead of a value. */
export const wordsName = 'q';

/** The conditions on rows of the task list. `with` asks for another unit that the same row names, `lead` for the one that leads. */
export const taskConditions = [
  'unit',
  'with',
  'lead',
  'environment',
  'measure',
  'innovation',
  'target',
  wordsName,
] as const;
/** The value of a condition that is on or off. */
export const on = '1';

/** Reads conditions from a query string; others that it holds are ignored. */
export const readFilter = (query: URLSearchParams, names: readonly string[]): RowFilter =>
  Object.fromEntries(names.map((name) => [name, query.get(name)?.trim() ?? '']));

/** Writes conditions as a query string: `?unit=…&environment=3`; nothing where nothing is asked. */
export function writeFilter<Name extends string = (typeof taskConditions)[number]>(
  filter: Readonly<Partial<Record<Name, string>>>,
): string {
  const query = new URLSearchParams(
    Object.entries<string | undefined>(filter).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  const text = String(query);
  return text && `?${text}`;
}

/** Whether a row meets all conditions. */
export const meets = ({ values, words = '' }: FilterRow, filter: RowFilter): boolean =>
  Object.entries(filter).every(([name, value]) =>
    name === wordsName
      ? value.split(/\s+/u).every((word) => normalise(words).includes(normalise(word)))
      : value === '' || values[name]?.includes(value),
  ) &&
  // A unit shares no task with itself.
  (!filter.with || filter.with !== filter.unit);

/**
 * The rows to show: those that meet all conditions, and the one that the address names, as whoever followed a link to it must see it.
 * Gives also whether that one is shown though it does not meet them.
 */
export function rowsToShow<Row extends FilterRow>(
  rows: readonly Row[],
  filter: RowFilter,
  named: Row | undefined,
): { shown: ReadonlySet<Row>; met: number; besides: boolean } {
  const shown = new Set(rows.filter((row) => meets(row, filter)));
  const met = shown.size;
  if (named) shown.add(named);
  return { shown, met, besides: shown.size > met };
}

/** How many of all rows meet the conditions, and whether the row that the address names is shown besides them. */
export const outcomeOf = (total: number, met: number, besides: boolean): string =>
  (met < total ? `${total}项中的${met}项` : `共${total}项`) +
  (besides ? '；链接指向的那一项不符合条件，也一并列出' : '');

/** How many rows each value of a condition would leave, all other conditions as they are; values that leave none are absent. */
export function countsFor(rows: readonly FilterRow[], filter: RowFilter, name: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows.filter((row) => meets(row, { ...filter, [name]: '' })))
    for (const value of new Set(row.values[name]))
      if (meets(row, { ...filter, [name]: value })) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
