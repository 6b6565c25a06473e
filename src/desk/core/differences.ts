import { isDeepStrictEqual } from 'node:util';
import { align } from './alignment.ts';
import { childSchema, holds, isObject, isOfficial, type Json, type JsonSchema, type Path } from './schema-at.ts';

/** One thing that differs between two versions of a file's data. */
export interface Difference {
  /** Where it stands: in the new data, or in the old what is gone. */
  path: Path;
  /** `list` is of values, as a whole; `added` and `removed` are items of a list of groups of fields. */
  kind: 'value' | 'list' | 'added' | 'removed';
  before: Json;
  after: Json;
  /** Whether it changes words of the document. */
  official: boolean;
}

interface Place {
  path: Path;
  schema: JsonSchema;
  official: boolean;
}

/** Whether any value that a schema marks as the document's stands in some data. */
function writesOfficial(data: Json, schema: JsonSchema, inherited: boolean): boolean {
  const own = isOfficial(schema, inherited);
  const inside = Array.isArray(data)
    ? data.map((item, index): [string | number, Json] => [index, item])
    : isObject(data)
      ? Object.entries(data)
      : undefined;
  if (!inside) return own && data !== undefined;
  return inside.some(([key, value]) => writesOfficial(value, childSchema(schema, key, data) ?? {}, own));
}

/** What differs between two versions of a file's data, in the order of the new one. */
export const differences = (before: Json, after: Json, schema: JsonSchema): Difference[] =>
  compare(before, after, { path: [], schema, official: false });

function compare(before: Json, after: Json, place: Place): Difference[] {
  if (isDeepStrictEqual(before, after)) return [];
  const { path, schema } = place;
  const inside = (key: string | number, data: Json): Place => {
    const child = childSchema(schema, key, data) ?? {};
    return { path: [...path, key], schema: child, official: isOfficial(child, place.official) };
  };
  const isGroup = (data: Json) => data === undefined || isObject(data);
  if (isGroup(before) && isGroup(after) && (isObject(before) || isObject(after))) {
    const [old, now] = [(before ?? {}) as Record<string, Json>, (after ?? {}) as Record<string, Json>];
    return Object.keys({ ...now, ...old }).flatMap((key) => {
      const field = inside(key, now[key] === undefined ? old : now);
      return compare(old[key], now[key], field);
    });
  }
  const lists = [before ?? [], after ?? []];
  const [old, now] = lists;
  if (Array.isArray(old) && Array.isArray(now) && lists.flat().some(isObject)) {
    const was = align(old, now);
    return [
      ...now.flatMap((item, at): Difference[] => {
        const from = was[at];
        const { path, schema, official } = inside(at, now);
        if (from !== undefined) return compare(old[from], item, { path, schema, official });
        return [
          { path, kind: 'added', before: undefined, after: item, official: writesOfficial(item, schema, official) },
        ];
      }),
      ...old.flatMap((item, at): Difference[] =>
        was.includes(at)
          ? []
          : [{ path: [...path, at], kind: 'removed', before: item, after: undefined, official: place.official }],
      ),
      ...(isMoved(was) ? [{ path, kind: 'value' as const, before, after, official: place.official }] : []),
    ];
  }
  const official = place.official || writesOfficial(after, schema, place.official) || holdsOfficial(before, place);
  return [{ path, kind: Array.isArray(before ?? after) ? 'list' : 'value', before, after, official }];
}

const holdsOfficial = (data: Json, { schema, official }: Place) =>
  typeof data === 'object' && data !== null && holds(schema, true, official);

/** Whether items that were there stand in another order. */
const isMoved = (was: readonly (number | undefined)[]): boolean => {
  const kept = was.filter((at) => at !== undefined);
  return kept.some((at, index) => at < (kept[index - 1] ?? -1));
};
