import { pinyin } from 'pinyin-pro';

/** The sound of a name in pinyin, a syllable each, lower case and without tones; letters and digits stay together. */
export const syllablesOf = (name: string): string[] =>
  name === ''
    ? []
    : pinyin(name, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' }).map((syllable) =>
        syllable.toLowerCase(),
      );
