import { isDeepStrictEqual } from 'node:util';
import { isObject, type Json } from './schema-at.ts';

const isGroups = (data: Json): data is Json[] => Array.isArray(data) && data.every(isObject);

/**
 * The changes that a form made to the data that it was loaded with, put on data that somebody else changed meanwhile: field by field;
 * where both changed one, it is the form's. Items of lists of one length are the same items.
 */
export function merged(base: Json, form: Json, changed: Json): Json {
  if (isDeepStrictEqual(form, base)) return changed;
  if (isObject(base) && isObject(form) && isObject(changed)) {
    const fields = Object.keys({ ...changed, ...form });
    return Object.fromEntries(fields.map((key): [string, Json] => [key, merged(base[key], form[key], changed[key])]));
  }
  const areSame = isGroups(base) && isGroups(form) && isGroups(changed);
  if (areSame && base.length === form.length && form.length === changed.length)
    return form.map((item, at) => merged(base[at], item, changed[at]));
  return form;
}
