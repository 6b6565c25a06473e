/// <reference path="../.astro/types.d.ts" />

/** The tables of characters come without types. */
declare module 'opencc-js/dict/*' {
  const table: string;
  export default table;
}

/** The part of Pagefind that runs in the browser, as the build gives it. */
declare module 'virtual:pagefind' {
  export const Pagefind: import('./search/client/pagefind-index.ts').PagefindModule['Pagefind'];
  export const setFetch: import('./search/client/pagefind-index.ts').PagefindModule['setFetch'];
}
