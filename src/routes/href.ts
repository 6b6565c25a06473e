/** The address of a page of the handbook on the site, from its path relative to the base. */
export const href = (path: string): string => `${import.meta.env.BASE_URL}${path}`;
