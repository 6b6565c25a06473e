const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Single characters that end a word, so that a line may break behind them. */
const ending = /.[的地得了着等们化性率度链区市县省局室院厅部委办园站者员家型级]$/u;
/** Single characters that join two words: a line may break before them, never behind. */
const joint = /^[和与及或]$/u;
const number = /[\d〇一二三四五六七八九十百千万亿]$/u;

const isShort = (word: string) => [...word].length === 1;

/** Whether a line may break between a phrase that ends in a word and the next word. */
const mayBreak = (phrase: string, word: string, next: string) =>
  (!isShort(word) || ending.test(phrase)) && !number.test(word) && (!isShort(next) || joint.test(next));

/**
 * A heading cut where its lines may break; the pieces together are the heading. What the dictionary does not know it gives as
 * single characters (营、商): those stay with their neighbours. Before and behind punctuation the browser breaks by its own rules.
 */
export function phrasesOf(heading: string): string[] {
  const phrases: string[] = [];
  let word: string | undefined;
  for (const { segment, isWordLike } of segmenter.segment(heading)) {
    const phrase = phrases.pop();
    if (phrase === undefined) phrases.push(segment);
    else if (word && isWordLike && mayBreak(phrase, word, segment)) phrases.push(phrase, segment);
    else phrases.push(phrase + segment);
    word = isWordLike ? segment : undefined;
  }
  return phrases;
}
