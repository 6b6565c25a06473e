/** How many plans stand together on a page that joins plans, so that no page grows with their number. */
export const plansOnPage = 2;

/** One of the pages over which a row of items, newest plan first, is spread. */
export interface PageOf<Item> {
  /** From 1. */
  number: number;
  /** How many pages there are. */
  of: number;
  items: readonly Item[];
}

/** Spreads items, one for each plan, over pages in their order; what has no items has one empty page. */
export function pagesOf<Item>(items: readonly Item[]): PageOf<Item>[] {
  const of = Math.max(1, Math.ceil(items.length / plansOnPage));
  return Array.from({ length: of }, (_, index) => ({
    number: index + 1,
    of,
    items: items.slice(index * plansOnPage, (index + 1) * plansOnPage),
  }));
}

/** The address of a page; the first keeps the address of the whole. */
export const pagePath = (path: string, number: number): string => (number === 1 ? path : `${path}${number}/`);

/** What stands for a page in its address. */
export const pageParam = ({ number }: PageOf<unknown>): string | undefined =>
  number === 1 ? undefined : String(number);

/** What the title of a page adds, so that no two pages have the same. */
export const pageSuffix = ({ number }: PageOf<unknown>): string => (number === 1 ? '' : `（第${number}页）`);

/** Whether an address is that of a page after the first. Below `plans/`, numbers are those of measures. */
export const isLaterPage = (path: string): boolean => /^(?!plans\/).*\/[1-9]\d*\/$/u.test(path);
