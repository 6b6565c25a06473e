/*
 * The dictionary by which slips are corrected and words suggested, as it is published. Of words in ascending order each begins
 * like the one before it, so that only how much of it, and the rest, is written. How characters are read is told for the
 * 3,755 common ones of GB 2312, whose order is that of their sounds: a syllable and how many follow it.
 */

/** A page whose name can be typed. */
export interface NamedPage {
  name: string;
  path: string;
  /** Other names of it. */
  also?: string[];
  /** What readers call it. */
  calls?: string[];
}

/** All that is typed for a page. */
export const spellings = ({ name, also = [], calls = [] }: NamedPage): string[] => [name, ...also, ...calls];

/** What a word of the dictionary is: a word that readers use, one of the documents, or a reader's word that leads somewhere. */
export const wordKinds = { common: 0, official: 1, leading: 2 } as const;

export interface DictionaryFile {
  units: NamedPage[];
  /** Of the newest plans. */
  measures: NamedPage[];
  needs: NamedPage[];
  /** To which readers' words lead beside the measures: positions among the words. */
  meanings: number[];
  /** Front-coded, ascending: the length of what a word shares with the one before it in base 36, and its rest. */
  words: string;
  /** For each word its kind; from `leading` on, plus the position of what it leads to, in the measures and then the meanings. */
  leads: number[];
  /** Runs of the common characters, in the order of GB 2312: a syllable without tone, and how many are read so. */
  commonSounds: string;
  /** Further readings, and those of other characters: a syllable and characters. */
  otherSounds: Record<string, string>;
}

/** Words that are not suggested; loaded when nothing was found, to tell what was mistyped. */
export type FurtherWords = Pick<DictionaryFile, 'words' | 'leads' | 'otherSounds'>;

const wordEnd = '|';

/** Front coding of words that ascend by code unit. */
export function encodeWords(words: readonly string[]): string {
  let before = '';
  return words
    .map((word) => {
      let shared = 0;
      while (shared < 35 && shared < before.length && before[shared] === word[shared]) shared++;
      before = word;
      return shared.toString(36) + word.slice(shared);
    })
    .join(wordEnd);
}

/** Reads what `encodeWords` wrote. */
export function decodeWords(coded: string): string[] {
  let before = '';
  return coded === ''
    ? []
    : coded.split(wordEnd).map((entry) => {
        before = before.slice(0, Number.parseInt(entry[0] ?? '', 36)) + entry.slice(1);
        return before;
      });
}

/** Whether a word can be encoded. */
export const isEncodable = (word: string): boolean => !word.includes(wordEnd);

/**
 * The 3,755 characters of the first level of GB 2312, which are ordered by sound.
 * @see https://encoding.spec.whatwg.org/#gbk-decoder
 */
export function commonCharacters(): string[] {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row++)
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell);
  return [...new TextDecoder('gbk').decode(Uint8Array.from(bytes))];
}
