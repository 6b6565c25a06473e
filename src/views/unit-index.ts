import { dutyCounts } from '../model/duties.ts';
import type { Handbook } from '../model/types.ts';
import { busiestUnits, type CountedUnit } from './unit-duties.ts';
import { pinyinOf, printedNames, soundOf } from './unit-spellings.ts';

/** A row of the index of units, with its place in each of the orders that a reader can choose. */
export interface UnitIndexRow extends CountedUnit {
  places: { document: number; tasks: number; name: number };
}

/** The index of all units, in the order of the documents. */
export function unitIndex(handbook: Handbook): UnitIndexRow[] {
  const bySound = handbook.units
    .map(({ id, name }) => ({ id, sound: soundOf(name, handbook.site.unitPrefixes) }))
    .sort((a, b) => (a.sound < b.sound ? -1 : 1))
    .map(({ id }) => id);
  return handbook.units.map((unit, index) => {
    const { tasks, measures } = dutyCounts(handbook, unit);
    return {
      unit,
      tasks,
      measures,
      places: { document: index, tasks: -tasks - measures, name: bySound.indexOf(unit.id) },
    };
  });
}

/** What a reader may type to find the unit with most tasks, for example: its name without a prefix, and its initials. */
export function findingExample(handbook: Handbook): string[] {
  const { unitPrefixes } = handbook.site;
  const { name } = busiestUnits(handbook)[0]?.unit ?? { name: '' };
  const unit = { name, aliases: [], searchTerms: [] };
  return [...printedNames(unit, unitPrefixes).slice(-1), ...pinyinOf(unit, unitPrefixes).slice(-1)];
}
