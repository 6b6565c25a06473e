import { isQuestion } from './stop-words.ts';

/**
 * Where a query is divided: at ends of sentences, of clauses that ask, at numbers and words like 另外; between quotations; at the signs
 * of a list; at words like 和; at commas.
 */
export type Border = 'sentence' | 'quotation' | 'list' | 'and' | 'comma';

/** A way to read a query as several questions. */
export interface Split {
  questions: string[];
  border: Border;
}

/** More are no questions of a reader but a text. */
const mostQuestions = 6;

/** 1. 2、 （3） ④ 五、 before a question; not the number of a provision. */
const numbers = /(^|[^第务施单号\d])(?:\d{1,2}[.．、)）](?!\d)|[（(]\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]、)/gu;
/** What stands between two quotations, as which a line ends; lines are sentences, so that there is none within one. */
const betweenQuotations = /([”"」』》])[\s和与及、，,]*(?=[“"「『《])/gu;
const borders: Record<Border, RegExp> = {
  sentence: /[。？！；?!;\n]+|[，,、]?(?:另外|还有|此外|顺便)(?:再?问一?下)?[，,]?/u,
  quotation: /\n/u,
  list: /、|以及/u,
  and: /和|与|及|跟/u,
  comma: /[，,]/u,
};

const partsOf = (text: string, border: RegExp): string[] =>
  text
    .split(border)
    .map((part) => part.replace(/^[\s，,、]+|[\s，,、]+$/gu, ''))
    .filter((part) => /[\p{L}\p{N}]/u.test(part));

/** A clause that asks more about what was told before it, and has no subject of its own: 要不要抵押, 有多少奖励, 还会罚吗. */
const asksMore =
  /^[，,\s]*[还也又那再]?(?:可不可以|(?<verb>[能会要有是])[不没]\k<verb>|有?多[少久长]|[有要]什么|需要|[能会要有是].*吗[?？]?$)/u;

/**
 * Ends the sentence after a clause that asks, where another one asks of something else after it; what is told before a question
 * stays with it.
 */
function endAskingClauses(text: string): string {
  const clauses = text.split(/(?=[，,])/u);
  const last = clauses.map(isQuestion).lastIndexOf(true);
  const ends = (clause: string, at: number) => at < last && isQuestion(clause) && !asksMore.test(clauses[at + 1] ?? '');
  return clauses.map((clause, at) => (ends(clause, at) ? `${clause}\n` : clause)).join('');
}

/** The ways to read a query as several questions, the plainest first. Takes any string. */
export function waysToSplit(raw: string): Split[] {
  const isNumbered = (raw.match(numbers) ?? []).length > 1;
  let questions = [endAskingClauses(isNumbered ? raw.replace(numbers, '$1\n') : raw)];
  const ways: Split[] = [];
  for (const border of ['sentence', 'quotation', 'list', 'and', 'comma'] as const) {
    const parts = questions.flatMap((part) => {
      const read = border === 'quotation' ? part.replace(betweenQuotations, '$1\n') : part;
      return partsOf(read, borders[border]);
    });
    if (parts.length > (border === 'sentence' ? 1 : questions.length)) ways.push({ questions: parts, border });
    // Names and quotations hold these as well.
    if (border !== 'and' && border !== 'quotation') questions = parts;
  }
  return ways.filter((way) => way.questions.length <= mostQuestions);
}
