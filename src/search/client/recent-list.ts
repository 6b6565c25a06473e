import { element } from './elements.ts';
import { forgetSearches, recentSearches } from './recent.ts';
import type { State } from './state.ts';

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
