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

/**
 * Words as they are seen: without the characters that come along from pages of the web and word processors and that nobody sees;
 * cells of a table are set apart as lines of a list are, or by a blank.
 */
export const asSeen = (written: string, isList: boolean): string =>
  written
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/(?!\u3000)\p{Zs}/gu, ' ')
    .replaceAll('\t', isList ? '\n' : ' ');
