import type { Filters } from '../query/facets.ts';

/** What the address of the search page says; blank for what it does not. */
export type State = Required<Filters> & { q: string; sort: string };

const stateNames = ['q', 'kind', 'plan', 'environment', 'topic', 'unit', 'innovation', 'sort'] as const;

/** Reads the query string of an address. */
export function readState(search: string): State {
  const given = new URLSearchParams(search);
  return Object.fromEntries(stateNames.map((name) => [name, given.get(name) ?? ''])) as State;
}

/** The address of a state on a page; blank values are left out. */
export function writeState(page: string, state: State): string {
  const given = new URLSearchParams();
  for (const name of stateNames) if (state[name] !== '') given.set(name, state[name].toWellFormed?.() ?? state[name]);
  const query = given.toString();
  return query === '' ? page : `${page}?${query}`;
}

/** True if any filter is set. */
export const isNarrowed = ({ q: _query, sort: _order, ...filters }: State): boolean =>
  Object.values(filters).some((value) => value !== '');

/** True if there is anything to find. */
export const isAsked = (state: State): boolean => state.q.trim() !== '' || isNarrowed(state);
