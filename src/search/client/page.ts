import { onTyped } from '../../browser/typing.ts';
import { onlyInnovation } from '../query/facets.ts';
import { announcer, moveWithArrows } from './dom.ts';
import { showFilters, unfoldFilters } from './filters.ts';
import { leaveWords } from './landing-words.ts';
import type { Answer, Question } from './protocol.ts';
import { rememberSearch, showRecentSearches } from './recent-searches.ts';
import { showAnswer, showCorrections, showFailure } from './results.ts';
import { SearchClient } from './search-client.ts';
import { readState, type State, writeState } from './state.ts';

/** @throws Where the page has no such element. */
const required = <T extends Element>(selector: string): T => {
  const element = document.querySelector<T>(selector);
  if (!element) throw new Error(`搜索页没有 ${selector}`);
  return element;
};

const questionOf = ({ q, sort, ...filters }: State, pages: number): Question => ({
  text: q,
  filters,
  inDocumentOrder: sort === 'document',
  pages,
});

/** Runs the search page: its state is in the address, and every change of it is answered. */
export function attachSearchPage(): void {
  const form = required<HTMLFormElement>('#search-form');
  const input = required<HTMLInputElement>('#search-form input[name=q]');
  const results = required<HTMLElement>('#search-results');
  const more = required<HTMLButtonElement>('#search-more');
  const announce = announcer(document.querySelectorAll('[data-search-announcer]'));
  const client = new SearchClient();
  let state = readState(location.search);
  let pages = 1;

  const show = (answer: Answer) => {
    const announcement = showAnswer(answer, state);
    showFilters(answer.choices, state, (kind) => go({ ...state, kind }));
    more.hidden = answer.rows.length === answer.total;
    results.setAttribute('aria-busy', 'false');
    announce(announcement);
  };

  const run = async () => {
    results.setAttribute('aria-busy', 'true');
    showRecentSearches(state, choose);
    try {
      const answer = await client.ask(questionOf(state, pages));
      if (answer) show(answer);
    } catch (error) {
      announce(showFailure(error as Error, run));
      more.hidden = true;
      results.setAttribute('aria-busy', 'false');
    }
  };

  const choose = (q: string) => {
    input.value = q;
    rememberSearch(q);
    go({ ...state, q });
  };
  client.onCorrections = (queries) => announce(showCorrections(queries, choose));

  /** Takes a new state. Typing replaces the address; a choice makes an entry of the history. */
  const go = (next: State, typing = false) => {
    state = next;
    pages = 1;
    const address = writeState(location.pathname, state);
    if (typing) history.replaceState(null, '', address);
    else if (address !== location.pathname + location.search) history.pushState(null, '', address);
    void run();
  };

  const fromForm = (): State => {
    const data = new FormData(form);
    const value = (name: string) => String(data.get(name) ?? '');
    return {
      q: value('q'),
      kind: state.kind,
      plan: value('plan'),
      environment: value('environment'),
      topic: value('topic'),
      unit: value('unit'),
      innovation: data.has('innovation') ? onlyInnovation : '',
      sort: value('sort'),
    };
  };

  onTyped(input, () => go({ ...state, q: input.value }, true));
  required('#search-filters').addEventListener('change', () => go(fromForm()));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    rememberSearch(input.value);
    go(fromForm());
  });
  more.addEventListener('click', () => {
    pages++;
    void run();
  });
  addEventListener('popstate', () => {
    state = readState(location.search);
    pages = 1;
    input.value = state.q;
    void run();
  });
  const stops = () => [input, ...results.querySelectorAll<HTMLAnchorElement>('ol a')];
  for (const area of [input, results]) moveWithArrows(area, stops);
  results.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (!link) return;
    rememberSearch(state.q);
    const words = [
      ...new Set([...(link.closest('li')?.querySelectorAll('mark') ?? [])].map(({ textContent }) => textContent)),
    ];
    leaveWords({ page: link.pathname, words, from: location.pathname + location.search });
  });

  input.value = state.q;
  unfoldFilters(state);
  if (matchMedia('(hover: hover)').matches) input.focus();
  void run();
}
