import type { Searcher } from '../query/searcher.ts';
import { Slips } from '../query/spelling-correction.ts';
import type { Sounds, Suggestions } from '../query/suggest.ts';

const mostOffered = 2;

/** Reads the terms and sounds by which slips are found; only a query that was not found as typed needs them. */
export async function openSlips(base: string): Promise<Slips> {
  const read = async (name: string) => (await fetch(`${base}${name}`, { cache: 'no-cache' })).json();
  const [{ units, measures, needs, terms }, sounds] = (await Promise.all([
    read('suggestions.json'),
    read('sounds.json'),
  ])) as [Suggestions, Sounds];
  return new Slips([...[...units, ...measures, ...needs].map(({ name }) => name), ...terms], sounds);
}

/** The queries that a reader may have meant: what was written is found nowhere, and what it would be is. */
export async function meantBy(query: string, slips: Slips, searcher: Searcher): Promise<string[]> {
  const meant = new Set<string>();
  for (const { written, mended } of slips.mend(query.trim())) {
    if (meant.size === mostOffered) break;
    if (!(await searcher.holds(written, ['words', 'vocabulary'])) && (await searcher.holds(mended))) meant.add(mended);
  }
  return [...meant];
}
