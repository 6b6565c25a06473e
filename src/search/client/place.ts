/**
 * Where a reader was in the results of one entry of the history, stored in that entry, so that Back returns there even where the
 * browser has not kept the page.
 */
export interface Place {
  /** How often the reader asked for more results, counted from 1. */
  pages: number;
  /** The address of a result in sight, and the distance of its link from the top of the window, in pixels. */
  link?: string;
  top?: number;
  /** Whether the reader followed that result. */
  followed?: boolean;
}

/** The place that the current entry of the history holds. */
export const keptPlace = (): Place => ({ pages: 1, ...(history.state as Place | null) });

const linksIn = (results: Element) => [...results.querySelectorAll<HTMLAnchorElement>('ol a')];

/** The links of the results that are not folded. */
export const shownLinks = (results: Element): HTMLAnchorElement[] =>
  results.querySelector('details')?.open === false ? [] : linksIn(results);

/** The place of a reader now: at the result that was followed, or the first in sight. */
export function placeIn(results: Element, pages: number, followed?: HTMLAnchorElement): Place {
  const links = shownLinks(results);
  const seen = followed ?? links.find((link) => link.getBoundingClientRect().bottom > 0) ?? links.pop();
  if (!seen || (scrollY === 0 && !followed)) return { pages };
  return { pages, link: seen.href, top: seen.getBoundingClientRect().top, followed: followed !== undefined };
}

/** Brings the reader back to a place; to the start of the page where there is none. Gives the result that was followed. */
export function returnTo(results: Element, { link, top = 0, followed }: Place): HTMLAnchorElement | undefined {
  const found = linksIn(results).find(({ href }) => href === link);
  if (!found) {
    scrollTo(0, 0);
    return undefined;
  }
  // Only what was unfolded was in sight.
  found.closest('details')?.setAttribute('open', '');
  if (followed) found.focus({ preventScroll: true });
  // Results are laid out when they come into sight, and then have another height: aligned until nothing has moved for some frames.
  let [frames, still] = [60, 0];
  const align = () => {
    const distance = found.getBoundingClientRect().top - top;
    scrollBy(0, distance);
    still = Math.abs(distance) < 1 ? still + 1 : 0;
    if (still < 10 && --frames > 0) requestAnimationFrame(align);
  };
  align();
  return followed ? found : undefined;
}
