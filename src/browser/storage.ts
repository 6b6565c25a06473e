/**
 * What the handbook stores on a reader's device, and nowhere else. A browser may refuse storage altogether, or hold something that
 * another program put there; then nothing is stored, and nothing fails.
 */
export const storageKeys = {
  /** The id of the unit that the reader keeps. */
  unit: 'handbook:unit',
  /** The reading settings; the script in the head reads them, too. */
  reading: 'handbook:reading',
  recentSearches: 'recent-searches',
  landingWords: 'landing-words',
} as const;
/** Besides, of a part that not every page loads: the form in which words are quoted. */
type Key = (typeof storageKeys)[keyof typeof storageKeys] | 'handbook:quotation';
type Area = 'localStorage' | 'sessionStorage';

/** Gives the text stored under a key: null where there is none, undefined where the browser refuses. */
export function readStored(key: Key, area: Area = 'localStorage'): string | null | undefined {
  try {
    return window[area].getItem(key);
  } catch {
    return undefined;
  }
}

/** Gives the JSON value stored under a key; undefined where there is none, or no JSON. */
export function readStoredJson(key: Key, area?: Area): unknown {
  try {
    return JSON.parse(readStored(key, area) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Stores a text under a key, or with null removes what is there. Gives false where the browser refuses or has no room. */
export function store(key: Key, text: string | null, area: Area = 'localStorage'): boolean {
  try {
    if (text === null) window[area].removeItem(key);
    else window[area].setItem(key, text);
    return true;
  } catch {
    return false;
  }
}
