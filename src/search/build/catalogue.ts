import { ConverterFactory } from 'opencc-js/core';
import hongKong from 'opencc-js/dict/HKVariantsRev';
import characters from 'opencc-js/dict/TSCharacters';
import taiwan from 'opencc-js/dict/TWVariantsRev';
import type { Handbook, Plan } from '../../model/types.ts';
import { planPath } from '../../routes/paths.ts';
import { planPageName, planPages } from '../../routes/site-pages.ts';
import { pinyinOf, printedNames } from '../../views/unit-spellings.ts';
import { listedName, withFormerNames } from '../../views/unit-succession.ts';
import type { Catalogue, ElsewhereData, LexiconUnit } from '../shared/catalogue.ts';
import { codedThesaurus } from '../shared/coded-thesaurus.ts';
import { indexTerms, recordTerms } from '../shared/index-terms.ts';
import { type FacetName, facetNames, type SearchRecord } from '../shared/record.ts';
import { inForceFirst, type NamedPage, namedPages, searchedTexts } from './records.ts';

/** The units of the registry as a query may name them. */
export function lexiconUnits(
  { units, site: { unitPrefixes } }: Handbook,
  records: readonly SearchRecord[],
): LexiconUnit[] {
  const first = records.findIndex(({ display }) => display.kind === 'unit');
  return units.map(withFormerNames).map((unit, at) => ({
    record: first + at,
    names: printedNames(unit, unitPrefixes),
    calls: unit.searchTerms,
    isBody: unit.kind === 'unit',
    pinyin: pinyinOf(unit, unitPrefixes),
  }));
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The matters that the handbook does not hold, with the words of the handbook that could be taken for words of a matter. */
function elsewhereOf(handbook: Handbook, records: readonly SearchRecord[]): ElsewhereData {
  const words = handbook.elsewhere.flatMap((matter) => matter.words);
  // A longer word than of two characters hardly stands in a query by chance.
  const beginnings = new Set(words.filter(({ length }) => length === 2).map(([first]) => first));
  const overlaps = (word: string) => word.length > 1 && beginnings.has(word.at(-1)) && !words.includes(word);
  const called = [
    ...records.flatMap(({ titles, vocabulary, asked }) => [...titles, ...vocabulary, ...(asked?.words ?? [])]),
    ...handbook.thesaurus.flatMap((entry) => entry.words),
  ].filter((longer) => words.some((word) => longer.includes(word)));
  const texts = [
    ...searchedTexts(records, handbook),
    ...records.flatMap(({ asked }) => [...(asked?.questions ?? []), ...(asked?.words ?? [])]),
  ];
  const written = new Set(texts.flatMap((text) => [...segmenter.segment(text)].map(({ segment }) => segment)));
  return {
    words: handbook.elsewhere.map((matter) => matter.words),
    held: [...new Set([...called, ...[...written].filter(overlaps)])],
  };
}

/** The pages of the handbook as a query may name them, the pages of plans in the given order; a plan's title names it as well. */
function cataloguePages(plans: readonly Plan[], named: readonly NamedPage[], records: readonly SearchRecord[]) {
  const recordAt = new Map([...records.entries()].reverse().map(([at, { display }]) => [display.path, at]));
  const pages = new Map<string, Catalogue['pages'][number]>();
  const add = (kind: string, names: readonly string[], path: string) => {
    const page = pages.get(names.join()) ?? { kind, names: [...names], records: [] };
    page.records.push(recordAt.get(path) ?? -1);
    pages.set(names.join(), page);
  };
  for (const plan of plans) {
    add('plan', [plan.title, plan.shortTitle], planPath(plan));
    add('plan', [planPageName('plan', plan) ?? '', ...planPages.plan.calls.split(' ')], planPath(plan));
  }
  for (const { kind, names, record } of named) add(kind, names, record.display.path);
  return [...pages.values()];
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
  named: Pick<Catalogue, 'textFolder' | 'ranking' | 'chunks'>,
): Catalogue {
  const { plans, topics, units, thesaurus } = handbook;
  const environments = plans.flatMap((plan) => plan.environments.map(({ short }) => short));
  const facets: Catalogue['facets'] = {
    plan: plans.map(({ id, shortTitle }) => ({ value: id, label: shortTitle })),
    environment: [...new Set(environments)].map((short) => ({ value: short, label: short })),
    topic: topics.map(({ id, name }) => ({ value: id, label: name })),
    unit: units.map((unit) => ({ value: unit.id, label: listedName(unit) })),
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
      titleCounts: records.map(({ titles }) => indexTerms(titles).length),
      facets: Object.fromEntries(facetNames.map((name) => [name, positions(name)])) as Record<FacetName, number[][]>,
    },
    facets,
    pages: cataloguePages(inForceFirst(plans), namedPages(handbook), records),
    unitPrefixes: [...handbook.site.unitPrefixes],
    documents: plans.map(({ id, number, title }) => ({
      number: number ?? title,
      record: records.findIndex(({ display, titles }) => display.path === planPath({ id }) && titles[0] === title),
    })),
    lexicon: {
      thesaurus: codedThesaurus(thesaurus),
      units: lexiconUnits(handbook, records),
      simplified: simplifiedPairs([
        ...searchedTexts(records, handbook),
        ...handbook.elsewhere.flatMap(({ words }) => words),
        citationWords,
      ]),
    },
    elsewhere: elsewhereOf(handbook, records),
    ...named,
  };
}
