import { isObject, type Json, type JsonObject } from '../core/schema-at.ts';

/** What was typed in the form of a file, and what the file held when the form was opened. */
export interface Typed {
  hash: string;
  base: JsonObject;
  data: JsonObject;
}

/** Data without what is empty, in one order: two forms that say the same are the same text. */
function said(data: Json): Json {
  if (Array.isArray(data)) return data.map(said);
  if (!isObject(data)) return data === '' || data === null ? undefined : data;
  const fields = Object.keys(data)
    .sort()
    .map((key): [string, Json] => [key, said(data[key])])
    .filter(([, value]) => value !== undefined);
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}

/** Whether a form says something else than the file. */
export const differs = (data: Json, base: Json): boolean => JSON.stringify(said(data)) !== JSON.stringify(said(base));
