import type { Match } from '../query/searcher.ts';
import { recordKinds } from '../shared/record.ts';
import { element, markedText } from './dom.ts';
import type { Answer, ResultRow } from './protocol.ts';
import { isNarrowed, type State } from './state.ts';

const statusArea = () => document.querySelector('#search-status');
const resultList = () => document.querySelector('#search-results ol');

/** Why a row is there, where it does not hold the reader's own words. */
const reasons: Record<Match, string> = { exact: '', synonym: '换了说法', related: '部分相关' };

function resultItem(row: ResultRow, isAnswer: boolean): HTMLLIElement {
  const { kind, path, label, title, excerpt, units, innovation, match } = row;
  const reason = reasons[match];
  // A unit's label may be the name of its kind.
  const facts = [...new Set([recordKinds[kind], label, ...(innovation ? ['自主创新举措'] : [])])].join(' · ');
  const link = element(
    'a',
    {
      href: `${import.meta.env.BASE_URL}${path}`,
      class: 'inline-block py-1 font-semibold',
      // The page that it leads to knows by the address of the search which words to mark.
      referrerpolicy: 'same-origin',
    },
    ...markedText(title),
  );
  const item = element(
    'li',
    {
      class: 'border-b border-rule py-4 [contain-intrinsic-size:auto_9rem] [content-visibility:auto]',
      'data-match': match,
      'data-kind': kind,
    },
    element(
      'p',
      { class: 'text-small text-quiet' },
      facts,
      ...(reason ? [' ', element('span', { class: 'ms-1 rounded bg-lake-soft px-2 text-lake-deep' }, reason)] : []),
    ),
    element('h2', { class: 'text-subheading' }, link),
    // Without a question the rows are a list to look through.
    element('p', { class: `max-w-[42em] ${isAnswer ? '' : 'line-clamp-1'}` }, ...markedText(excerpt)),
  );
  if (units.length > 0)
    item.append(element('p', { class: 'text-small text-quiet' }, '责任单位：', ...markedText(units)));
  return item;
}

const quote = (words: string) => `“${words}”`;

/** Sentences about the answer as a whole. */
function remarks({ total, rows, substitutions, missing, cutTo }: Answer, state: State): string[] {
  const layers = new Set(rows.map(({ match }) => match));
  const sentences: string[] = [];
  if (cutTo) sentences.push(`问题太长，只搜索了前 ${cutTo} 个字。`);
  if (total === 0) {
    const where = isNarrowed(state) ? '在所选的条件下' : '';
    sentences.push(state.q.trim() === '' ? '没有符合这些条件的内容。' : `${where}没有找到${quote(state.q.trim())}。`);
    return sentences;
  }
  if (layers.has('synonym') && substitutions.length > 0)
    sentences.push(
      `${substitutions.map(({ word, means }) => `${quote(word)}在文件里的说法：${means.map(quote).join('、')}`).join('；')}（编辑对照）。`,
    );
  if (layers.has('related'))
    sentences.push(
      missing.length > 0
        ? `没有找到${missing.map(quote).join('、')}，下面的内容只有一部分相关。`
        : '没有一条同时说到全部的词，下面的内容只有一部分相关。',
    );
  return sentences;
}

/** Shows an answer. Returns what is to be announced, as do the functions below. */
export function showAnswer(answer: Answer, state: State): string {
  const { total, rows } = answer;
  const sentences = remarks(answer, state);
  const count = total > 0 ? `共 ${total} 条${rows.length < total ? `，显示前 ${rows.length} 条` : ''}。` : '';
  const status = statusArea();
  status?.replaceChildren(
    ...(count ? [element('p', { class: 'text-small text-quiet' }, count)] : []),
    ...sentences.map((sentence) => element('p', { class: 'mt-1' }, sentence)),
  );
  if (total === 0)
    status?.append(
      element(
        'p',
        { class: 'mt-1 text-quiet' },
        '手册只收录方案和任务清单里的内容。可以换个说法，少写几个字，或从下面的目录进入。',
      ),
    );
  const isAnswer = state.q.trim() !== '';
  resultList()?.replaceChildren(...rows.map((row) => resultItem(row, isAnswer)));
  return [count, ...sentences].join('');
}

/** Offers queries that the reader may have meant, above the results. */
export function showCorrections(queries: readonly string[], choose: (query: string) => void): string {
  const buttons = queries.map((query) => {
    const button = element(
      'button',
      { type: 'button', class: 'min-h-11 px-2 font-semibold text-lake underline' },
      query,
    );
    button.addEventListener('click', () => choose(query));
    return button;
  });
  statusArea()?.append(element('p', { 'data-meant': '' }, '您是不是要找：', ...buttons));
  return `您是不是要找：${queries.join('、')}`;
}
