import { stringify } from 'yaml';
import type { z } from 'zod';
import { expectation, fieldsAt, groupsAt } from '../schema/error-map.ts';
import { fieldCalled, labelOf } from '../schema/field-names.ts';
import { slugMeaning, twiceMeaning } from '../schema/primitives.ts';
import { normalise } from '../text/normalise.ts';
import { isMistyped, meantBy } from './did-you-mean.ts';
import { addresses, asSlug, flattened, meanings } from './meant.ts';
import { groupIn, hasBlanks, isArrow, lineOf } from './shorthand.ts';

/** A change of a file's data that takes one issue of its schema away and makes no other. */
export interface ValueRepair {
  /** The place of the value, or of the field that is to be renamed. */
  path: PropertyKey[];
  /** The new name of the field. */
  field?: string;
  value: unknown;
  /** The data with the change. */
  data: unknown;
}

type Issue = z.core.$ZodIssue;

export const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce((inside, key) => (inside as Record<PropertyKey, unknown> | null | undefined)?.[key], data);

/** Data with another value at a path; undefined takes the field away. */
function withValue(data: unknown, [key, ...rest]: readonly PropertyKey[], value: unknown): unknown {
  if (key === undefined) return value;
  const inside = withValue(valueAt(data, [key]), rest, value);
  if (Array.isArray(data)) return data.with(Number(key), inside);
  const others = Object.entries((data ?? {}) as object).filter(([name]) => name !== key);
  return Object.fromEntries(inside === undefined ? others : [...others, [String(key), inside]]);
}

const isBelow = (path: readonly PropertyKey[], other: readonly PropertyKey[]) =>
  other.every((key, index) => String(path[index]) === String(key));

/** Issues of some data; `path` counts each field that is not known. */
const issuesOf = (schema: z.ZodType, data: unknown): Issue[] =>
  schema.safeParse(data, { error: expectation }).error?.issues ?? [];
const count = (issues: readonly Issue[]) =>
  issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);

/**
 * The group of fields, or the list of such, that stands on one line at a place, with the place of the whole of it; with blanks where
 * the line says too little.
 */
export function groupWritten(
  schema: z.ZodType,
  path: PropertyKey[],
  data: unknown,
): Pick<ValueRepair, 'path' | 'value'> | undefined {
  const value = valueAt(data, path);
  const own = groupsAt(schema, path, data);
  const line = lineOf(value);
  if (own.length > 0 && line !== undefined) {
    const group = groupIn(line, own);
    return group && { path, value: group };
  }
  const items = groupsAt(schema, [...path, 0], data);
  if (items.length > 0 && value !== null && value !== undefined && !Array.isArray(value)) {
    const lines =
      typeof value === 'object' && !(value instanceof Date)
        ? Object.entries(value).map(([key, one]) => lineOf({ [key]: one }))
        : [line];
    const groups = lines.map((one) => (one === undefined ? undefined : groupIn(one, items)));
    return groups.includes(undefined) ? undefined : { path, value: groups };
  }
  // All of it stands in the first field: `from: 甲 -> 乙`.
  const [holder, around] = [valueAt(data, path.slice(0, -1)), groupsAt(schema, path.slice(0, -1), data)];
  if (typeof value !== 'string' || !isArrow(value) || around.length === 0 || Object.keys(holder as object).length > 1)
    return undefined;
  const group = groupIn(value, around);
  return group && { path: path.slice(0, -1), value: group };
}

/** The values that may have been meant at the place of an issue, each with its own place. */
function* proposals(
  issue: Issue,
  issues: readonly Issue[],
  schema: z.ZodType,
  data: unknown,
): Generator<Pick<ValueRepair, 'path' | 'value'>> {
  const { path } = issue;
  const value = valueAt(data, path);
  const list = path.slice(0, -1);
  const holder = valueAt(data, list);
  if (value === undefined || path.length === 0 || issue.message === twiceMeaning) return;
  const refused = issues.filter((one) => one.path.length === path.length && isBelow(one.path, list));
  if (Array.isArray(holder) && typeof value !== 'object')
    for (const items of flattened(holder, new Set(refused.map((one) => Number(one.path.at(-1))))))
      yield { path: list, value: items };
  const known = 'values' in issue ? issue.values.map(String) : 'options' in issue ? (issue.options as string[]) : [];
  if (typeof value === 'string') yield { path, value: meantBy(value, known) };
  if (typeof value === 'string' && issue.message === slugMeaning) yield { path, value: asSlug(value) };
  if (typeof value === 'string' && /^(?:invalid_format|custom)$/u.test(issue.code))
    for (const address of addresses(value)) yield { path, value: address };
  if (value === null) yield { path, value: undefined };
  if (value === null && issue.code === 'invalid_type' && issue.expected === 'array') yield { path, value: [] };
  for (const meaning of meanings(value)) yield { path, value: meaning };
  const group = groupWritten(schema, path, data);
  if (group && !hasBlanks(group.value)) yield group;
}

/** The fields that may have been meant by one that is not known. */
function* renamings(
  issue: Issue,
  schema: z.ZodType,
  data: unknown,
): Generator<{ path: PropertyKey[]; field: string; isCertain: boolean }> {
  if (issue.code !== 'unrecognized_keys') return;
  const fields = fieldsAt(schema, issue.path, data);
  const holder = valueAt(data, issue.path) as object;
  const free = fields.filter((field) => !Object.hasOwn(holder, field));
  for (const key of issue.keys) {
    const plain = normalise(key).replace(/[-_“”"'*#]/gu, '');
    const called =
      free.find((one) => one.toLowerCase() === plain) ?? fieldCalled(key.trim(), free) ?? fieldCalled(plain, free);
    const field = called ?? free.find((one) => isMistyped(key, one));
    if (field) yield { path: [...issue.path, key], field, isCertain: called !== undefined };
  }
}

/** The first change that makes one issue less, and none at its place; undefined if there is none. */
export function repairValue(schema: z.ZodType, data: unknown): ValueRepair | undefined {
  const issues = issuesOf(schema, data);
  const isBetter = (changed: unknown, path: readonly PropertyKey[], { code }: Issue) => {
    const left = issuesOf(schema, changed);
    // Of a group whose kind is not known, nothing else is looked at.
    return (
      (code === 'invalid_union' || count(left) < count(issues)) && !left.some((issue) => isBelow(issue.path, path))
    );
  };
  for (const issue of issues) {
    for (const { path, field, isCertain } of renamings(issue, schema, data)) {
      const value = valueAt(data, path);
      const holder = withValue(valueAt(data, issue.path), [path.at(-1) as PropertyKey], undefined);
      const changed = withValue(data, issue.path, { ...(holder as object), [field]: value });
      // By the right name, what stands in it is seen to be wrong, too.
      if (isCertain || count(issuesOf(schema, changed)) <= count(issues)) return { path, field, value, data: changed };
    }
    for (const { path, value } of proposals(issue, issues, schema, data)) {
      if (Number.isNaN(value) || (value === undefined && valueAt(data, path) !== null)) continue;
      const changed = withValue(data, path, value);
      if (isBetter(changed, path, issue)) return { path, value, data: changed };
    }
  }
  return undefined;
}

/** A value as it is to be written in YAML, on one line. */
export function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (value !== null && typeof value === 'object')
    return `{ ${Object.entries(value)
      .map(([key, one]) => `${key}: ${written(one)}`)
      .join(', ')} }`;
  if (typeof value === 'string' && /^[<>=]/u.test(value)) return `'${value}'`;
  // Within a list, so that what means something there is put in quotes.
  return stringify([value], { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0, singleQuote: true })
    .trim()
    .slice(1, -1);
}

/** What is wrong with what was written, where its signs tell. */
function causeOf(before: unknown): string {
  const text = typeof before === 'string' ? before : JSON.stringify(before);
  if (/^[【［〔「『（(｛{]/u.test(text) && typeof before === 'string') return '括号用英文的 [ ]：';
  if (Array.isArray(before) && /[，、；;]/u.test(text)) return '各项之间用英文逗号：';
  if (
    !Array.isArray(before) &&
    typeof before === 'object' &&
    Object.keys(before ?? {}).some((key) => /[:：]/u.test(key))
  )
    return '冒号用英文半角的，后面空一格：';
  return '';
}

/** How a repair is told. */
export function mendOf({ path, field, value }: ValueRepair, before: unknown): string {
  const name = String(path.at(-1));
  if (field)
    return fieldCalled(name, [field]) || normalise(name).replace(/[-_]/gu, '') === field.toLowerCase()
      ? `“${name}”写成 ${field}`
      : `最接近的是“${field}”；写错了就改正，多余就删去这一行`;
  if (before === null && value !== undefined) return `没有${labelOf(name)}就写 ${name}: []`;
  const isRows = typeof before === 'object' && Array.isArray(value) && value.length === 1 && value[0] === before;
  if (isRows) return '在这一组的第一个字段前面加上“- ”，其余各行再缩进两个空格';
  const text = written(value);
  return `${causeOf(before)}写成 ${text}${text.startsWith("'") ? '（连同英文单引号）' : ''}`;
}
