import { searchQuestions } from '../query/search-questions.ts';
import type { AskedQuestion, AskedQuestions } from './access-log.ts';
import type { MemorySearch } from './memory-search.ts';

/** How a question is answered, by the best that stands first; in the order in which they are summed up. */
const answerKinds = {
  exact: '逐字',
  synonym: '近义',
  related: '部分匹配',
  elsewhere: '告知别处',
  folded: '沾边收起',
  none: '没有',
} as const;
export type AnswerKind = keyof typeof answerKinds;

export interface AnsweredQuestion extends AskedQuestion {
  kind: AnswerKind;
  /** The first row, or the matter that belongs elsewhere; blank where there is none. */
  first: string;
}

/** How search answers a question today. */
export async function answerOf(
  question: AskedQuestion,
  { searcher, catalogue, records, matters }: MemorySearch,
): Promise<AnsweredQuestion> {
  const { hits, isLikely, elsewhere } = await searchQuestions(question.text, searcher, catalogue);
  const [hit] = hits;
  const display = hit && records[hit.record]?.display;
  const row = display ? `${display.label} ${display.title}` : '';
  if (hit && isLikely) return { ...question, kind: hit.match, first: row };
  if (elsewhere)
    return { ...question, kind: 'elsewhere', first: elsewhere.map((at) => matters[at]?.matter ?? '').join('、') };
  return { ...question, kind: hit ? 'folded' : 'none', first: row };
}

/** What a report lists: a question that was asked once may tell of the one who asked. */
const isListed = ({ times }: AskedQuestion, isAll: boolean): boolean => isAll || times > 1;

const share = (part: number, all: number) => `${part} 次（${all === 0 ? 0 : Math.round((100 * part) / all)}%）`;
const timesOf = (questions: readonly AskedQuestion[]) => questions.reduce((sum, { times }) => sum + times, 0);

/** A report for the editor, as text. */
export function askedReport(
  { page, lines, requests }: AskedQuestions,
  answered: readonly AnsweredQuestion[],
  isAll: boolean,
): string {
  const all = timesOf(answered);
  const listed = answered.filter((question) => isListed(question, isAll));
  const unlisted = answered.length - listed.length;
  const kinds = Object.entries(answerKinds).map(
    ([kind, name]) => `  ${name}：${share(timesOf(answered.filter((one) => one.kind === kind)), all)}`,
  );
  return [
    ...listed.map(
      ({ text, times, kind, first }) => `${times} 次  ${answerKinds[kind]}  ${text}${first && `  → ${first}`}`,
    ),
    ...(listed.length > 0 ? [''] : []),
    `读了 ${lines} 行，搜索 ${all} 次，${answered.length} 种问法。按现在的内容，第一条是：`,
    ...kinds,
    ...(unlisted > 0 ? [`另有 ${unlisted} 种只问过一次，可能涉及个人，没有列出；加 --all 全部列出。`] : []),
    ...(lines > 0 && requests === 0
      ? ['没有一行是读得懂的访问记录：要 nginx 或 Apache 的 common、combined 格式，或 IIS 的 W3C 格式。']
      : []),
    `只统计搜索页（${page}）网址里的词，大小写、全角半角和空格不同的算一种；搜索引擎等程序的访问不算。不读也不写访问者的地址。`,
  ].join('\n');
}

/** The columns and rows of the report as a table. */
export const askedTable = (
  answered: readonly AnsweredQuestion[],
  isAll: boolean,
): [string[], (string | number)[][]] => [
  ['次数', '问法', '回答', '第一条'],
  answered
    .filter((question) => isListed(question, isAll))
    .map(({ times, text, kind, first }) => [times, text, answerKinds[kind], first]),
];
