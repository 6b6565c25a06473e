/** What the address of the search page begins with. */
const searchPage = `${location.origin}${import.meta.env.BASE_URL}search/?`;

/** The search box that a shortcut leads to: the first that is visible. */
const visibleInput = (): HTMLInputElement | undefined =>
  [...document.querySelectorAll<HTMLInputElement>('[data-search-box] input[name=q]')].find(
    (input) => input.offsetParent !== null,
  );

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;

/** Ctrl+K (⌘K) focuses the search box; so does `/`, where the reader has not turned it off. */
function attachShortcuts(): void {
  document.addEventListener('keydown', (event) => {
    const isOn = document.documentElement.dataset.shortcut !== 'off';
    const slash =
      isOn && event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
    const command = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey;
    const input = slash || command ? visibleInput() : undefined;
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}

/** What every page has of search: shortcuts, suggestions once a reader types, and highlights for one who comes from a result. */
export function attachSearchBoxes(): void {
  attachShortcuts();
  for (const form of document.querySelectorAll<HTMLFormElement>('[data-search-box]')) {
    const suggest = async () => (await import('./suggest-box.ts')).attachSuggestions(form);
    form.addEventListener('input', suggest, { once: true });
  }
  // Who comes from a result may have words to mark.
  if (document.referrer.includes(searchPage))
    void import('./landing-highlights.ts').then(({ highlightWords }) => highlightWords());
}
