import type { Handbook } from '../model/types.ts';
import { movedPaths } from '../routes/addresses.ts';
import { pageFacts, pathOf, subjectsOf } from './page-subject.ts';

/** An address at which a page was, and the page as it is now. */
export interface MovedPage {
  /** Relative to the base. */
  from: string;
  to: string;
  title: string;
}

/** The addresses of before that lead to pages of today, by the content's redirects. */
export function movedPages(handbook: Handbook): MovedPage[] {
  if (handbook.redirects.length === 0) return [];
  const subjects = new Map(subjectsOf(handbook).map((subject) => [pathOf(subject), subject]));
  return movedPaths([...subjects.keys()], handbook.redirects).flatMap(({ from, to }) => {
    const subject = subjects.get(to);
    return subject ? [{ from, to, title: pageFacts(handbook, subject).title }] : [];
  });
}
