import { normalise } from '../../text/normalise.ts';
import type { Suggestions } from '../shared/catalogue.ts';

/** What a suggestion leads to, as the reader sees it. */
const suggestionKinds = { unit: '单位', measure: '措施', need: '需求', term: '搜索' } as const;

export interface Suggestion {
  name: string;
  kind: (typeof suggestionKinds)[keyof typeof suggestionKinds];
  /** Where it leads; a term leads to a search for itself. */
  path?: string;
}

/** Enough to choose from at a glance. */
const maxSuggestions = 6;

/**
 * What a reader who has typed so far may mean: units, needs and measures, then terms; names that begin with it come before
 * names that contain it. Letters are the beginning of a name in pinyin.
 */
export function suggest(typed: string, { units, measures, needs, terms }: Suggestions): Suggestion[] {
  const wanted = normalise(typed);
  if (wanted === '') return [];
  const isLatin = /^[a-z]+$/u.test(wanted);
  const rank = (names: readonly string[]) => {
    if (names.some((name) => name.startsWith(wanted))) return 0;
    return !isLatin && names.some((name) => name.includes(wanted)) ? 1 : Number.POSITIVE_INFINITY;
  };
  type Named = { name: string; path?: string; also?: string[] };
  const candidates = (kind: keyof typeof suggestionKinds, all: readonly Named[], order: number) =>
    all.map(({ name, path, also = [] }) => ({
      suggestion: { name, kind: suggestionKinds[kind], ...(path !== undefined && { path }) },
      order: order + rank([name, ...also].map(normalise)),
    }));
  return [
    ...candidates('unit', units, 0),
    ...candidates('need', needs, 0.4),
    ...candidates('measure', measures, 0.5),
    ...candidates(
      'term',
      terms.map((name) => ({ name })),
      0.7,
    ),
  ]
    .filter(({ order, suggestion }) => order < Number.POSITIVE_INFINITY && suggestion.name !== typed.trim())
    .sort((a, b) => a.order - b.order)
    .slice(0, maxSuggestions)
    .map(({ suggestion }) => suggestion);
}
