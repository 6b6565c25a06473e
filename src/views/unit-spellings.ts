import type { Unit } from '../model/types.ts';
import { syllablesOf } from '../text/pinyin.ts';

type Named = Pick<Unit, 'name' | 'aliases' | 'searchTerms'>;

/** What readers leave out at the beginning of a unit's name, as a district's 区: `unitPrefixes` of `site.yaml`. */
type Prefixes = readonly string[];

/** 各, each: no part of a name. */
const each = '各';

/** A name in two: its prefix, blank where it has none or where hardly a name would remain, and the rest. */
function splitPrefix(name: string, prefixes: Prefixes): [prefix: string, rest: string] {
  const prefix = prefixes.find((one) => name.startsWith(one) && name.length > one.length + 1) ?? '';
  return [prefix, name.slice(prefix.length)];
}

/** The syllables of a name, of its prefix or 各 apart, as those tell nothing of how the next character is read. */
const syllablesOfName = (name: string, prefixes: Prefixes) => splitPrefix(name, [...prefixes, each]).map(syllablesOf);

/** A name as it sorts by sound. */
export const soundOf = (name: string, prefixes: Prefixes): string => syllablesOfName(name, prefixes).flat().join(' ');

/** The printed names of a unit, each followed by the name without its prefix. */
export const printedNames = (unit: Named, prefixes: Prefixes): string[] => [
  ...new Set([unit.name, ...unit.aliases].flatMap((name) => [name, splitPrefix(name, prefixes)[1]])),
];

/** The printed names of a unit in pinyin, whole and by initials, with and without their prefixes. */
export function pinyinOf(unit: Named, prefixes: Prefixes): string[] {
  const forms = [unit.name, ...unit.aliases].flatMap((name) => {
    const [prefix = [], rest = []] = syllablesOfName(name, prefixes);
    return [[...prefix, ...rest], rest];
  });
  return [...new Set(forms.flatMap((form) => [form.join(''), form.map((syllable) => syllable[0]).join('')]))];
}

/** All that a reader may type to find a unit: its printed names, what else it is called, and how they sound. */
export const spellingsOf = (unit: Named, prefixes: Prefixes): string[] => [
  ...new Set([unit.name, ...unit.aliases, ...unit.searchTerms, ...pinyinOf(unit, prefixes)]),
];
