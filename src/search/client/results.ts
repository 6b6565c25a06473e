import type { Match } from '../query/searcher.ts';
import { kinds } from '../shared/record.ts';
import { element, marked } from './elements.ts';
import type { Answer, Row } from './protocol.ts';
import { isNarrowed, type State } from './state.ts';

const find = (selector: string) => document.querySelector(selector);

/** Why a row is there, where it is not for the reader's own words. */
const reasons: Record<Match, string> = { exact: '', synonym: '换了说法', related: '部分相关' };

function row({ kind, path, label, title, excerpt, units, innovation, match }: Row, isAnswer: boolean): HTMLLIElement {
  const reason = reasons[match];
  // A unit's label may be the name of its kind.
  const facts = [...new Set([kinds[kind], label, ...(innovation ? ['自主创新举措'] : [])])].join(' · ');
  const link = element(
    'a',
    { href: `${import.meta.env.BASE_URL}${path}`, class: 'inline-block py-1 font-semibold' },
    ...marked(title),
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
    // Where nothing was asked, the rows are a list to look through.
    element('p', { class: `max-w-[42em] ${isAnswer ? '' : 'line-clamp-1'}` }, ...marked(excerpt)),
  );
  if (units.length > 0) item.append(element('p', { class: 'text-small text-quiet' }, '责任单位：', ...marked(units)));
  return item;
}

const quote = (words: string) => `“${words}”`;

/** What the reader should know of the answer as a whole, in sentences. */
function remarks({ total, rows, stood, missing, cutTo }: Answer, state: State): string[] {
  const layers = new Set(rows.map(({ match }) => match));
  const said: string[] = [];
  if (cutTo) said.push(`问题太长，只搜索了前 ${cutTo} 个字。`);
  if (total === 0) {
    const where = isNarrowed(state) ? '在所选的条件下' : '';
    said.push(state.q.trim() === '' ? '没有符合这些条件的内容。' : `${where}没有找到${quote(state.q.trim())}。`);
    return said;
  }
  if (layers.has('synonym') && stood.length > 0)
    said.push(
      `${stood.map(({ word, means }) => `${quote(word)}在文件里的说法：${means.map(quote).join('、')}`).join('；')}（编辑对照）。`,
    );
  if (layers.has('related'))
    said.push(
      missing.length > 0
        ? `没有找到${missing.map(quote).join('、')}，下面的内容只有一部分相关。`
        : '没有一条同时说到全部的词，下面的内容只有一部分相关。',
    );
  return said;
}

/** Shows an answer; gives the sentence to be spoken. */
export function showAnswer(answer: Answer, state: State): string {
  const { total, rows } = answer;
  const sentences = remarks(answer, state);
  const count = total > 0 ? `共 ${total} 条${rows.length < total ? `，显示前 ${rows.length} 条` : ''}。` : '';
  const status = find('#search-status');
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
  find('#search-results ol')?.replaceChildren(...rows.map((one) => row(one, isAnswer)));
  return [count, ...sentences].join('');
}

/** Says that search cannot be had, and offers to try again; gives the sentence to be spoken. */
export function showFailure(error: Error, again: () => void): string {
  const sentence = '搜索没有加载成功，可能是网络不通，或浏览器不允许。请从下面的目录进入。';
  const retry = element(
    'button',
    { type: 'button', class: 'min-h-11 rounded border border-lake px-4 text-lake' },
    '再试一次',
  );
  retry.addEventListener('click', again);
  find('#search-status')?.replaceChildren(
    element(
      'div',
      { role: 'alert', class: 'border-s-3 border-lake ps-4' },
      element('p', {}, sentence),
      element('p', { class: 'text-small text-quiet' }, error.message),
      retry,
    ),
  );
  find('#search-results ol')?.replaceChildren();
  return sentence;
}

/** Offers queries that the reader may have meant, above the answer; gives the sentence to be spoken. */
export function showMeant(queries: readonly string[], choose: (query: string) => void): string {
  const buttons = queries.map((query) => {
    const button = element(
      'button',
      { type: 'button', class: 'min-h-11 px-2 font-semibold text-lake underline' },
      query,
    );
    button.addEventListener('click', () => choose(query));
    return button;
  });
  document.querySelector('#search-status')?.append(element('p', { 'data-meant': '' }, '您是不是要找：', ...buttons));
  return `您是不是要找：${queries.join('、')}`;
}
