import { readStoredJson, storageKeys, store } from '../../browser/storage.ts';
import { element } from './dom.ts';
import type { State } from './state.ts';

const maxRecent = 8;

/** The searches stored on this device, newest first. */
function recentSearches(): string[] {
  const kept = readStoredJson(storageKeys.recentSearches);
  return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, maxRecent) : [];
}

/** Remembers a search that the reader finished. */
export function rememberSearch(query: string): void {
  const words = query.trim();
  if (words === '') return;
  const others = recentSearches().filter((one) => one !== words);
  store(storageKeys.recentSearches, JSON.stringify([words, ...others].slice(0, maxRecent)));
}

/** Offers the remembered searches while the box is empty, and a way to forget them. */
export function showRecentSearches(state: State, choose: (query: string) => void): void {
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
    store(storageKeys.landingWords, null);
    area.hidden = true;
  };
}
