import { normalise } from '../text/normalise.ts';

/** What of a row of the list its reader can filter by. */
export interface TaskFacets {
  /** The ids of the units that its cell names. */
  units: readonly string[];
  environment: string;
  measure: string;
  innovation: boolean;
  target: boolean;
  /** All words by which the row can be found. */
  words: string;
}

/** Conditions on a row of the list, all of which it must meet; an empty one asks nothing. */
export interface TaskFilter {
  unit: string;
  /** Another unit that the same cell names. */
  with: string;
  environment: string;
  measure: string;
  innovation: boolean;
  target: boolean;
  words: string;
}

/** The conditions that take one of several values. */
export const choices = ['unit', 'with', 'environment', 'measure'] as const;
export type Choice = (typeof choices)[number];
/** The conditions that are on or off. */
export const switches = ['innovation', 'target'] as const;

const wordsKey = 'q';
const on = '1';

/** Reads conditions from an address; what it does not name is not asked. */
export function readFilter(query: URLSearchParams): TaskFilter {
  const value = (key: string) => query.get(key)?.trim() ?? '';
  return {
    unit: value('unit'),
    with: value('with'),
    environment: value('environment'),
    measure: value('measure'),
    innovation: value('innovation') === on,
    target: value('target') === on,
    words: value(wordsKey),
  };
}

/** Writes conditions for an address: `?unit=…&environment=3`; nothing where nothing is asked. */
export function writeFilter(filter: Partial<TaskFilter>): string {
  const query = new URLSearchParams();
  for (const name of choices) if (filter[name]) query.set(name, filter[name]);
  for (const name of switches) if (filter[name]) query.set(name, on);
  if (filter.words) query.set(wordsKey, filter.words);
  return query.size > 0 ? `?${query}` : '';
}

/** The values of a row that a choice is held against. */
const valuesOf = (row: TaskFacets, choice: Choice): readonly string[] =>
  choice === 'unit' || choice === 'with' ? row.units : [row[choice]];

/** True if a row meets all conditions. Words may stand anywhere in the row, in any order. */
export function meets(row: TaskFacets, filter: TaskFilter): boolean {
  return (
    choices.every((choice) => !filter[choice] || valuesOf(row, choice).includes(filter[choice])) &&
    // A unit shares no task with itself.
    (!filter.with || filter.with !== filter.unit) &&
    switches.every((name) => !filter[name] || row[name]) &&
    filter.words.split(/\s+/u).every((word) => normalise(row.words).includes(normalise(word)))
  );
}

/** How many rows each value of a choice would leave, all other conditions as they are; values that leave none are absent. */
export function countsFor(rows: readonly TaskFacets[], filter: TaskFilter, choice: Choice): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows.filter((row) => meets(row, { ...filter, [choice]: '' })))
    for (const value of new Set(valuesOf(row, choice)))
      if (meets(row, { ...filter, [choice]: value })) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
