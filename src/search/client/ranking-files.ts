import type { RankingParts } from '../query/ranking.ts';
import type { Catalogue } from '../shared/catalogue.ts';
import { decodePart, type Postings } from '../shared/ranking-terms.ts';
import { load, SearchFailure } from './failure.ts';

/** Loads a part of the ranking. @throws SearchFailure If it does not arrive, or is something else. */
async function loadPart(address: string, layout: Catalogue['ranking'], cache?: RequestCache) {
  const bytes = new Uint8Array(await (await load(address, cache)).arrayBuffer());
  try {
    return decodePart(bytes, layout);
  } catch (error) {
    throw new SearchFailure('server', `${address}: ${error}`);
  }
}

/** The ranking of a catalogue below an address; a part is loaded when it is first asked for. */
export function rankingBelow(
  base: string,
  { ranking }: Pick<Catalogue, 'ranking'>,
  cache?: RequestCache,
): RankingParts {
  const parts = new Map<number, Promise<ReadonlyMap<number, Postings>>>();
  return {
    layout: ranking,
    count: ranking.files.length,
    read(part) {
      let loaded = parts.get(part);
      if (!loaded) {
        loaded = loadPart(`${base}${ranking.files[part]}`, ranking, cache);
        // A part that failed is asked for again.
        loaded.catch(() => parts.delete(part));
        parts.set(part, loaded);
      }
      return loaded;
    },
  };
}
