import { isQuestion } from './stop-words.ts';

/** Where a query is divided: at ends of sentences, of clauses that ask, at numbers and words like 另外; at the signs of a list; at commas. */
export type Border = 'sentence' | 'list' | 'comma';

/** A way to read a query as several questions. */
export interface Split {
  questions: string[];
  border: Border;
}

/** More are no questions of a reader but a text. */
const mostQuestions = 6;

/** 1. 2、 （3） ④ 五、 before a question; not the number of a provision. */
const numbers = /(^|[^第务施单号\d])(?:\d{1,2}[.．、)）](?!\d)|[（(]\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]、)/gu;
const borders: Record<Border, RegExp> = {
  sentence: /[。？！；?!;\n]+|[，,、]?(?:另外|还有|此外|顺便)(?:再?问一?下)?[，,]?/u,
  list: /、|以及/u,
  comma: /[，,]/u,
};

const partsOf = (text: string, border: RegExp): string[] =>
  text
    .split(border)
    .map((part) => part.replace(/^[\s，,、]+|[\s，,、]+$/gu, ''))
    .filter((part) => /[\p{L}\p{N}]/u.test(part));

/** Ends the sentence after a clause that asks, where another one asks after it; what is told before a question stays with it. */
function endAskingClauses(text: string): string {
  const clauses = text.split(/(?=[，,])/u);
  const last = clauses.map(isQuestion).lastIndexOf(true);
  return clauses.map((clause, at) => (at < last && isQuestion(clause) ? `${clause}\n` : clause)).join('');
}

/** The ways to read a query as several questions, the plainest first. Takes any string. */
export function waysToSplit(raw: string): Split[] {
  const isNumbered = (raw.match(numbers) ?? []).length > 1;
  let questions = [endAskingClauses(isNumbered ? raw.replace(numbers, '$1\n') : raw)];
  const ways: Split[] = [];
  for (const border of ['sentence', 'list', 'comma'] as const) {
    const parts = questions.flatMap((part) => partsOf(part, borders[border]));
    if (parts.length > (border === 'sentence' ? 1 : questions.length)) ways.push({ questions: parts, border });
    questions = parts;
  }
  return ways.filter((way) => way.questions.length <= mostQuestions);
}
