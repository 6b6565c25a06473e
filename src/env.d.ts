/// <reference path="../.astro/types.d.ts" />

/** The tables of characters come without types. */
declare module 'opencc-js/dict/*' {
  const table: string;
  export default table;
}
