import { childSchema, isObject, type Json, type JsonSchema } from './schema-at.ts';

/** What is called how among the things that a field chooses among; undefined for what is not there. */
export type Names = (choices: string, value: string) => string | undefined;

/** What a value is called that a schema lists; undefined for other values. */
export function meaningOf(value: Json, schema: JsonSchema): string | undefined {
  const values: unknown[] = schema.enum ?? ('const' in schema ? [schema.const] : []);
  return (schema.enumDescriptions as string[] | undefined)?.[values.indexOf(value)];
}

/** What a field is called; a name that the document gives is its own. */
export const titleOf = (key: string | number, schema: JsonSchema | undefined): string => schema?.title ?? String(key);

/** All single values in some data, as an editor reads them. */
export function wordsOf(data: Json, schema: JsonSchema, names: Names): string[] {
  if (Array.isArray(data)) {
    // A list of things that are chosen has the mark for all of them.
    const { choices } = schema;
    return data.flatMap((item, at) => {
      const own = childSchema(schema, at, data) ?? {};
      return wordsOf(item, choices ? { ...own, choices } : own, names);
    });
  }
  if (isObject(data))
    return Object.entries(data).flatMap(([key, value]) => wordsOf(value, childSchema(schema, key, data) ?? {}, names));
  if (data === undefined || data === null) return [];
  if (typeof data === 'boolean') return [data ? '是' : '否'];
  const named = typeof data === 'string' && schema.choices ? names(String(schema.choices), data) : undefined;
  return [meaningOf(data, schema) ?? named ?? String(data)];
}
