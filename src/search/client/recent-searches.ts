import { element } from './elements.ts';
import type { State } from './state.ts';

/** Kept on the reader's device only, newest first. */
const key = 'recent-searches';
const most = 8;

/** The searches that this device remembers; none where storage is not allowed. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Remembers a search that the reader finished. */
export function remember(query: string): void {
  const words = query.trim();
  if (words === '') return;
  try {
    localStorage.setItem(
      key,
      JSON.stringify([words, ...recentSearches().filter((one) => one !== words)].slice(0, most)),
    );
  } catch {
    // Not remembering is no fault that a reader need hear of.
  }
}

export function forgetSearches(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // As above.
  }
}

/** Offers the searches that this device remembers while the box is empty, and a way to forget them. */
export function showRecent(state: State, choose: (query: string) => void): void {
  const area = document.querySelector<HTMLElement>('#search-recent');
  const clear = area?.querySelector('button');
  if (!area || !clear) return;
  const recent = state.q === '' ? recentSearches() : [];
  area.hidden = recent.length === 0;
  const items = recent.map((query) => {
    const button = element('button', { type: 'button', class: 'min-h-11 text-lake underline' }, query);
    button.addEventListener('click', () => choose(query));
    return element('li', {}, button);
  });
  area.querySelector('ul')?.replaceChildren(...items);
  clear.onclick = () => {
    forgetSearches();
    area.hidden = true;
  };
}
