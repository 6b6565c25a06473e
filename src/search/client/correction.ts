import type { SpellingCorrection } from '../query/spelling-correction.ts';
import { answerQuestion, type OpenSearch } from './answer.ts';
import type { Answer, Question } from './protocol.ts';

/** Whether a question has an answer as it was typed, which does not wait for corrections. */
export const isAnswered = ({ total, isLikely }: Answer): boolean => total > 0 && isLikely;

/** Whether a word of a question may be mistyped. What the handbook does not hold is told where it belongs. */
export const mayBeMistyped = ({ unfamiliar, elsewhere }: Answer): boolean => unfamiliar && elsewhere === undefined;

/**
 * What a reader may have meant to type: where nothing answers the question as typed, and hardly a doubt is left, the answer to
 * that; and the other queries that are offered.
 * @throws As `answerQuestion`.
 */
export async function correctAnswer(
  answer: Answer,
  question: Question,
  search: OpenSearch,
  spelling: SpellingCorrection,
): Promise<{ answer: Answer; offers: string[] }> {
  const answered = isAnswered(answer);
  const corrections = await spelling.didYouMean(question.text, search.searcher, answered);
  const offers = corrections.map(({ query }) => query);
  const [first] = corrections;
  if (!first?.isSure || question.asTyped || answered) return { answer, offers };
  const { from, to, query } = first;
  const meant = await answerQuestion({ ...question, text: query }, search);
  if (!isAnswered(meant)) return { answer, offers };
  return { answer: { ...meant, corrected: { from, to } }, offers: [] };
}
