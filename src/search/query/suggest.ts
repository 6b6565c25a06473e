import { normalise } from '../../text/normalise.ts';
import { type NamedPage, wordKinds } from '../shared/dictionary.ts';
import type { Dictionary, Word } from './dictionary.ts';
import { questionWordsIn } from './stop-words.ts';

/** What a suggestion is, as the reader sees it; a word of the documents is searched for. */
const suggestionKinds = { unit: '单位', measure: '措施', need: '需求', word: '搜索', meaning: '文件用词' } as const;

export interface Suggestion {
  name: string;
  kind: (typeof suggestionKinds)[keyof typeof suggestionKinds];
  /** Where it leads; a word leads to a search for itself. */
  path?: string;
  /** What a reader's word is in the documents, or the measure that it is about. */
  leadsTo?: string;
}

/** Enough to choose from at a glance. */
const maxSuggestions = 6;
/** Of words that lead to one thing. */
const maxOfOneLead = 2;

/** From the best: what is typed begins a name, is in it, or begins its sound. */
const orders = { beginning: 0, within: 1, sound: 1 };
/** Of suggestions that match alike, in this order. */
const kindOrders = { lead: -1, unit: 0, need: 0.3, measure: 0.5, word: 0.7, loose: 0.75 };

/** In characters: words from this length on that share all but one say the same. */
const leastNear = 3;

/** Whether two words would be offered for the same: one holds the other, or both lead to the same thing and differ in a character. */
function isNear(one: Candidate, other: Candidate): boolean {
  const [short = '', long = ''] = [one, other]
    .map(({ suggestion }) => suggestion.name)
    .sort((a, b) => a.length - b.length);
  if (one.lead === undefined || other.lead === undefined) return false;
  if (long.includes(short)) return one.lead === other.lead || long.length - short.length === 1;
  const shared = [...short].filter((sign) => long.includes(sign)).length;
  return one.lead === other.lead && short.length >= leastNear && shared >= short.length - 1;
}

/** So many words that hold a word count. */
const mostHolders = 12;

interface Candidate {
  suggestion: Suggestion;
  order: number;
  /** What else leads there. */
  lead?: number;
}

/** What a word leads to: a measure, or the documents' word for it. */
function leadOf(lead: number, { file, listed }: Dictionary): { measure?: NamedPage; meaning?: string } {
  const at = lead - wordKinds.leading;
  const measure = file.measures[at];
  const meaning = listed[file.meanings[at - file.measures.length] ?? -1];
  return measure ? { measure } : meaning ? { meaning: meaning.text } : {};
}

/** How a name matches what is typed; Infinity where it does not. */
function orderOf(name: string, typed: string, dictionary: Dictionary): number {
  if (name.startsWith(typed)) return orders.beginning;
  if (!/^[a-z]+$/u.test(typed)) return name.includes(typed) ? orders.within : Number.POSITIVE_INFINITY;
  return dictionary.soundsLike(name, typed) ? orders.sound : Number.POSITIVE_INFINITY;
}

/**
 * What a reader who has typed so far may mean, the best first: where the word leads that was typed, then names and words that begin
 * with it, that hold it, or whose pinyin begins with it, whole or by initials.
 */
export function suggest(raw: string, dictionary: Dictionary): Suggestion[] {
  const typed = normalise(raw);
  // Of 怎么 nothing can be told yet.
  const isAsking = typed.length > 1 && questionWordsIn(typed).size === typed.length;
  if (typed === '' || isAsking) return [];
  const { units, needs, measures } = dictionary.file;
  const named = (kind: 'unit' | 'need' | 'measure', pages: readonly NamedPage[]): Candidate[] =>
    pages.map(({ name, path, also = [], calls = [] }) => {
      const found = [name, ...also].map((one) => orderOf(normalise(one), typed, dictionary));
      const called = calls.some((one) => normalise(one).startsWith(typed)) ? orders.within : Number.POSITIVE_INFINITY;
      const order = Math.min(...found, called) + kindOrders[kind];
      return { suggestion: { name, kind: suggestionKinds[kind], path }, order };
    });
  const word = ({ text, letters, lead }: Word): Candidate[] => {
    const { measure, meaning } = leadOf(lead, dictionary);
    if (letters === typed) {
      const order = kindOrders.lead;
      if (measure) return [{ suggestion: { ...measure, kind: suggestionKinds.measure }, order }];
      return meaning ? [{ suggestion: { name: meaning, kind: suggestionKinds.meaning }, order }] : [];
    }
    const leadsTo = measure?.name ?? meaning;
    const suggestion = { name: text, kind: suggestionKinds.word, ...(leadsTo && { leadsTo }) };
    // The editor's words for a measure are looser than those for a word of it.
    const order = measure ? kindOrders.loose : kindOrders.word;
    return [{ suggestion, order, ...(leadsTo && { lead }) }];
  };
  const matching = dictionary.listed
    .map((one) => ({ ...one, order: orderOf(one.letters, typed, dictionary) }))
    .filter(({ order }) => order < Number.POSITIVE_INFINITY);
  /** A word that others hold is the more common one; of words alike the shortest says most. */
  const commonness = ({ letters }: Word) => {
    const holders = matching.filter((other) => other.letters.includes(letters)).length;
    return Math.min(holders, mostHolders) / 100 - letters.length / 100;
  };
  const all = [
    ...named('unit', units),
    ...named('need', needs),
    ...named('measure', measures),
    ...matching.flatMap((one) =>
      word(one).map((found) => ({ ...found, order: found.order + one.order - commonness(one) })),
    ),
  ]
    .filter(({ order }) => order < Number.POSITIVE_INFINITY)
    .sort((one, other) => one.order - other.order);

  const chosen: Candidate[] = [];
  for (const one of all) {
    const { name } = one.suggestion;
    const alike = chosen.filter(({ lead }) => lead !== undefined && lead === one.lead);
    const isSame = chosen.some(({ suggestion }) => suggestion.name === name);
    const isTold = chosen.some((other) => isNear(one, other));
    if (normalise(name) === typed || isSame || isTold || alike.length === maxOfOneLead) continue;
    chosen.push(one);
    if (chosen.length === maxSuggestions) break;
  }
  return chosen.map(({ suggestion }) => suggestion);
}
