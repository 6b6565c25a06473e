/** Leads the arrow keys from the box into the results, through them, and back. */
export function moveThroughResults(input: HTMLInputElement, results: HTMLElement): void {
  const links = () => [...results.querySelectorAll<HTMLAnchorElement>('ol a')];
  const move = (event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const all = links();
    const at = all.indexOf(document.activeElement as HTMLAnchorElement);
    const next = event.key === 'ArrowDown' ? all[at + 1] : at === 0 ? input : all[at - 1];
    if (!next || (at < 0 && event.key === 'ArrowUp')) return;
    event.preventDefault();
    next.focus();
  };
  input.addEventListener('keydown', move);
  results.addEventListener('keydown', move);
}
