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

const copying = () => import('./copy.ts');

/** A link with a citation copies words with their source, a button the rows of the list. */
addEventListener('click', async (event) => {
  const control = (event.target as Element).closest<HTMLElement>('[data-citation],[data-copy-rows]');
  if (!control || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  const code = copying();
  let isWritten = true;
  try {
    // Asked within the event, as browsers demand, for a text that comes later. Fails where scripts have no clipboard, or not this one.
    const text = code.then(({ textFor }) => textFor(control));
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
  } catch {
    isWritten = false;
  }
  (await code).finishCopy(control, isWritten);
});

document.addEventListener('selectionchange', () => {
  if (!getSelection()?.isCollapsed) void copying();
});

/** What the address and the fields of a page ask is told on paper; what is folded is opened there by the style sheet, or else by this. */
const preparePaper = () => void import('./paper.ts');
if (location.search || !CSS.supports('selector(::details-content)')) preparePaper();
addEventListener('input', preparePaper);
