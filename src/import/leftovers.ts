import { chineseNumeral } from '../text/numerals.ts';
import { numberedIn } from '../text/outline-numbers.ts';
import type { Draft } from './draft.ts';
import type { Finding } from './finding.ts';
import { lineEnd, tidy, withoutTags } from './lines.ts';

/** Letters and figures alone: blanks, punctuation and marks of layout are no loss. */
const essence = (words: string): string => words.replace(/[^\p{L}\p{M}\p{N}\p{So}]/gu, '');
/** Signs that stand for something, unlike those of punctuation and layout. */
const telling = (words: string): string => words.replace(/[\s\p{P}\p{Cc}\p{Cf}\p{Z}|<>=~`^+\uFFFD]/gu, '');

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
    ({ data, paragraphs }) => `${data.number}${data.title}${paragraphs.join('')}责任单位${data.units ?? ''}`,
  ),
];

/** Where a sentence can be taken apart: beside the bracket that names units, and between an office and a date. */
const seam = /(?=[（(〔［[【])|(?<=[）)〕］\]】])|(?=[\d〇零○一二三四五六七八九]{4}年)/u;

/**
 * The sentences of a text that stand neither in the draft nor in the findings, as findings. Whatever the reading of a document
 * may have missed, nothing is lost without a word.
 */
export function leftovers(text: string, draft: Draft, findings: readonly Finding[]): Finding[] {
  const whole = places(draft, findings);
  const words = whole.map(essence).join('\n');
  const signs = whole.map(telling).join('\n');
  const isThere = (sentence: string): boolean => {
    const named = tidy(sentence).replace(annexLabel, '');
    const core = essence(named);
    if (core === '') return signs.includes(telling(named));
    return words.includes(core) || words.includes(essence(numberedIn(named)?.rest ?? named));
  };
  return withoutTags(text)
    .split(lineEnd)
    .flatMap((row, index): Finding[] => {
      const left = row.split(/(?<=[。！？；;!?])|\t/u).filter((sentence) => !isThere(sentence));
      const [parted, lost] = [true, false].map((whole) =>
        left.filter((one) => one.split(seam).every(isThere) === whole),
      );
      const tell = (sentences: readonly string[] = [], kind: Finding['kind'], why: string): Finding[] =>
        sentences.length > 0 ? [{ kind, line: index + 1, found: sentences.join('').trim(), why }] : [];
      return [
        ...tell(parted, 'restored', '这句话在草稿里分写在几处'),
        ...tell(lost, 'unread', '没有读懂，没有写进草稿'),
      ];
    });
}
