/** What a reader who follows a result should find marked on the page it leads to. */
export interface LandingWords {
  /** Path of the page, without the row. */
  page: string;
  words: string[];
  /** The address of the search. */
  from: string;
}

const key = 'landing-words';

/** Leaves the words for the page that a result leads to. */
export function leaveWords(words: LandingWords): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(words));
  } catch {
    // The page is read without marks.
  }
}

/** Takes the words that were left for a page. */
export function takeWords(page: string): LandingWords | undefined {
  try {
    const left = JSON.parse(sessionStorage.getItem(key) ?? 'null') as LandingWords | null;
    if (left?.page !== page) return undefined;
    sessionStorage.removeItem(key);
    return left;
  } catch {
    return undefined;
  }
}
