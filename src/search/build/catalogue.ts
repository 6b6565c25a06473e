import { ConverterFactory } from 'opencc-js/core';
import hongKong from 'opencc-js/dict/HKVariantsRev';
import characters from 'opencc-js/dict/TSCharacters';
import taiwan from 'opencc-js/dict/TWVariantsRev';
import type { Handbook } from '../../model/types.ts';
import { planPath } from '../../routes/paths.ts';
import { pinyinOf, printedNames } from '../../views/unit-spellings.ts';
import type { Catalogue, LexiconUnit } from '../shared/catalogue.ts';
import { recordTerms } from '../shared/index-terms.ts';
import { type FacetName, facetNames, type SearchRecord } from '../shared/record.ts';
import { searchedTexts } from './records.ts';

/** The units of the registry as a query may name them. */
export function lexiconUnits(
  { units, site: { unitPrefixes } }: Handbook,
  records: readonly SearchRecord[],
): LexiconUnit[] {
  const first = records.findIndex(({ display }) => display.kind === 'unit');
  return units.map((unit, at) => ({
    record: first + at,
    names: printedNames(unit, unitPrefixes),
    calls: unit.searchTerms,
    pinyin: pinyinOf(unit, unitPrefixes),
  }));
}

/** Words of citations, which are read as well where no text has them. */
const citationWords = '任务清单措施第项号条两零';

/** Pairs of a traditional character and its simplified one, for every simplified character in the texts. */
function simplifiedPairs(texts: readonly string[]): string {
  const used = new Set(texts.join(''));
  const convert = ConverterFactory([[taiwan, hongKong]], [[characters]]);
  const pairs: string[] = [];
  // The block CJK Unified Ideographs.
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const traditional = String.fromCodePoint(code);
    if (used.has(traditional)) continue;
    const simple = convert(traditional);
    if (simple !== traditional && used.has(simple)) pairs.push(traditional + simple);
  }
  return pairs.join('');
}

/** Describes the records for the browser. */
export function catalogueOf(
  handbook: Handbook,
  records: readonly SearchRecord[],
  { textFolder, ranking }: Pick<Catalogue, 'textFolder' | 'ranking'>,
): Catalogue {
  const { plans, topics, units, thesaurus } = handbook;
  const environments = plans.flatMap((plan) => plan.environments.map(({ short }) => short));
  const facets: Catalogue['facets'] = {
    plan: plans.map(({ id, shortTitle }) => ({ value: id, label: shortTitle })),
    environment: [...new Set(environments)].map((short) => ({ value: short, label: short })),
    topic: topics.map(({ id, name }) => ({ value: id, label: name })),
    unit: units.map(({ id, name }) => ({ value: id, label: name })),
  };
  const positions = (name: FacetName) => {
    const byValue = new Map(facets[name].map(({ value }, at) => [value, at]));
    return records.map((record) => record.facets[name].map((value) => byValue.get(value) ?? -1));
  };
  return {
    records: {
      kinds: records.map(({ display }) => display.kind),
      numbers: records.map(({ number }) => number ?? 0),
      innovations: records.map((record) => (record.facets.innovation ? 1 : 0)),
      termCounts: records.map((record) => recordTerms(record).length),
      facets: Object.fromEntries(facetNames.map((name) => [name, positions(name)])) as Record<FacetName, number[][]>,
    },
    facets,
    documents: plans.map(({ id, number, title }) => ({
      number: number ?? title,
      record: records.findIndex(({ display, titles }) => display.path === planPath({ id }) && titles[0] === title),
    })),
    lexicon: {
      thesaurus: thesaurus.map(({ words, means }) => ({ words, means })),
      units: lexiconUnits(handbook, records),
      simplified: simplifiedPairs([...searchedTexts(records, handbook), citationWords]),
    },
    ranking,
    textFolder,
  };
}
