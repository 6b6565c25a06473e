if (location.search) void import('./own-parameters.ts');

/** Shows a button that does what the browser can do. */
function offer(name: 'share' | 'print', run: () => void): void {
  const button = document.querySelector<HTMLButtonElement>(`button[data-${name}]`);
  if (!button) return;
  button.hidden = false;
  button.addEventListener('click', run);
}

// A share sheet that is closed without a choice rejects, which is no error.
if ('share' in navigator)
  offer('share', () => navigator.share({ title: document.title, url: location.href }).catch(() => {}));
offer('print', () => window.print());

/** Rejects where the browser has no clipboard for scripts or refuses it. Asked within the event, as browsers demand. */
const write = async (text: string) => navigator.clipboard.writeText(text);

/** A link with a citation copies it with the address of the place alone, without filters. */
addEventListener('click', async (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-citation]');
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  const text = `${link.dataset.citation} ${link.origin}${link.pathname}${link.hash}`;
  const written = write(text).then(
    () => true,
    () => false,
  );
  (await import('./copy-citation.ts')).finishCopy(link, text, written);
});

// What is folded on the screen is part of the page on paper, by the style sheet or else by script.
if (!CSS.supports('selector(::details-content)')) void import('./print-folds.ts');
