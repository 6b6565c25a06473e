/** How many plans stand together on a page that tells all of each, so that no page grows with their number. */
export const plansOnPage = 2;
/** With so many rows of parts of plans a page is full: some 26 kB of HTML when it is compressed, where 30 are allowed. */
const rowsOnPage = 64;
/** What the heading of a plan on a page takes, as much as so many rows. */
const headingRows = 2;

/** One of the pages over which a row of items, newest plan first, is spread. */
export interface PageOf<Item> {
  /** From 1. */
  number: number;
  /** How many pages there are. */
  of: number;
  items: readonly Item[];
}

/**
 * Spreads items, one for each plan, over pages in their order; what has no items has one empty page. `rowsOf` counts the rows
 * that a page shows of an item, where it does not show the whole of its plan: then more plans stand together while there is room.
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

/** The number of the page that a plan stands on, where pages show the whole of each. */
export const pageOfPlan = ({ order }: { order: number }): number => Math.floor(order / plansOnPage) + 1;

/** The address of a page; the first keeps the address of the whole. */
export const pagePath = (path: string, number: number): string => (number === 1 ? path : `${path}${number}/`);

/** What stands for a page in its address. */
export const pageParam = ({ number }: PageOf<unknown>): string | undefined =>
  number === 1 ? undefined : String(number);

/** What the title of a page adds, so that no two pages have the same. */
export const pageSuffix = ({ number }: PageOf<unknown>): string => (number === 1 ? '' : `（第${number}页）`);
