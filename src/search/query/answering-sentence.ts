import { sentenceRanges } from '../../text/sentences.ts';
import { type RankingTerm, rankingTermsOf } from '../shared/ranking-terms.ts';
import type { Display } from '../shared/record.ts';
import { tokenTexts } from '../shared/tokenizer.ts';
import type { MatchRange } from './highlight.ts';

/** Weight of a single Han character, which is half a word. */
const singleWeight = 0.5;

const termsOf = (text: string) => rankingTermsOf(tokenTexts(text));
const holds = (terms: ReadonlyMap<string, RankingTerm>, { text }: RankingTerm) => terms.has(text);
const byText = (terms: readonly RankingTerm[]) => new Map(terms.map((term) => [term.text, term]));

/**
 * The sentence of a record's text that shares most words with what was asked, or with the questions that an editor tied to it. Words
 * of few of its sentences say more than those of many, and single characters only tell sentences apart that share a pair as well.
 * Where no sentence shares a pair, the whole text if it is one statement, as that of a task is; else none.
 */
export function answeringSentence(
  { kind, text, answers = [] }: Display,
  asked: readonly string[],
): MatchRange | undefined {
  const ranges = sentenceRanges(text);
  const sentences = ranges.map(([start, end]) => {
    const tied = answers.filter((one) => one.start < end && one.end > start).map(({ asked }) => asked);
    return byText([text.slice(start, end), ...tied].flatMap(termsOf));
  });
  const wanted = [...byText(asked.flatMap(termsOf)).values()];
  let [best, most]: [MatchRange | undefined, number] = [undefined, 0];
  for (const [at, sentence] of sentences.entries()) {
    const shared = wanted.filter((term) => holds(sentence, term));
    if (!shared.some(({ isSingle }) => !isSingle)) continue;
    const score = shared.reduce((sum, term) => {
      const holders = sentences.filter((other) => holds(other, term)).length;
      return sum + Math.log(1 + sentences.length / holders) * (term.isSingle ? singleWeight : 1);
    }, 0);
    if (score > most) [best, most] = [ranges[at], score];
  }
  return best ?? (kind === 'task' || kind === 'target' || ranges.length === 1 ? [0, text.length] : undefined);
}
