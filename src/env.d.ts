/// <reference path="../.astro/types.d.ts" />

/** The path of the dictionary, relative to the site's base. */
declare module 'virtual:dictionary' {
  const path: string;
  export default path;
}

/** The tables of characters come without types. */
declare module 'opencc-js/dict/*' {
  const table: string;
  export default table;
}
