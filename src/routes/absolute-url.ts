/**
 * The address of a path relative to the base, with the host where the publisher has set one and from the root of the server
 * where not.
 */
export const absoluteUrl = (
  { origin = '', base }: { origin?: string | undefined; base: string },
  path: string,
): string => `${origin}${base}${path}`;
