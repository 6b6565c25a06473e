import type { Plan } from '../model/types.ts';
import type { PrintedUnits } from '../schema/primitives.ts';
import { all, type Content, eachFile, type Found, type Rule } from './rule.ts';

/** An entry of units whose printed words are given a reading, with its place in the file. */
export interface UnitReading {
  path: PropertyKey[];
  printed: string;
  reads: string;
  /** The head of the column in which it stands, for a row of a list. */
  column: string;
}

type Entry = PrintedUnits & { column?: string | undefined };

const readingsIn = (units: string | readonly Entry[] | undefined, path: PropertyKey[], column = ''): UnitReading[] =>
  typeof units === 'object'
    ? units.flatMap((entry, index) =>
        entry.reads === undefined
          ? []
          : [
              {
                path: [...path, index, 'reads'],
                printed: entry.printed,
                reads: entry.reads,
                column: entry.column ?? column,
              },
            ],
      )
    : [];

/** Runs on each reading of units: of measures, headings and rows of lists. */
export const eachReading = (
  check: (reading: UnitReading, plan: Plan | undefined, content: Content) => Found[],
): Rule['runs'] =>
  all(
    eachFile('measures', ['units', 'tasks'], ({ data: { units, tasks }, plan, content }) =>
      [
        ...readingsIn(units, ['units']),
        ...tasks.flatMap((task, index) => readingsIn(task.units, ['tasks', index, 'units'], plan?.annex?.units?.[0])),
      ].flatMap((reading) => check(reading, plan, content)),
    ),
    eachFile('plans', ['environments'], ({ data: { environments }, plan, content }) =>
      environments
        .flatMap(({ units }, index) => readingsIn(units, ['environments', index, 'units']))
        .flatMap((reading) => check(reading, plan, content)),
    ),
  );
