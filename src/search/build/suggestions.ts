import { pinyin } from 'pinyin-pro';
import type { Handbook } from '../../model/types.ts';
import { plansOnPage } from '../../routes/pagination.ts';
import { measurePath, topicPath, unitPath } from '../../routes/paths.ts';
import { topicsOfKind } from '../../views/support.ts';
import type { LexiconUnit, Sounds, Suggestions } from '../shared/catalogue.ts';
import type { SearchRecord } from '../shared/record.ts';
import { isHan, tokenTexts } from '../shared/tokenizer.ts';

const shortQuotation = /[“《]([^”》]{2,12})[”》]/gu;
/** In characters: a clause of more is a sentence rather than a name. */
const longestName = 8;

/** What the documents call things: words in quotes, short clauses, and the meanings in the thesaurus. */
function documentTerms(handbook: Handbook, records: readonly SearchRecord[]): Set<string> {
  const texts = records.filter(({ display }) => display.kind !== 'unit').flatMap(({ words }) => words);
  const inQuotes = texts.flatMap((text) => [...text.matchAll(shortQuotation)].map(([, words = '']) => words));
  const clauses = texts
    .flatMap((text) => text.replace(/[“”《》]/gu, '').split(/[，。；、：（）\s]/u))
    .filter(({ length }) => length >= 3 && length <= longestName);
  const meant = handbook.thesaurus.flatMap(({ means }) => means);
  return new Set([...handbook.topics.map(({ name }) => name), ...inQuotes, ...meant, ...clauses]);
}

/** What may be suggested while a reader types; of measures, those of the newest plans. */
export function suggestionsOf(
  handbook: Handbook,
  records: readonly SearchRecord[],
  lexicon: readonly LexiconUnit[],
): Suggestions {
  const plans = handbook.plans.slice(0, plansOnPage);
  const titles = new Map<string, number>();
  for (const { title } of plans.flatMap(({ measures }) => measures)) titles.set(title, (titles.get(title) ?? 0) + 1);
  const units = handbook.units.map((unit, at) => ({
    name: unit.name,
    path: unitPath(unit),
    also: [...(lexicon[at]?.names.slice(1) ?? []), ...(lexicon[at]?.pinyin ?? [])],
  }));
  const measures = plans.flatMap((plan) =>
    plan.measures.map((measure) => ({
      name: titles.get(measure.title) === 1 ? measure.title : `${measure.title}（${plan.shortTitle}）`,
      path: measurePath(measure),
    })),
  );
  const needs = topicsOfKind(handbook.topics, 'need').map((topic) => ({ name: topic.name, path: topicPath(topic) }));
  const named = new Set([...units, ...measures, ...needs].map(({ name }) => name));
  const terms = [...documentTerms(handbook, records)].filter((term) => !named.has(term));
  return { units, measures, needs, terms };
}

/** The Han characters of some texts by how they are read. */
export function characterSounds(texts: readonly string[]): Sounds {
  const sounds: Sounds = {};
  for (const character of new Set(texts.flatMap(tokenTexts).filter(isHan)))
    for (const sound of pinyin(character, { toneType: 'none', type: 'array', multiple: true }))
      sounds[sound] = (sounds[sound] ?? '') + character;
  return sounds;
}
