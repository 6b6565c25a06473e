import type { z } from 'zod';

type Path = readonly PropertyKey[];

/**
 * Takes the values at fault out of a file's data until the rest is valid.
 * A value that must be there takes along what should hold it, up to an item of a list; root fields are replaced from `standIn`.
 * Gives undefined where not even that helps, and the way back from places in what is left to places in the file.
 */
export function usable<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
  standIn: Readonly<Record<string, unknown>>,
): { data: z.output<Schema> | undefined; original(path: Path): Path } {
  const root: unknown = structuredClone(raw);
  const spare = { ...standIn };
  const places = new WeakMap<object, number>();
  remember(root, places);

  // Each round takes a value out or puts a stand-in in, so this ends.
  for (;;) {
    const result = schema.safeParse(root);
    if (result.success) return { data: result.data, original: (path) => asWritten(root, path, places) };
    const [issue] = result.error.issues as [z.core.$ZodIssue];
    if (!takeOut(root, placeOf(issue), spare)) return { data: undefined, original: (path) => path };
  }
}

const placeOf = (issue: z.core.$ZodIssue): Path =>
  issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] as string] : issue.path;

const isObject = (value: unknown): value is Record<PropertyKey, unknown> => typeof value === 'object' && value !== null;

const at = (root: unknown, path: Path): unknown =>
  path.reduce((inside, key) => (isObject(inside) ? inside[key] : undefined), root);

/** Notes for each object in a list its index as written. */
function remember(value: unknown, places: WeakMap<object, number>): void {
  if (!isObject(value)) return;
  if (Array.isArray(value)) for (const [index, item] of value.entries()) if (isObject(item)) places.set(item, index);
  for (const item of Object.values(value)) remember(item, places);
}

/** Takes out the value at a place, or what holds it; false if that is the whole. */
function takeOut(root: unknown, path: Path, spare: Record<string, unknown>): boolean {
  const [key] = path;
  if (key === undefined || !isObject(root)) return false;
  const holder = at(root, path.slice(0, -1));
  const last = path.at(-1) as PropertyKey;

  if (Array.isArray(holder)) {
    // The index of an item that is no object could not be told afterwards, so its list goes as a whole.
    if (!isObject(holder[Number(last)])) return takeOut(root, path.slice(0, -1), spare);
    holder.splice(Number(last), 1);
    return true;
  }
  if (isObject(holder) && Object.hasOwn(holder, last)) {
    delete holder[last];
    return true;
  }
  if (path.length > 1) return takeOut(root, path.slice(0, -1), spare);
  if (!Object.hasOwn(spare, key)) return false;
  root[key] = spare[String(key)];
  delete spare[String(key)];
  return true;
}

function asWritten(root: unknown, path: Path, places: WeakMap<object, number>): Path {
  return path.map((key, depth) => {
    const value = at(root, path.slice(0, depth + 1));
    return (typeof key === 'number' && isObject(value) && places.get(value)) || key;
  });
}
