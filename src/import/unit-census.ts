import { closest, distance } from 'fastest-levenshtein';
import { readingOf } from '../model/printed-measure.ts';
import { unitItems } from '../model/unit-cells.ts';
import type { UnitRegistry } from '../model/unit-registry.ts';
import type { DraftMeasureData, DraftRecord } from './draft.ts';
import type { Paragraph } from './paragraphs.ts';

/** A name of a unit that the registry does not know. */
export interface UnknownUnit {
  name: string;
  /** Where it is named. */
  places: string[];
  /** The closest known name, where one is so close that it may be meant. */
  closest?: string | undefined;
}

/** The names of units that are registered or that the running text names. */
export function knownUnits(paragraphs: readonly Paragraph[], registry: UnitRegistry): ReadonlySet<string> {
  const named = paragraphs.flatMap(({ units }) => units.map((one) => registry.read(one.units)));
  return new Set([
    ...registry.names,
    ...named.flatMap(({ units, unknown }) => [...units.map(({ name }) => name), ...unknown]),
  ]);
}

/** The known name that differs from a name in a third of its characters at most. */
function closeTo(name: string, known: readonly string[]): string | undefined {
  const found = known.length > 0 ? closest(name, known) : undefined;
  return found !== undefined && distance(name, found) * 3 <= name.length ? found : undefined;
}

/** A field that names units, as cells of units. */
type Units = DraftMeasureData['units'] | NonNullable<DraftMeasureData['tasks']>[number]['units'];

const cellsOf = (units: Units): string[] =>
  units === undefined ? [] : typeof units === 'string' ? [units] : units.map(readingOf);

/** The names of units that the registry does not know, each with all its places. */
export function unknownUnits(
  record: DraftRecord,
  measures: readonly { data: DraftMeasureData }[],
  registry: UnitRegistry,
): UnknownUnit[] {
  const named = [
    ...(record.environments ?? []).map(({ title, units }) => ({ units, place: `“${title}”的标题` })),
    ...measures.flatMap(({ data }) => [
      { units: data.units, place: `措施${data.number}` },
      ...(data.tasks ?? []).map(({ number, units }) => ({ units, place: `第${number}项` })),
    ]),
  ];
  const unknown = named.flatMap(({ units, place }) =>
    cellsOf(units)
      .filter((cell) => unitItems(cell).length > 0)
      .flatMap((cell) => registry.read(cell).unknown.map((name) => ({ name, place }))),
  );
  return [...Map.groupBy(unknown, ({ name }) => name)].map(([name, places]) => ({
    name,
    places: [...new Set(places.map(({ place }) => place))],
    closest: closeTo(name, registry.names),
  }));
}
