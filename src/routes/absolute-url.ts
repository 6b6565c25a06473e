/** Where the handbook is published: the host, once the publisher has set it, and the path below which its pages lie. */
interface Mount {
  origin?: string | undefined;
  base: string;
}

/**
 * The address of a path relative to the base, with the host where the publisher has set one and from the root of the server
 * where not.
 */
export const absoluteUrl = ({ origin = '', base }: Mount, path: string): string => `${origin}${base}${path}`;

/** The same for what is read away from the site and may not be a path alone; undefined where the publisher has set no host. */
export const publicUrl = (site: Mount, path: string): string | undefined => site.origin && absoluteUrl(site, path);
