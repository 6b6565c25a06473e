/** The element that the address names by its fragment. */
export function namedElement(): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    // The fragment is no encoded text.
    return null;
  }
}

/** Calls `show`, and brings the element that the address names into sight if it was hidden before. */
export function showNamed(show: () => void): void {
  const named = namedElement();
  const wasHidden = named?.getClientRects().length === 0;
  show();
  if (wasHidden) named?.scrollIntoView();
}
