import { normalise } from '../../text/normalise.ts';

/** Names that a reader may be about to type, each once. */
export interface Suggestions {
  units: { name: string; path: string; also: string[] }[];
  measures: { name: string; path: string }[];
  needs: { name: string; path: string }[];
  /** Words of the documents that none of the above has for its name. */
  terms: string[];
}

/** A sound in pinyin without tone, and the characters that are read so. */
export type Sounds = Record<string, string>;

/** What a suggestion leads to, as a reader is told. */
const kinds = { unit: '单位', measure: '措施', need: '需求', term: '搜索' } as const;

export interface Suggestion {
  name: string;
  kind: (typeof kinds)[keyof typeof kinds];
  /** Where it leads; a term leads to a search for itself. */
  path?: string;
}

/** Enough to choose from at a glance. */
const most = 6;

/** What a reader who has typed so much may mean: units, needs and measures, then terms; what begins so before what holds it. */
export function suggest(typed: string, { units, measures, needs, terms }: Suggestions): Suggestion[] {
  const wanted = normalise(typed);
  if (wanted === '') return [];
  const rank = (names: readonly string[]) =>
    names.some((name) => name.startsWith(wanted)) ? 0 : names.some((name) => name.includes(wanted)) ? 1 : undefined;
  const latin = /^[a-z]+$/u.test(wanted);
  const candidates: { suggestion: Suggestion; names: string[]; order: number }[] = [
    ...units.map(({ name, path, also }) => ({
      suggestion: { name, path, kind: kinds.unit },
      names: [name, ...also],
      order: 0,
    })),
    ...needs.map(({ name, path }) => ({ suggestion: { name, path, kind: kinds.need }, names: [name], order: 0.4 })),
    ...measures.map(({ name, path }) => ({
      suggestion: { name, path, kind: kinds.measure },
      names: [name],
      order: 0.5,
    })),
    ...terms.map((name) => ({ suggestion: { name, kind: kinds.term }, names: [name.toLowerCase()], order: 0.7 })),
  ];
  return candidates
    .map((candidate) => ({ ...candidate, rank: rank(candidate.names) }))
    .filter(({ rank, suggestion }) => rank !== undefined && !(latin && rank === 1) && suggestion.name !== typed.trim())
    .sort((a, b) => (a.rank ?? 0) + a.order - (b.rank ?? 0) - b.order)
    .slice(0, most)
    .map(({ suggestion }) => suggestion);
}
