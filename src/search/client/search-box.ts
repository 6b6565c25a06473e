import { takeWords } from './landing-words.ts';
import { attachShortcuts } from './shortcuts.ts';

/** What every page has of search: shortcuts, suggestions once a reader types, and marks for one who comes from a result. */
export function attachBox(): void {
  attachShortcuts();
  for (const form of document.querySelectorAll<HTMLFormElement>('[data-search-box]')) {
    const suggest = async () => (await import('./suggest-box.ts')).attachSuggestions(form);
    form.addEventListener('input', suggest, { once: true });
  }
  const landing = takeWords(location.pathname);
  if (landing) void import('./landing-highlights.ts').then(({ markWords }) => markWords(landing));
}
