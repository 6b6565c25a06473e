import type { Catalogue } from '../shared/catalogue.ts';
import { type FacetName, facetNames, recordKinds } from '../shared/record.ts';
import type { Hit } from './searcher.ts';

type FilterName = 'kind' | 'innovation' | FacetName;

/** The value chosen of each filter; blank or absent where none is. */
export type Filters = Partial<Record<FilterName, string>>;

/** A value of a filter, with the number of results that it would leave. */
export interface Choice {
  value: string;
  label: string;
  count: number;
}

export type Choices = Record<FilterName, Choice[]>;

/** The value of the filter that keeps 自主创新举措 only. */
export const onlyInnovation = '1';

const filterNames: readonly FilterName[] = ['kind', 'innovation', ...facetNames];

/** Keeps the hits that pass every filter, and counts for each value of a filter what it would leave under the other filters. */
export function applyFilters(
  hits: readonly Hit[],
  filters: Filters,
  { records, facets }: Catalogue,
): { hits: Hit[]; choices: Choices } {
  const valuesOf = (name: FilterName, record: number): string[] => {
    if (name === 'kind') return [records.kinds[record] ?? ''];
    if (name === 'innovation') return records.innovations[record] ? [onlyInnovation] : [];
    return (records.facets[name][record] ?? []).map((position) => facets[name][position]?.value ?? '');
  };
  const passes = (name: FilterName, record: number) => {
    const wanted = filters[name];
    return !wanted || valuesOf(name, record).includes(wanted);
  };
  const counts = Object.fromEntries(filterNames.map((name) => [name, new Map<string, number>()])) as Record<
    FilterName,
    Map<string, number>
  >;
  const kept: Hit[] = [];
  for (const hit of hits) {
    const failed = filterNames.filter((name) => !passes(name, hit.record));
    if (failed.length === 0) kept.push(hit);
    if (failed.length > 1) continue;
    // What fails by one filter alone counts for the values of that filter.
    for (const name of failed.length === 0 ? filterNames : failed)
      for (const value of valuesOf(name, hit.record)) counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
  }
  const offered: Record<FilterName, readonly Omit<Choice, 'count'>[]> = {
    ...facets,
    kind: Object.entries(recordKinds).map(([value, label]) => ({ value, label })),
    innovation: [{ value: onlyInnovation, label: '自主创新举措' }],
  };
  const choicesOf = (name: FilterName) =>
    offered[name]
      .map(({ value, label }) => ({ value, label, count: counts[name].get(value) ?? 0 }))
      .filter(({ value, count }) => count > 0 || value === filters[name]);
  return { hits: kept, choices: Object.fromEntries(filterNames.map((name) => [name, choicesOf(name)])) as Choices };
}
