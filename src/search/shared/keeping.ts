/** Keeps what was found for a key, so that it is looked for once; what failed is looked for again. */
export function keeping<T>(find: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (key) => {
    let found = kept.get(key);
    if (!found) {
      found = find(key);
      found.catch(() => kept.delete(key));
      kept.set(key, found);
    }
    return found;
  };
}
