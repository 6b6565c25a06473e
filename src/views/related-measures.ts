import { leafProvisions } from '../model/plan.ts';
import { holderOf } from '../model/succession.ts';
import type { Measure } from '../model/types.ts';

const mostRelated = 3;

const overlap = <T>(a: readonly T[], b: readonly T[]): number => a.filter((item) => b.includes(item)).length;

/** The measures of a plan that share most bodies and needs with one of them, at most three, in the order of the document. */
export function relatedMeasures(measure: Measure): Measure[] {
  const bodies = (one: Measure) => [
    ...new Set(one.units.filter(({ unit }) => unit.kind === 'unit').map(({ unit }) => holderOf(unit).id)),
  ];
  const needs = (one: Measure) => [...new Set(leafProvisions(one).flatMap(({ topics }) => topics.map(({ id }) => id)))];
  return measure.plan.measures
    .filter((other) => other !== measure)
    .map((other) => ({
      other,
      shared: overlap(bodies(measure), bodies(other)) + 2 * overlap(needs(measure), needs(other)),
    }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || a.other.number - b.other.number)
    .slice(0, mostRelated)
    .map(({ other }) => other)
    .sort((a, b) => a.number - b.number);
}
