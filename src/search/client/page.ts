import { readStored, storageKeys } from '../../browser/storage.ts';
import { onTyped } from '../../browser/typing.ts';
import { onlyInnovation } from '../query/facets.ts';
import { announcer, isPlainClick, moveWithArrows } from './dom.ts';
import { failureOf } from './failure.ts';
import { showFailure } from './failure-notice.ts';
import { showFilters, unfoldFilters } from './filters.ts';
import { leaveWords } from './landing-words.ts';
import { keptPlace, type Place, placeIn, returnTo, shownLinks } from './place.ts';
import type { Answer, Question } from './protocol.ts';
import { questionLog } from './question-log.ts';
import { rememberSearch, showRecentSearches } from './recent-searches.ts';
import { showAnswer, showCorrections } from './results.ts';
import { searchClient } from './search-client.ts';
import { isAsked, readState, type State, writeState } from './state.ts';

/** @throws Where the page has no such element. */
const required = <T extends Element>(selector: string): T => {
  const element = document.querySelector<T>(selector);
  if (!element) throw new Error(`搜索页没有 ${selector}`);
  return element;
};

/** In lines of text: what stands below the search box and in a row beside its text, and how much of a text is shown. */
const linesBeside = 9;
const shownLines = { least: 2, most: 5, mostInWide: 3 };

/** How much of a text a row shows, so that the first row is whole in sight. Characters are as wide as high. */
function excerptLength(form: Element, results: Element): number {
  const { fontSize, lineHeight } = getComputedStyle(results);
  const width = Math.min(42, results.clientWidth / Number.parseFloat(fontSize));
  const below = innerHeight - scrollY - form.getBoundingClientRect().bottom;
  const room = Math.floor(below / Number.parseFloat(lineHeight)) - linesBeside;
  const { least, most, mostInWide } = shownLines;
  return Math.floor(width * Math.max(least, Math.min(width < 30 ? most : mostInWide, room)));
}

/** So much of a question stands in the title. */
const maxTitle = 40;

/** Runs the search page: its state is in the address, and every change of it is answered. */
export function attachSearchPage(): void {
  const form = required<HTMLFormElement>('#search-form');
  const input = required<HTMLInputElement>('#search-form input[name=q]');
  const suggestions = required<HTMLElement>('#search-form [data-suggestions]');
  const results = required<HTMLElement>('#search-results');
  const more = required<HTMLButtonElement>('#search-more');
  const announce = announcer(document.querySelectorAll('[data-search-announcer]'));
  const pageTitle = document.title;
  let state = readState(location.search);
  const settleOn = questionLog(form, state.q);
  let { pages } = keptPlace();
  /** Whether the reader insists on the words as typed. */
  let asTyped = false;
  let followed: HTMLAnchorElement | undefined;
  /** What the current entry of the history held before the reader began to type in it. */
  let beforeTyping: { address: string; place: Place } | undefined;

  const questionOf = ({ q, sort, ...filters }: State): Question => ({
    text: q,
    filters,
    inDocumentOrder: sort === 'document',
    pages,
    excerptLength: excerptLength(form, results),
    ownUnit: readStored(storageKeys.unit) ?? '',
    asTyped,
  });
  const addressOf = (one: State) => writeState(location.pathname, one);
  const place = () => placeIn(results, pages, followed);

  const show = (answer: Answer) => {
    const announcement = showAnswer(results, answer, state, () => {
      asTyped = true;
      void run();
    });
    showFilters(answer, state, (kind) => narrow({ ...state, kind }));
    more.hidden = answer.rows.length >= answer.total;
    results.setAttribute('aria-busy', 'false');
    announce(announcement);
  };

  /** Answers the state, and brings the reader to a place in the answer. */
  const run = async (at?: Place) => {
    document.documentElement.toggleAttribute('data-asked', isAsked(state));
    results.setAttribute('aria-busy', 'true');
    const words = state.q.trim();
    const shortened = words.length > maxTitle ? `${words.slice(0, maxTitle)}…` : words;
    document.title = words ? `${shortened} · ${pageTitle}` : pageTitle;
    showRecentSearches(state, choose);
    try {
      const answer = await ask(questionOf(state));
      if (!answer) return;
      show(answer);
      if (at) followed = returnTo(results, at);
    } catch (error) {
      announce(showFailure(failureOf(error), run));
      more.hidden = true;
      results.setAttribute('aria-busy', 'false');
    }
  };

  const choose = (q: string) => {
    input.value = q;
    rememberSearch(q);
    go({ ...state, q });
  };
  const ask = searchClient((queries) => announce(showCorrections(queries, choose)));

  const take = (next: State) => {
    state = next;
    pages = 1;
    asTyped = false;
    followed = undefined;
    void run();
  };

  /** Takes what the reader types; it replaces the address, until the reader goes on. */
  const type = (q: string) => {
    beforeTyping ??= { address: addressOf(state), place: place() };
    take({ ...state, q });
    history.replaceState(null, '', addressOf(state));
  };

  /** Makes a new entry of the history for a state, unless nothing is new. The entry before it keeps its place. */
  const enter = (next: State) => {
    const { address, place: before } = beforeTyping ?? { address: addressOf(state), place: place() };
    history.replaceState(before, '', address);
    beforeTyping = undefined;
    if (addressOf(next) !== address) history.pushState(null, '', addressOf(next));
  };

  /** Takes a state that the reader chose. */
  const go = (next: State) => {
    settleOn(next.q);
    enter(next);
    take(next);
  };

  /** Takes a filter; words that were typed before it have an entry of their own. */
  const narrow = (next: State) => {
    if (beforeTyping) go(state);
    go(next);
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

  onTyped(input, () => type(input.value));
  required('#search-filters').addEventListener('change', () => narrow(fromForm()));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    suggestions.hidden = true;
    rememberSearch(input.value);
    go(fromForm());
  });
  for (const area of [suggestions, required<HTMLElement>('#search-start')])
    area.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      // Others lead to a page of their own.
      if (!link || link.pathname !== location.pathname || !isPlainClick(event)) return;
      event.preventDefault();
      suggestions.hidden = true;
      input.focus();
      choose(new URLSearchParams(link.search).get('q') ?? '');
    });
  more.addEventListener('click', () => {
    pages++;
    void run();
  });
  history.scrollRestoration = 'manual';
  addEventListener('pagehide', () => {
    settleOn(state.q);
    history.replaceState(place(), '');
  });
  addEventListener('popstate', () => {
    // A link within the page.
    if (location.hash && !history.state) return;
    beforeTyping = undefined;
    const kept = keptPlace();
    state = readState(location.search);
    pages = kept.pages;
    input.value = state.q;
    void run(kept);
  });
  const stops = () => [input, ...results.querySelectorAll('summary'), ...shownLinks(results)];
  for (const area of [input, results]) moveWithArrows(area, stops);

  // A result is followed here, in a new tab by a click, from the menu, or dragged to one.
  for (const kind of ['pointerdown', 'click', 'contextmenu'])
    results.addEventListener(kind, (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link) return;
      leaveWords(link);
      if (kind !== 'click') return;
      rememberSearch(state.q);
      settleOn(state.q);
      if (!isPlainClick(event as MouseEvent)) return;
      if (beforeTyping) enter(state);
      followed = link;
    });

  input.value = state.q;
  unfoldFilters(state);
  const kept = keptPlace();
  if (!kept.followed && matchMedia('(hover: hover) and (pointer: fine)').matches) input.focus();
  void run(kept.link ? kept : undefined);
}
