import type { CopyDescription } from './copy-format.ts';

/*
 * Where the copy for reading without a network lies: each edition in a cache of its own, named after the scope so that several
 * handbooks may share an origin. A copy is whole when its description lies in it, which is put last. Used by pages and the worker.
 */

const prefix = (scope: string) => `handbook-offline:${scope}:`;

export const cacheName = (scope: string, { edition }: CopyDescription): string => prefix(scope) + edition;

/** The key of the description. Requests are matched without their query, so that it answers none. */
const descriptionKey = (scope: string) => `${scope}?description`;

/** Says that the copy in a cache is whole. */
export const markWhole = (cache: Cache, scope: string, description: CopyDescription): Promise<void> =>
  cache.put(descriptionKey(scope), new Response(JSON.stringify(description)));

export interface KeptCopy {
  description: CopyDescription;
  cache: Cache;
}

/** The copy on this device; undefined where there is none. @throws Where the browser refuses storage. */
export async function openCopy(scope: string): Promise<KeptCopy | undefined> {
  for (const name of await caches.keys()) {
    if (!name.startsWith(prefix(scope))) continue;
    const cache = await caches.open(name);
    const kept = await cache.match(descriptionKey(scope));
    // A description that was cut off while it was written is none.
    const description: CopyDescription | undefined = await kept?.json().catch(() => undefined);
    if (description) return { description, cache };
  }
  return undefined;
}

/** Deletes the copies on this device, whole or not, but for one. */
export async function deleteCopies(scope: string, except?: CopyDescription): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix(scope)));
  await Promise.all(names.map((name) => (except && name === cacheName(scope, except) ? false : caches.delete(name))));
}
