const shown = 1600;

/** Copies the citation of a link that carries one, with the full address behind it, and says so in the link's place. */
async function copy(link: HTMLAnchorElement): Promise<void> {
  const label = link.firstChild;
  if (!label) return;
  const before = label.textContent;
  try {
    await navigator.clipboard.writeText(`${link.dataset.citation} ${link.href}`);
    label.textContent = '已复制';
  } catch {
    // Without permission the address bar still gets the place, which is what the link does by itself.
    location.href = link.href;
    return;
  }
  setTimeout(() => {
    label.textContent = before;
  }, shown);
}

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-citation]');
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  void copy(link);
});
