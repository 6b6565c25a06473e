/** Kept on the reader's device only, newest first. */
const key = 'recent-searches';
const most = 8;

/** The searches that this device remembers; none where storage is not allowed. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Remembers a search that the reader finished. */
export function remember(query: string): void {
  const words = query.trim();
  if (words === '') return;
  try {
    localStorage.setItem(
      key,
      JSON.stringify([words, ...recentSearches().filter((one) => one !== words)].slice(0, most)),
    );
  } catch {
    // Not remembering is no fault that a reader need hear of.
  }
}

export function forgetSearches(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // As above.
  }
}
