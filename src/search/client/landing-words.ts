import { readStoredJson, storageKeys, store } from '../../browser/storage.ts';

/** What is highlighted on the page that a result leads to. */
export interface LandingWords {
  /** Path of the page, without the row. */
  page: string;
  words: string[];
  /** The address of the search. */
  from: string;
}

/** Leaves the words for the page that a result leads to. */
export function leaveWords(words: LandingWords): void {
  store(storageKeys.landingWords, JSON.stringify(words), 'sessionStorage');
}

/** Takes the words that were left for a page; a second time there are none. */
export function takeWords(page: string): LandingWords | undefined {
  const left = readStoredJson(storageKeys.landingWords, 'sessionStorage') as LandingWords | undefined;
  if (left?.page !== page) return undefined;
  store(storageKeys.landingWords, null, 'sessionStorage');
  return left;
}
