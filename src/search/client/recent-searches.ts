import { readStoredJson, storageKeys, store } from '../../browser/storage.ts';
import { element } from './elements.ts';
import type { State } from './state.ts';

const most = 8;

/** The searches stored on this device, newest first; none where storage is refused. */
export function recentSearches(): string[] {
  const stored = readStoredJson(storageKeys.recentSearches);
  return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string').slice(0, most) : [];
}

/** Remembers a search that the reader finished. */
export function remember(query: string): void {
  const words = query.trim();
  if (words === '') return;
  const searches = [words, ...recentSearches().filter((one) => one !== words)].slice(0, most);
  store(storageKeys.recentSearches, JSON.stringify(searches));
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
    store(storageKeys.recentSearches, null);
    area.hidden = true;
  };
}
