import type { Unit } from '../model/types.ts';
import { syllablesOf } from '../text/pinyin.ts';

/** Names begin with the district's 区 or with 各, which readers leave out and which say nothing about how the next character sounds. */
const beginning = /^[区各]/u;

/** The syllables of a name: what stands behind its beginning is read by itself. */
function syllables(name: string): string[] {
  const [lead = ''] = beginning.exec(name) ?? [];
  return [lead, name.slice(lead.length)].flatMap(syllablesOf);
}

/** A name as it sorts by sound. */
export const soundOf = (name: string): string => syllables(name).join(' ');

/** The sounds of a unit's printed names, whole and by initials, with and without their beginning 区 or 各. */
export function soundsOf(unit: Unit): string[] {
  const sounds = [unit.name, ...unit.aliases].flatMap((name) => {
    const all = syllables(name);
    const forms = beginning.test(name) ? [all, all.slice(1)] : [all];
    return forms.flatMap((form) => [form.join(''), form.map((syllable) => syllable[0]).join('')]);
  });
  return [...new Set(sounds)];
}

/** All that a reader may type to find a unit: its printed names, what else it is called, and how they sound. */
export const spellingsOf = (unit: Unit): string[] => [
  ...new Set([unit.name, ...unit.aliases, ...unit.searchTerms, ...soundsOf(unit)]),
];
