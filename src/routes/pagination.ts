/** How many plans a page holds that shows the whole of each, so that no page grows with their number. */
export const plansOnPage = 2;
/** How many rows fill a page that shows parts of plans: about 26 kB of compressed HTML, of a budget of 30. */
const rowsOnPage = 64;
/** How many rows the heading of a plan on a page counts as. */
const headingRows = 2;

/** One of the pages over which items, newest plan first, are spread. */
export interface PageOf<Item> {
  /** From 1. */
  number: number;
  /** How many pages there are. */
  of: number;
  items: readonly Item[];
}

/**
 * Spreads items, one for each plan, over pages in their order; without items there is one empty page. `rowsOf` counts the rows
 * that a page shows of an item, where it does not show the whole of its plan: then a page takes more plans while it has room.
 */
export function pagesOf<Item>(items: readonly Item[], rowsOf?: (item: Item) => number): PageOf<Item>[] {
  const rows = (item: Item) => (rowsOf ? headingRows + rowsOf(item) : rowsOnPage);
  const pages: Item[][] = [[]];
  let taken = 0;
  for (const item of items) {
    const page = pages.at(-1) ?? [];
    if (page.length < plansOnPage || taken + rows(item) <= rowsOnPage) {
      page.push(item);
      taken += rows(item);
    } else {
      pages.push([item]);
      taken = rows(item);
    }
  }
  return pages.map((some, index) => ({ number: index + 1, of: pages.length, items: some }));
}

/** The number of the page that holds a plan, where pages show the whole of each. */
export const pageOfPlan = ({ order }: { order: number }): number => Math.floor(order / plansOnPage) + 1;

/** The path of a page; the first has the path of the whole list. */
export const pagePath = (path: string, number: number): string => (number === 1 ? path : `${path}${number}/`);

/** The route parameter of a page. */
export const pageParam = ({ number }: PageOf<unknown>): string | undefined =>
  number === 1 ? undefined : String(number);

/** What the title of a page ends in, so that titles are unique. */
export const pageSuffix = ({ number }: PageOf<unknown>): string => (number === 1 ? '' : `（第${number}页）`);
