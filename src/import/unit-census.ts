import { didYouMean } from '../loader/did-you-mean.ts';
import type { UnitRegistry } from '../model/unit-registry.ts';
import type { DraftMeasure } from './draft.ts';
import { type TextLine, textsOf } from './lines.ts';
import { unitBrackets } from './unit-bracket.ts';

/** A name of a unit that the registry does not know. */
export interface UnknownUnit {
  name: string;
  /** Where it is named. */
  places: string[];
  /** The closest known name, in a sentence. */
  closest: string;
}

/** The names of units that are registered or stand in a bracket of the text. */
export function knownUnits(text: readonly TextLine[], registry: UnitRegistry): ReadonlySet<string> {
  const named = unitBrackets(textsOf(text)).map(({ units }) => registry.read(units));
  return new Set([
    ...registry.names,
    ...named.flatMap(({ units, unknown }) => [...units.map(({ name }) => name), ...unknown]),
  ]);
}

/** The names of units that the registry does not know, each with all its places. */
export function unknownUnits(measures: readonly DraftMeasure[], registry: UnitRegistry): UnknownUnit[] {
  const named = measures.flatMap(({ data }) => [
    { units: data.units, place: `措施${data.number}` },
    ...(data.tasks ?? []).map(({ number, units }) => ({ units, place: `第${number}项` })),
  ]);
  const unknown = named.flatMap(({ units, place }) =>
    units === undefined ? [] : registry.read(units).unknown.map((name) => ({ name, place })),
  );
  return [...Map.groupBy(unknown, ({ name }) => name)].map(([name, places]) => ({
    name,
    places: places.map(({ place }) => place),
    closest: didYouMean(name, registry.names),
  }));
}
