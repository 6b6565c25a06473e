import type { Catalogue } from '../shared/catalogue.ts';
import { measureOf } from '../shared/record.ts';
import type { Hit, Searcher, SearchResult } from './searcher.ts';
import { type Border, waysToSplit } from './split-questions.ts';

/** What was found for one of several questions. */
export interface QuestionFound {
  question: string;
  found: SearchResult;
}

/** A hit, and which of several questions it answers. */
export interface QuestionHit extends Hit {
  question?: string;
}

export interface QuestionsResult extends SearchResult {
  hits: QuestionHit[];
  /** Of a query that asks several questions: what was found for each. */
  questions?: QuestionFound[];
}

const isSure = ({ hits: [first] }: SearchResult) => first !== undefined && first.match !== 'related';

/** Questions that are answered, each with another first record, or of another measure, than those before it. */
function answeredApart(found: readonly QuestionFound[], subjectOf: (record: number) => number): QuestionFound[] {
  const subjects = new Set<number>();
  return found.filter(({ found: { hits, isLikely } }) => {
    const [first] = hits;
    if (!first || !isLikely || subjects.has(subjectOf(first.record))) return false;
    subjects.add(subjectOf(first.record));
    return true;
  });
}

/** The questions of a query divided at a border; none where it is rather one question. */
function questionsAt(
  border: Border,
  found: readonly QuestionFound[],
  whole: SearchResult,
  records: Catalogue['records'],
): QuestionFound[] {
  if (border === 'sentence') return answeredApart(found, (record) => record);
  const sure = found.filter((one) => isSure(one.found));
  const isUnit = ({ found: { hits } }: QuestionFound) => records.kinds[hits[0]?.record ?? -1] === 'unit';
  if (border === 'and' && !found.every(isUnit)) return [];
  if (border !== 'comma')
    return sure.length === found.length && !isSure(whole) ? answeredApart(sure, (record) => record) : [];
  // One situation is told in several clauses, too: what they find must come first for the whole, and keeps that order.
  const measure = (record: number) => measureOf(record, records.kinds) ?? record;
  const apart = answeredApart(sure, measure);
  const first = [...new Set(whole.hits.map(({ record }) => measure(record)))].slice(0, apart.length);
  const rank = ({ found: { hits } }: QuestionFound) => first.indexOf(measure(hits[0]?.record ?? -1));
  return apart.every((one) => rank(one) >= 0) ? apart.sort((a, b) => rank(a) - rank(b)) : [];
}

/** The best hit of each, then the second of each, and so on; each record once. */
function interleaved(questions: readonly QuestionFound[]): QuestionHit[] {
  const hits = new Map<number, QuestionHit>();
  const most = Math.max(...questions.map(({ found }) => found.hits.length));
  for (let at = 0; at < most; at++)
    for (const { question, found } of questions) {
      const hit = found.hits[at];
      if (hit && !hits.has(hit.record)) hits.set(hit.record, { ...hit, question });
    }
  return [...hits.values()];
}

/**
 * Answers a query that asks several questions one by one, and any other as it is.
 * @throws If the index cannot be read.
 */
export async function searchQuestions(
  raw: string,
  searcher: Searcher,
  { records }: Pick<Catalogue, 'records'>,
): Promise<QuestionsResult> {
  const whole = await searcher.search(raw);
  if (whole.hits[0]?.match === 'exact') return whole;
  for (const { questions, border } of waysToSplit(raw)) {
    if (whole.query.quoted && border !== 'quotation') continue;
    const found = await Promise.all(
      questions.map(async (question) => ({ question, found: await searcher.search(question) })),
    );
    // What has no words of its own, as 怎么办 after a comma, belongs to the others.
    const asking = found.filter((one) => !one.found.query.needsMoreWords);
    const answered = questionsAt(border, asking, whole, records);
    if (answered.length < 2) continue;
    return {
      ...whole,
      hits: interleaved(answered),
      questions: answered,
      substitutions: answered.flatMap((one) => one.found.substitutions),
      missing: [],
      unfamiliar: false,
      isLikely: true,
    };
  }
  return whole;
}
