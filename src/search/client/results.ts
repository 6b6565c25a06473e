import type { Match, Substitution } from '../query/searcher.ts';
import type { MatterText } from '../shared/catalogue.ts';
import { recordKinds } from '../shared/record.ts';
import { element, markedText } from './dom.ts';
import type { Answer, ResultRow } from './protocol.ts';
import { isAsked, isNarrowed, type State } from './state.ts';

/** Printed words that say themselves what the units do: （牵头单位：甲）. */
const saysUnits = /^(?:[（(]|.{2,5}(?:单位|部门)：)/u;

const statusArea = () => document.querySelector('#search-status');

/** What the status says before anything is asked. */
export const whatToAsk = '输入要问的事、单位或编号，边输入边出结果。';

/** Why a row is there, where it does not hold the reader's own words. */
const reasons: Record<Match, string> = { exact: '', synonym: '近义', related: '部分匹配' };

/** Quoted; quotation marks within are single ones, by GB/T 15834. */
const quote = (words: string) => `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`;
const quoteAll = (words: readonly string[]) => words.map(quote).join('、');
/** Where no other words say why a row is there that the editor has the query for. */
const ownWords = '这是编辑列出的常用说法';
const substitutionText = ({ word, means }: Substitution) => `${quote(word)}在文件中表述为${quoteAll(means)}`;

/** Marks words of a document, or a part of them, as such. */
const official = { 'data-official': 'part' };

function resultItem(row: ResultRow, isAnswer: boolean): HTMLLIElement {
  const {
    kind,
    path,
    label,
    title,
    excerpt,
    units,
    innovation,
    reported,
    isVerbatim,
    match,
    question,
    sentence,
    substitutions,
    isOwn,
    isOwner,
  } = row;
  const reason = isOwn ? '您的单位' : reasons[match];
  // A label may name the kind, as that of a measure or a kind of unit does, or tell it, as the number of a document.
  const isNamed = kind === 'document' || label.includes(recordKinds[kind]);
  const facts = isNamed ? [label] : [recordKinds[kind], label];
  if (innovation) facts.push('自主创新举措');
  const link = element(
    'a',
    {
      href: `${import.meta.env.BASE_URL}${path}`,
      class: 'inline-block py-1 font-semibold',
      // The page that it leads to knows by the address of the search which words to mark.
      referrerpolicy: 'same-origin',
    },
    ...markedText(title, sentence),
  );
  const item = element(
    'li',
    {
      class: 'border-b border-rule py-3 md:py-4 [contain-intrinsic-size:auto_9rem] [content-visibility:auto]',
      'data-match': match,
      'data-kind': kind,
    },
    // Of several questions at once, the one that it answers.
    ...(question ? [element('p', { class: 'text-small line-clamp-1', 'data-question': '' }, `问：${question}`)] : []),
    element(
      'p',
      { class: 'text-small text-quiet' },
      ...(reason ? [element('span', { class: 'me-2 rounded bg-lake-soft px-2 text-lake-deep' }, reason)] : []),
      // Each whole in a line, where it has room.
      ...facts.flatMap((fact, at) => [
        at > 0 ? ' ' : '',
        element('span', { class: 'inline-block' }, at > 0 ? `· ${fact}` : fact),
      ]),
    ),
    element('h2', { class: 'text-subheading' }, link),
    // Without a question the rows are a list to look through.
    element(
      'p',
      { class: `max-w-[42em] ${isAnswer ? '' : 'line-clamp-1'}`, ...(isVerbatim && official) },
      ...markedText(excerpt, sentence),
    ),
  );
  const notes: (Node | string)[][] = [
    ...(reported ? [[`公布的进展（不是文件原文）：${reported}`]] : []),
    ...(substitutions.length > 0 ? [[`${substitutions.map(substitutionText).join('，')}（编辑对照）`]] : []),
    ...(isOwner && substitutions.length === 0 ? [[ownWords]] : []),
    ...(units.length > 0
      ? [
          [
            saysUnits.test(units.map(({ text }) => text).join('')) ? '' : '责任单位：',
            element('span', official, ...markedText(units)),
          ],
        ]
      : []),
  ];
  for (const note of notes) item.append(element('p', { class: 'text-small text-quiet max-md:line-clamp-1' }, ...note));
  return item;
}

/** Nothing answers the question: what may have to do with it is folded. */
const isFolded = ({ rows, isLikely }: Answer) => rows.length > 0 && !isLikely;

const elsewhereText = ({ matter, where }: MatterText) => `手册没有${quote(matter)}方面的内容。${where}`;

/** Tells where a matter belongs that the handbook does not hold; in small type beside a sure answer. */
const elsewhereNote = (one: MatterText, isSure: boolean): HTMLElement =>
  element(
    'p',
    { class: `mt-3 mb-2 max-w-[42em] border-s-3 border-lake ps-4 ${isSure ? 'text-small' : ''}`, 'data-elsewhere': '' },
    elsewhereText(one),
    element(
      'span',
      { class: 'block text-small text-quiet' },
      '来源（编辑登记）：',
      one.source.url ? element('a', { href: one.source.url }, one.source.title) : one.source.title,
    ),
  );

/** Sentences about the answer as a whole; of a folded one the summary says the rest. */
function remarks(answer: Answer, state: State): string[] {
  const { total, rows, missing, cutTo, needsMoreWords, corrected } = answer;
  const query = state.q.trim();
  const sentences: string[] = [];
  if (!isAsked(state)) return [whatToAsk];
  if (corrected) sentences.push(`没有找到${quote(corrected.from)}，已改搜${quote(corrected.to)}。`);
  if (cutTo) sentences.push(`问题太长，只搜索了前 ${cutTo} 个字。`);
  if (needsMoreWords) sentences.push('可查的字太少，请多写几个字。');
  if (total === 0) {
    if (query === '') sentences.push('没有符合这些条件的内容。');
    else if (!needsMoreWords) sentences.push(`${isNarrowed(state) ? '在所选的条件下' : ''}没有找到${quote(query)}。`);
  } else if (isFolded(answer)) {
    if (!needsMoreWords && !answer.elsewhere) sentences.push('可以换个说法，少写几个字再试。');
  } else {
    sentences.push(`共 ${total} 条${rows.length < total ? `，显示前 ${rows.length} 条` : ''}。`);
    // Of a query that is one word, the rows say the rest.
    const absent = missing.filter((word) => word !== query);
    if (absent.length > 0) sentences.push(`没有找到${quoteAll(absent)}。`);
  }
  return sentences;
}

const foldSummary = ({ total }: Answer, { q }: State): [string, string] => [
  `没有找到${quote(q.trim())}；这些可能沾边`,
  `（${total} 条）`,
];

/** Takes the list of results out of its fold. */
function unfoldList(results: Element): void {
  const fold = results.querySelector('details');
  fold?.firstElementChild?.remove();
  fold?.replaceWith(...fold.childNodes);
}

/** Folds the list of results, or unfolds it. What the reader unfolded stays so for the same question, narrowed too. */
function foldList(results: Element, answer: Answer, state: State): void {
  if (!isFolded(answer)) {
    unfoldList(results);
    return;
  }
  const [words, count] = foldSummary(answer, state);
  const before = results.querySelector('details');
  const isSame = before?.firstElementChild?.firstChild?.textContent === words;
  const summary = isSame
    ? before?.firstElementChild
    : element('summary', { class: 'min-h-11 cursor-pointer py-2 text-lake' });
  summary?.replaceChildren(words, element('span', { class: 'inline-block' }, count));
  if (isSame || !summary) return;
  unfoldList(results);
  results.replaceChildren(element('details', { 'data-folded': '' }, summary, ...results.childNodes));
}

/** Takes away what was found. */
export function clearResults(results: Element): void {
  unfoldList(results);
  results.querySelector('ol')?.replaceChildren();
}

const statusButton = (words: string, press: () => void): HTMLButtonElement => {
  const button = element(
    'button',
    { type: 'button', class: 'me-4 min-h-11 font-semibold text-lake underline forced-colors:px-2' },
    words,
  );
  button.addEventListener('click', press);
  return button;
};

/** What a reader can do about an answer that is none. */
function advice({ needsMoreWords }: Answer, state: State): string {
  if (needsMoreWords) return '写上要问的事或单位名称，也可以从下面的目录进入。';
  if (isNarrowed(state)) return '也可以换个说法，或从下面的目录进入。';
  return '手册只收录文件里写明的内容。可以换个说法，少写几个字，或从下面的目录进入。';
}

/** The ways on from an answer: to one of the words as they were typed, and to one that no filter narrows. */
export interface WaysOn {
  insist: () => void;
  widen: () => void;
}

/** Shows an answer. Returns what is to be announced, as does the function below. */
export function showAnswer(results: Element, answer: Answer, state: State, { insist, widen }: WaysOn): string {
  const sentences = remarks(answer, state);
  const elsewhere = answer.elsewhere ?? [];
  const status = statusArea();
  status?.replaceChildren(
    ...elsewhere.map((matter) => elsewhereNote(matter, answer.isLikely)),
    element('p', { class: 'status-line text-small text-quiet' }, sentences.join('')),
  );
  const line = status?.querySelector('.status-line');
  if (answer.total === 0 && isAsked(state)) {
    if (elsewhere.length === 0) status?.append(element('p', { class: 'text-quiet' }, advice(answer, state)));
    if (isNarrowed(state)) line?.append(statusButton('去掉筛选条件', widen));
  }
  if (answer.corrected)
    line?.append(element('span', { 'data-corrected': '' }, statusButton(`仍搜${quote(state.q.trim())}`, insist)));
  foldList(results, answer, state);
  const isAnswer = state.q.trim() !== '';
  results.querySelector('ol')?.replaceChildren(...answer.rows.map((row) => resultItem(row, isAnswer)));
  return [
    ...elsewhere.map(elsewhereText),
    ...(isFolded(answer) ? [`${foldSummary(answer, state).join('')}，展开可看。`] : []),
    ...sentences,
  ].join('');
}

/** Offers queries that the reader may have meant, beside the number of results. */
export function showCorrections(queries: readonly string[], choose: (query: string) => void): string {
  const buttons = queries.map((query) => statusButton(query, () => choose(query)));
  statusArea()
    ?.querySelector('.status-line')
    ?.append(element('span', { 'data-meant': '' }, '您是不是要找：', ...buttons));
  return `您是不是要找：${queries.join('、')}`;
}
