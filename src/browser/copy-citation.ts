const confirmationMs = 1600;

/** Copies the citation that a link carries, followed by the full address, and confirms it in the link's text for a moment. */
async function copy(link: HTMLAnchorElement): Promise<void> {
  const label = link.firstChild;
  if (!label) return;
  const before = label.textContent;
  try {
    await navigator.clipboard.writeText(`${link.dataset.citation} ${link.href}`);
    label.textContent = '已复制';
  } catch {
    // Without permission to write to the clipboard the link is followed, so that the address bar holds the address.
    location.href = link.href;
    return;
  }
  setTimeout(() => {
    label.textContent = before;
  }, confirmationMs);
}

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-citation]');
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  void copy(link);
});
