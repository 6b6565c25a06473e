/** The search box that a shortcut leads to: the first that can be seen. */
const visibleInput = (): HTMLInputElement | undefined =>
  [...document.querySelectorAll<HTMLInputElement>('[data-search-box] input[name=q]')].find(
    (input) => input.offsetParent !== null,
  );

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;

/** Leads `/` and Ctrl+K (⌘K) to the search box of the page. */
export function attachShortcuts(): void {
  document.addEventListener('keydown', (event) => {
    const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
    const command = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey;
    const input = slash || command ? visibleInput() : undefined;
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}
