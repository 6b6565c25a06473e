import { normalise } from '../../text/normalise.ts';
import {
  commonCharacters,
  type DictionaryFile,
  decodeWords,
  type FurtherWords,
  spellings,
  wordKinds,
} from '../shared/dictionary.ts';

/** A word that a reader may type or mean. */
export interface Word {
  text: string;
  /** As it is compared. */
  letters: string;
  /** As in the file. */
  lead: number;
}

/** The most ways to read a word whose characters have several readings. */
const maxReadings = 8;
/** The most words that letters without blanks are cut into. */
const maxWordsOfLetters = 4;

/** Letters by which sounds are compared: n and ng, z and zh, c and ch, s and sh, ü and u are one. */
const folded = (letters: string) =>
  letters
    .replace(/ng/gu, 'n')
    .replace(/([zcs])h/gu, '$1')
    .replace(/v/gu, 'u');

type WordsBy = Map<string, Word[]>;
function add(map: WordsBy, key: string, word: Word): void {
  const words = map.get(key);
  if (!words) map.set(key, [word]);
  else if (!words.includes(word)) words.push(word);
}

/** The dictionary, by which slips are found and words suggested. */
export class Dictionary {
  readonly file: DictionaryFile;
  /** The words of its file. */
  readonly listed: readonly Word[];
  /** All words, the further ones and the names of units and needs among them. */
  readonly words: readonly Word[];
  readonly #sounds = new Map<string, string[]>();
  /** The pinyin of names that were asked for, whole and by initials. */
  readonly #pinyin = new Map<string, string[]>();
  #bySound: { syllables: WordsBy; letters: WordsBy; initials: WordsBy } | undefined;
  #known: Set<string> | undefined;

  /** Of the first part, or of all. */
  constructor(file: DictionaryFile, further?: FurtherWords) {
    this.file = file;
    const common = commonCharacters();
    let at = 0;
    for (const [, sound = '', count] of file.commonSounds.matchAll(/([a-z]+)(\d+)/gu))
      for (const end = at + Number(count); at < end; at++) this.#sounds.set(common[at] ?? '', [sound]);
    for (const [sound, signs] of [file, further].flatMap((part) => Object.entries(part?.otherSounds ?? {})))
      for (const sign of signs) this.#sounds.set(sign, [...(this.#sounds.get(sign) ?? []), sound]);
    const wordsIn = ({ words, leads }: FurtherWords): Word[] =>
      decodeWords(words).map((text, at) => ({ text, letters: normalise(text), lead: leads[at] ?? wordKinds.common }));
    const named = [...file.units, ...file.needs]
      .flatMap(spellings)
      .map((text): Word => ({ text, letters: normalise(text), lead: wordKinds.official }));
    this.listed = wordsIn(file);
    const all = [...named, ...this.listed, ...(further ? wordsIn(further) : [])].reverse();
    const byLetters = new Map(all.map((word) => [word.letters, word]));
    this.words = [...byLetters.values()].filter(({ letters }) => letters.length > 1);
  }

  /** Whether the pinyin of a name, whole or by initials, begins with some letters. */
  soundsLike(name: string, letters: string): boolean {
    if (!this.soundsOf(name[0] ?? '').some(([initial]) => initial === letters[0])) return false;
    let spelt = this.#pinyin.get(name);
    if (!spelt) {
      spelt = this.readings(name).flatMap((sounds) => [sounds.join(''), sounds.map(([initial]) => initial).join('')]);
      this.#pinyin.set(name, spelt);
    }
    return spelt.some((pinyin) => pinyin.startsWith(letters));
  }

  /** Whether something is a word of the dictionary, or the name of something. */
  has(letters: string): boolean {
    this.#known ??= new Set(this.words.map((word) => word.letters));
    return this.#known.has(letters);
  }

  /** How a character is read, the usual way first; a letter or figure as itself. */
  soundsOf(sign: string): readonly string[] {
    return this.#sounds.get(sign) ?? (/^[a-z\d]$/u.test(sign) ? [sign] : []);
  }

  /** The ways to read some characters, a syllable each; none where the sound of one is not known. */
  readings(signs: Iterable<string>): string[][] {
    let readings: string[][] = [[]];
    for (const sign of signs) {
      const sounds = this.soundsOf(sign);
      readings = readings.flatMap((before) => sounds.map((sound) => [...before, sound])).slice(0, maxReadings);
    }
    return readings;
  }

  get #sounding() {
    if (this.#bySound) return this.#bySound;
    const [syllables, letters, initials]: [WordsBy, WordsBy, WordsBy] = [new Map(), new Map(), new Map()];
    for (const word of this.words)
      for (const reading of this.readings(word.letters)) {
        add(syllables, reading.map(folded).join(' '), word);
        add(letters, folded(reading.join('')), word);
        add(initials, reading.map(([initial]) => initial).join(''), word);
      }
    this.#bySound = { syllables, letters, initials };
    return this.#bySound;
  }

  /** The words that sound like some characters. */
  wordsOfSound(signs: readonly string[]): Word[] {
    return this.readings(signs).flatMap((reading) => this.#sounding.syllables.get(reading.map(folded).join(' ')) ?? []);
  }

  /** The words whose pinyin is this, of which some may be written in characters; else some words one after another. */
  wordsOfLetters(signs: readonly string[]): Word[] {
    const found = this.readings(signs).flatMap((reading) => this.#sounding.letters.get(folded(reading.join(''))) ?? []);
    return found.length > 0 ? found : this.#cut(folded(signs.join('')));
  }

  wordsOfInitials(letters: string): readonly Word[] {
    return this.#sounding.initials.get(letters) ?? [];
  }

  /** The fewest words into which letters can be cut, as one. */
  #cut(letters: string): Word[] {
    const cuts: (Word[] | undefined)[] = [[]];
    for (let end = 1; end <= letters.length; end++)
      for (let start = 0; start < end; start++) {
        const [before, best] = [cuts[start], cuts[end]];
        if (!before || before.length >= Math.min(maxWordsOfLetters, best?.length ?? maxWordsOfLetters)) continue;
        const [word] = [...(this.#sounding.letters.get(letters.slice(start, end)) ?? [])].sort(
          (one, other) => other.lead - one.lead,
        );
        if (word && (!best || best.length > before.length + 1)) cuts[end] = [...before, word];
      }
    const words = cuts[letters.length] ?? [];
    const text = words.map((word) => word.text).join('');
    return words.length > 1 ? [{ text, letters: normalise(text), lead: wordKinds.common }] : [];
  }
}
