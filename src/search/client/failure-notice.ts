import { element } from './dom.ts';
import type { FailureKind, SearchFailure } from './failure.ts';

const sentences: Readonly<Record<Exclude<FailureKind, 'unsupported'>, string>> = {
  network: '网络没有连上，不能搜索。请检查网络后再试一次，或从下面的目录进入。',
  server: '网站暂时不能搜索，请稍后再试，或从下面的目录进入。',
  updated: '手册已经更新，请重新打开本页再搜，搜索的词和筛选条件都会保留。',
  fault: '搜索出了问题，没有得到结果。可以再试一次，或从下面的目录进入。',
};

/** What an engineer can look at first. */
const hints: Partial<Record<FailureKind, string>> = {
  server: 'Does the server give the files of search/index/ (.json, .pf_index, .bin) as they are?',
};

function button(words: string, press: () => void): HTMLButtonElement {
  const made = element(
    'button',
    { type: 'button', class: 'mt-2 min-h-11 rounded border border-lake px-4 text-lake' },
    words,
  );
  made.addEventListener('click', press);
  return made;
}

/**
 * Reports why there is no answer, in a reader's words, and offers what can be done; the engineer's words go to the console.
 * Returns what is to be announced.
 */
export function showFailure({ kind, message }: SearchFailure, again: () => void): string {
  const status = document.querySelector('#search-status');
  document.querySelector('#search-results ol')?.replaceChildren();
  // Nothing was found yet that could be narrowed.
  const filters = document.querySelector<HTMLElement>('#search-filters');
  if (filters && !filters.querySelector('[data-value]')) filters.hidden = true;
  if (kind === 'unsupported') {
    // It says how to search.
    document.querySelector('#search-hint')?.setAttribute('hidden', '');
    const said = document.querySelector<HTMLTemplateElement>('#search-unsupported')?.content.firstElementChild;
    if (said) status?.replaceChildren(said.cloneNode(true));
    return said?.textContent ?? '';
  }
  console.error(`search: ${kind}: ${message}`, hints[kind] ?? '');
  status?.replaceChildren(
    element(
      'div',
      { role: 'alert', class: 'border-s-3 border-lake ps-4' },
      element('p', {}, sentences[kind]),
      kind === 'updated' ? button('重新打开', () => location.reload()) : button('再试一次', again),
    ),
  );
  return sentences[kind];
}
