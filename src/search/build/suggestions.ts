import { pinyin } from 'pinyin-pro';
import type { Handbook } from '../../model/types.ts';
import { plansOnPage } from '../../routes/pagination.ts';
import { measurePath, topicPath, unitPath } from '../../routes/paths.ts';
import { topicsOfKind } from '../../views/support.ts';
import type { Sounds, Suggestions } from '../query/suggest.ts';
import type { LexiconUnit } from '../shared/catalogue.ts';
import type { SearchRecord } from '../shared/record.ts';
import { isHan, unitsOf } from '../shared/tokenizer.ts';

const quoted = /[“《]([^”》]{2,12})[”》]/gu;
/** A clause short enough to be a name rather than a sentence. */
const longestName = 8;

/** What the documents themselves call things: words in quotes, short clauses, and what readers' words are led to. */
function termsOf(handbook: Handbook, records: readonly SearchRecord[]): Set<string> {
  const texts = records.filter(({ display }) => display.kind !== 'unit').flatMap(({ words }) => words);
  const inQuotes = texts.flatMap((text) => [...text.matchAll(quoted)].map(([, words = '']) => words));
  const clauses = texts
    .flatMap((text) => text.replace(/[“”《》]/gu, '').split(/[，。；、：（）\s]/u))
    .filter(({ length }) => length >= 3 && length <= longestName);
  const meant = handbook.thesaurus.flatMap(({ means }) => means);
  return new Set([...handbook.topics.map(({ name }) => name), ...inQuotes, ...meant, ...clauses]);
}

/** What is suggested while a reader types; of measures, those of the newest plans. */
export function suggestionsOf(
  handbook: Handbook,
  records: readonly SearchRecord[],
  lexicon: readonly LexiconUnit[],
): Suggestions {
  const plans = handbook.plans.slice(0, plansOnPage);
  const titles = new Map<string, number>();
  for (const { title } of plans.flatMap(({ measures }) => measures)) titles.set(title, (titles.get(title) ?? 0) + 1);
  const units = handbook.units.map((unit, index) => ({
    name: unit.name,
    path: unitPath(unit),
    also: [...(lexicon[index]?.names.slice(1) ?? []), ...(lexicon[index]?.pinyin ?? [])],
  }));
  const measures = plans.flatMap((plan) =>
    plan.measures.map((measure) => ({
      name: titles.get(measure.title) === 1 ? measure.title : `${measure.title}（${plan.shortTitle}）`,
      path: measurePath(measure),
    })),
  );
  const needs = topicsOfKind(handbook.topics, 'need').map((topic) => ({ name: topic.name, path: topicPath(topic) }));
  const named = [...units, ...measures, ...needs].map(({ name }) => name);
  return { units, measures, needs, terms: [...termsOf(handbook, records).difference(new Set(named))] };
}

/** How every Han character of some texts sounds, without tone. */
export function soundsOf(texts: readonly string[]): Sounds {
  const characters = new Set(texts.flatMap((text) => unitsOf(text).filter(isHan)).map(({ text }) => text));
  const sounds: Sounds = {};
  for (const character of characters)
    for (const sound of pinyin(character, { toneType: 'none', type: 'array', multiple: true }))
      sounds[sound] = (sounds[sound] ?? '') + character;
  return sounds;
}
