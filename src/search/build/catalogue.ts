import { ConverterFactory } from 'opencc-js/core';
import hongKong from 'opencc-js/dict/HKVariantsRev';
import characters from 'opencc-js/dict/TSCharacters';
import taiwan from 'opencc-js/dict/TWVariantsRev';
import type { Handbook } from '../../model/types.ts';
import { planPath } from '../../routes/paths.ts';
import { soundsOf } from '../../views/unit-spellings.ts';
import type { Catalogue, Lexicon, LexiconUnit, Stored } from '../shared/catalogue.ts';
import { recordTokens } from '../shared/index-tokens.ts';
import type { Layout } from '../shared/page-packing.ts';
import { type FacetName, facetNames, type SearchRecord } from '../shared/record.ts';
import { searchedTexts } from './records.ts';

/** Units are also called without the district's leading 区. */
const shortened = (name: string) => (/^区./u.test(name) && name.length > 2 ? [name.slice(1)] : []);

export function lexiconUnits(handbook: Handbook, records: readonly SearchRecord[]): LexiconUnit[] {
  const first = records.findIndex(({ display }) => display.kind === 'unit');
  return handbook.units.map((unit, index) => {
    const printed = [unit.name, ...unit.aliases];
    const names = [...new Set(printed.flatMap((name) => [name, ...shortened(name)]))];
    return { record: first + index, names, calls: unit.searchTerms, pinyin: soundsOf(unit) };
  });
}

/** Pairs of a traditional character and the simplified one for it, for every simplified character in the texts. */
function simplifiedPairs(texts: readonly string[]): string {
  const used = new Set(texts.join(''));
  const convert = ConverterFactory([[taiwan, hongKong]], [[characters]]);
  const pairs: string[] = [];
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const traditional = String.fromCodePoint(code);
    if (used.has(traditional)) continue;
    const simple = convert(traditional);
    if (simple !== traditional && used.has(simple)) pairs.push(traditional + simple);
  }
  return pairs.join('');
}

function lexiconOf(handbook: Handbook, records: readonly SearchRecord[]): Lexicon {
  return {
    thesaurus: handbook.thesaurus.map(({ words, means }) => ({ words, means })),
    units: lexiconUnits(handbook, records),
    simplified: simplifiedPairs(searchedTexts(records, handbook)),
  };
}

/** More than a plan has: the more are together, the less Pagefind has to hold while it writes the index. */
const together = 60;

/** How the records lie in the index. Throws where one does not follow the one that it belongs to. */
export function layoutOf(records: readonly SearchRecord[]): Layout {
  const belonging: number[] = [];
  const room = { belonging: 0, own: 0 };
  let own = 0;
  for (const [position, record] of records.entries()) {
    const { length } = recordTokens(record);
    if (record.parent === undefined) {
      own = position;
      belonging.push(0);
      room.own = Math.max(room.own, length);
    } else {
      if (record.parent !== own) throw new Error(`搜索记录 ${position} 不在它所属的记录 ${record.parent} 之后。`);
      belonging.push((belonging.pop() ?? 0) + 1);
      room.belonging = Math.max(room.belonging, length);
    }
  }
  return { belonging, together, room };
}

/** Describes the records for the browser. */
export function catalogueOf(handbook: Handbook, records: readonly SearchRecord[], stored: Stored): Catalogue {
  const environments = handbook.plans.flatMap((plan) => plan.environments.map(({ short }) => short));
  const facets: Catalogue['facets'] = {
    plan: handbook.plans.map(({ id, shortTitle }) => ({ value: id, label: shortTitle })),
    environment: [...new Set(environments)].map((short) => ({ value: short, label: short })),
    topic: handbook.topics.map(({ id, name }) => ({ value: id, label: name })),
    unit: handbook.units.map(({ id, name }) => ({ value: id, label: name })),
  };
  const positions = (name: FacetName) => {
    const byValue = new Map(facets[name].map(({ value }, index) => [value, index]));
    return records.map((record) => record.facets[name].map((value) => byValue.get(value) ?? -1));
  };
  return {
    records: {
      kinds: records.map(({ display }) => display.kind),
      numbers: records.map(({ number }) => number ?? 0),
      innovations: records.map((record) => (record.facets.innovation ? 1 : 0)),
      facets: Object.fromEntries(facetNames.map((name) => [name, positions(name)])) as Record<FacetName, number[][]>,
    },
    facets,
    documents: handbook.plans.map(({ id, number, title }) => ({
      number,
      record: records.findIndex(({ display, titles }) => display.path === planPath({ id }) && titles[0] === title),
    })),
    lexicon: lexiconOf(handbook, records),
    stored,
  };
}
