/// <reference path="../.astro/types.d.ts" />

declare namespace App {
  interface Locals {
    /** The plan whose body is being rendered, for the components that its MDX may name. */
    plan?: import('./model/types.ts').Plan;
  }
}

/** The tables of characters come without types. */
declare module 'opencc-js/dict/*' {
  const table: string;
  export default table;
}
