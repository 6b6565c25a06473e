import { onTyped } from '../../browser/typing.ts';
import { onlyInnovation } from '../query/facets.ts';
import { announcer } from './announcer.ts';
import { showFilters, unfoldFilters } from './filters.ts';
import { leaveWords } from './landing-words.ts';
import type { Answer, Question } from './protocol.ts';
import { remember, showRecent } from './recent-searches.ts';
import { moveThroughResults } from './result-keys.ts';
import { showAnswer, showFailure, showMeant } from './results.ts';
import { Engine } from './search-client.ts';
import { readState, type State, writeState } from './state.ts';

const find = <T extends Element>(selector: string): T => {
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

/** Brings the search page to life: its state is in the address, every change of it is answered. */
export function attachSearchPage(): void {
  const form = find<HTMLFormElement>('#search-form');
  const input = find<HTMLInputElement>('#search-form input[name=q]');
  const results = find<HTMLElement>('#search-results');
  const more = find<HTMLButtonElement>('#search-more');
  const announce = announcer(document.querySelectorAll('[data-search-announcer]'));
  const engine = new Engine();
  let state = readState(location.search);
  let pages = 1;

  const show = (answer: Answer) => {
    const said = showAnswer(answer, state);
    showFilters(answer.choices, state, (kind) => go({ ...state, kind }));
    more.hidden = answer.rows.length === answer.total;
    results.setAttribute('aria-busy', 'false');
    announce(said);
  };

  const run = async () => {
    results.setAttribute('aria-busy', 'true');
    showRecent(state, choose);
    try {
      const answer = await engine.ask(questionOf(state, pages));
      if (answer) show(answer);
    } catch (error) {
      announce(showFailure(error as Error, run));
      more.hidden = true;
      results.setAttribute('aria-busy', 'false');
    }
  };

  const choose = (q: string) => {
    input.value = q;
    remember(q);
    go({ ...state, q });
  };
  engine.onMeant = (queries) => announce(showMeant(queries, choose));

  /** Takes a new state; what is typed replaces the address, what is chosen can be gone back from. */
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
  find('#search-filters').addEventListener('change', () => go(fromForm()));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    remember(input.value);
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
  moveThroughResults(input, results);
  results.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (!link) return;
    remember(state.q);
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
