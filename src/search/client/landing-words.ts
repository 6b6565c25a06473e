import { readStoredJson, storageKeys, store } from '../../browser/storage.ts';

/** What is highlighted on the page that a result leads to. */
export interface LandingWords {
  /** The address that the result leads to. */
  to: string;
  /** The address of the search. */
  from: string;
  words: string[];
  /** What is highlighted as the sentence that answers. */
  sentence?: string;
}

/** Results that were last touched; more than a reader has open. */
const maxKept = 20;

const isLandingWords = (one: Partial<LandingWords> | null): one is LandingWords =>
  Array.isArray(one?.words) && [...one.words, one.sentence ?? ''].every((word) => typeof word === 'string');

const keptWords = (): LandingWords[] => {
  const kept = readStoredJson(storageKeys.landingWords);
  return Array.isArray(kept) ? kept.filter(isLandingWords) : [];
};
const keep = (all: readonly LandingWords[]) =>
  store(storageKeys.landingWords, all.length > 0 ? JSON.stringify(all.slice(0, maxKept)) : null);
const isSame = (one: LandingWords, to: string, from: string) => one.to === to && one.from === from;

/** Leaves the words and the sentence that are marked in a result for the page that its link leads to, in whatever tab it is opened. */
export function leaveWords(link: HTMLAnchorElement): void {
  const marks = [...(link.closest('li')?.querySelectorAll('mark') ?? [])];
  const words = marks.filter(({ dataset }) => dataset.sentence === undefined).map(({ textContent }) => textContent);
  const sentence = marks.find(({ dataset }) => dataset.sentence)?.dataset.sentence;
  const to = link.href;
  const from = location.href.replace(location.hash, '');
  keep([
    { to, from, words: [...new Set(words)], ...(sentence && { sentence }) },
    ...keptWords().filter((one) => !isSame(one, to, from)),
  ]);
}

/**
 * The words that were left for this page, if it was opened by following that very result: the browser says where the reader
 * came from, and says it again when the page is loaded anew.
 */
export const landingWords = (): LandingWords | undefined =>
  document.referrer ? keptWords().find((one) => isSame(one, location.href, document.referrer)) : undefined;

/** Forgets the words of this page. */
export const forgetWords = ({ to, from }: LandingWords): void =>
  void keep(keptWords().filter((one) => !isSame(one, to, from)));
