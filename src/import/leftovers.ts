import { yearPattern } from '../text/dates.ts';
import { lettersOf, tidyBlanks } from '../text/normalise.ts';
import { chineseNumeral } from '../text/numerals.ts';
import { numberedIn } from '../text/outline-numbers.ts';
import { type Draft, textOfBlock } from './draft.ts';
import { type Finding, restored, unread } from './finding.ts';
import { lineEnd, withoutTags } from './lines.ts';

/** Signs that stand for something, unlike those of punctuation and layout. */
const signsOf = (words: string): string => words.replace(/[\s\p{P}\p{Cc}\p{Cf}\p{Z}|<>=~`^+\uFFFD]/gu, '');

/** What calls the annex an annex; its title is in the record. */
const annexLabel = /^附件\s*\d*[：:]?/u;

/** Every single value of some data. */
function valuesIn(data: unknown): string[] {
  if (typeof data === 'string' || typeof data === 'number') return [String(data)];
  return data && typeof data === 'object' ? Object.values(data).flatMap(valuesIn) : [];
}

/** Where the words of a document can have gone: the draft, with the numbers that it does not write out, and the findings. */
const places = (draft: Draft, findings: readonly Finding[]): string[] => [
  ...valuesIn(draft),
  ...valuesIn(findings),
  ...(draft.record.environments ?? []).map(({ title }, index) => `${chineseNumeral(index + 1)}、${title}`),
  ...draft.measures.map(({ data }) => `${chineseNumeral(data.number)}${data.title}`),
  ...draft.measures.map(
    ({ data, blocks }) =>
      `${data.number}${data.title}${blocks.map(textOfBlock).join('')}责任单位${typeof data.units === 'string' ? data.units : ''}`,
  ),
];

/** Where a sentence can be taken apart: beside the bracket that names units, behind a label, and between an office and a date. */
const seam = new RegExp(`(?=[（(〔［[【])|(?<=[）)〕］\\]】：:])|(?=${yearPattern})`, 'u');

/**
 * The sentences of a text that stand neither in the draft nor in the findings, as findings. Whatever the reading of a document
 * may have missed, nothing is lost without a word.
 */
export function leftovers(text: string, draft: Draft, findings: readonly Finding[]): Finding[] {
  const whole = places(draft, findings);
  const words = whole.map(lettersOf).join('\n');
  const signs = whole.map(signsOf).join('\n');
  const isThere = (sentence: string): boolean => {
    const named = tidyBlanks(sentence).replace(annexLabel, '');
    const core = lettersOf(named);
    if (core === '') return signs.includes(signsOf(named));
    return words.includes(core) || words.includes(lettersOf(numberedIn(named)?.rest ?? named));
  };
  return withoutTags(text)
    .split(lineEnd)
    .flatMap((line, index): Finding[] => {
      const left = line.split(/(?<=[。！？；;!?])|\t/u).filter((sentence) => !isThere(sentence));
      const isParted = (sentence: string) => sentence.split(seam).every(isThere);
      const parted = left.filter(isParted).join('').trim();
      const lost = left
        .filter((sentence) => !isParted(sentence))
        .join('')
        .trim();
      return [
        ...(parted ? [restored(index + 1, parted, '这句话在草稿里分写在几处')] : []),
        ...(lost ? [unread(index + 1, lost, '没有读懂，没有写进草稿')] : []),
      ];
    });
}
