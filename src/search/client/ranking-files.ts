import type { RankingParts } from '../query/ranking.ts';
import type { Catalogue } from '../shared/catalogue.ts';
import { keeping } from '../shared/keeping.ts';
import { decodePart } from '../shared/ranking-terms.ts';
import { loadFile } from './failure.ts';

/** The ranking of a catalogue below an address; a part is loaded when it is first asked for. */
export function rankingBelow(
  base: string,
  { ranking }: Pick<Catalogue, 'ranking'>,
  cache?: RequestCache,
): RankingParts {
  const load = keeping((file) => loadFile(base + file, (bytes) => decodePart(bytes, ranking), cache));
  return {
    layout: ranking,
    read: (part) => load(ranking.files[part] ?? ''),
  };
}
