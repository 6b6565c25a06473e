import type { z } from 'zod';

export type JsonSchema = z.core.JSONSchema.BaseSchema;
export type Path = readonly (string | number)[];

/** Data of a content file as JSON has it: days are texts. */
export type Json = string | number | boolean | null | undefined | Json[] | { [field: string]: Json };
export type JsonObject = { [field: string]: Json };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const alternativesOf = ({ anyOf, oneOf }: JsonSchema): JsonSchema[] | undefined =>
  (oneOf ?? anyOf) as JsonSchema[] | undefined;

export const isNull = ({ type }: JsonSchema) => type === 'null';

/** Whether a value may be left blank behind its field's name. */
export const allowsNull = (schema: JsonSchema | undefined): boolean =>
  schema !== undefined && (alternativesOf(schema)?.some(isNull) ?? isNull(schema));

/** Whether data are written as an alternative says: its type, its constants, or else the fields that it must have. */
function isWrittenAs(schema: JsonSchema, data: Json): boolean {
  if (isNull(schema)) return data === null;
  if (Array.isArray(data)) return schema.type === 'array';
  if (!isObject(data)) return data === undefined || !(schema.type === 'array' || schema.type === 'object');
  if (schema.type !== 'object') return false;
  const constants = Object.entries(schema.properties ?? {}).filter(
    ([, field]) => typeof field === 'object' && 'const' in field,
  ) as [string, JsonSchema][];
  if (constants.length > 0) return constants.every(([name, field]) => data[name] === field.const);
  return (schema.required ?? []).every((name) => name in data);
}

/** The alternative that the data are written as: its place among all that are not null; 0 where none is. */
export const chosenAlternative = (alternatives: readonly JsonSchema[], data: Json): number =>
  Math.max(
    0,
    alternatives.filter((one) => !isNull(one)).findIndex((one) => isWrittenAs(one, data)),
  );

/** A schema without its alternatives but the one that the data are written as. */
export function resolved(schema: JsonSchema, data: Json): JsonSchema {
  const alternatives = alternativesOf(schema)?.filter((one) => !isNull(one));
  const chosen = alternatives?.[chosenAlternative(alternatives, data)];
  if (!chosen) return schema;
  const { anyOf: _, oneOf: __, ...own } = schema;
  return { ...resolved(chosen, data), ...own };
}

/** The schema of a field or item of a value whose schema is given; undefined where it has none. */
export function childSchema(schema: JsonSchema, key: string | number, data: Json): JsonSchema | undefined {
  const { items, properties, additionalProperties } = resolved(schema, data);
  const child = typeof key === 'number' ? items : (properties?.[key] ?? additionalProperties);
  return typeof child === 'object' && !Array.isArray(child) ? (child as JsonSchema) : undefined;
}

/** What stands at a place of some data; undefined where there is nothing. */
export function valueAt(data: Json, path: Path): Json {
  let value = data;
  for (const key of path) value = (value as JsonObject | null | undefined)?.[key];
  return value;
}

/** Whether what stands in a field is the document's: by the field's own mark, or by that of what it stands in. */
export const isOfficial = ({ readOnly }: JsonSchema, inherited: boolean): boolean =>
  typeof readOnly === 'boolean' ? readOnly : inherited;

/** Whether any part of a schema's data has the mark of one side or the other. */
export function holds(schema: JsonSchema, official: boolean, inherited: boolean): boolean {
  const own = isOfficial(schema, inherited);
  const { items, properties, additionalProperties } = schema;
  const inside = [
    ...Object.values(properties ?? {}),
    ...[items, additionalProperties, ...(alternativesOf(schema) ?? [])].flat(),
  ].filter((one) => typeof one === 'object' && one !== null && !isNull(one)) as JsonSchema[];
  return inside.length === 0 ? own === official : inside.some((one) => holds(one, official, own));
}

/** The schema at a place of some data. */
export function schemaAt(schema: JsonSchema, path: Path, data: Json): JsonSchema {
  let [at, value] = [schema, data];
  for (const key of path) {
    at = childSchema(at, key, value) ?? {};
    value = (value as JsonObject | null | undefined)?.[key];
  }
  return at;
}
