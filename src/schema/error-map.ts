import { z } from 'zod';
import { explanation } from './primitives.ts';

const types: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表，每一项以“- ”开头另起一行，或写在 [ ] 里',
  object: '一组“字段: 值”',
  record: '一组“序号: 值”',
};

/** What is counted of a value that is too long or too short. */
const units: Record<string, string> = { string: '个字', array: '项' };

const otherwise = '合乎规定的值，写法见 content/README.md';
const oneOf = (values: readonly string[]) =>
  values.length > 1 ? `${values.join('、')} 之一` : `只能写 ${values.join()}`;

/** What should stand in a place, where the schema itself does not say it: Zod's error map, in Chinese. */
export const expectation: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return types[issue.expected] ?? otherwise;
    case 'invalid_value':
      return oneOf(issue.values.map(String));
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? oneOf(issue.options) : otherwise;
    case 'invalid_key':
      return '键是序号（数字）';
    case 'unrecognized_keys':
      return '这里没有这个字段';
    case 'too_small':
      return units[issue.origin] ? `至少 ${issue.minimum} ${units[issue.origin]}` : `不小于 ${issue.minimum} 的数`;
    case 'too_big':
      return units[issue.origin] ? `至多 ${issue.maximum} ${units[issue.origin]}` : `不大于 ${issue.maximum} 的数`;
    default:
      return otherwise;
  }
};

/** Looks through wrappers such as `optional` and `default` to the schema inside. */
function inner(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = schema._zod as z.core.$ZodTypes['_zod'];
  if ('innerType' in def) return inner(def.innerType);
  if (def.type === 'pipe') return inner(def.in);
  return schema;
}

/** What a schema says of the value at a place, to editors; undefined where it says nothing. */
export function docsAt(schema: z.core.$ZodType, path: readonly PropertyKey[], data: unknown): string | undefined {
  const docs = explanation(z.globalRegistry.get(schema));
  const [key, ...rest] = path;
  if (key === undefined && docs) return docs;
  const { def } = schema._zod as z.core.$ZodTypes['_zod'];
  const child = key === undefined ? undefined : (data as Record<PropertyKey, unknown> | undefined)?.[key];
  if ('innerType' in def) return docsAt(def.innerType, path, data);
  if (def.type === 'pipe') return docsAt(def.in, path, data);
  if (def.type === 'union')
    return def.options
      .filter((option) => agrees(option, data))
      .flatMap((option) => docsAt(option, path, data) ?? [])[0];
  if (key === undefined) return undefined;
  // What is said of a list is said of its items, but not of what stands in them.
  if (def.type === 'array') return docsAt(def.element, rest, child) ?? (rest.length === 0 ? docs : undefined);
  if (def.type === 'record') return docsAt(def.valueType, rest, child) ?? docs;
  const field = def.type === 'object' ? def.shape[String(key)] : undefined;
  return field && docsAt(field, rest, child);
}

/** The groups of fields that a schema takes at a place of the data; of a union, the alternatives that the data does not contradict. */
export function groupsAt(schema: z.core.$ZodType, path: readonly PropertyKey[], data: unknown): z.core.$ZodObject[] {
  const found = inner(schema);
  const { def } = found._zod as z.core.$ZodTypes['_zod'];
  const [key, ...rest] = path;
  const child = key === undefined ? undefined : (data as Record<PropertyKey, unknown> | null | undefined)?.[key];
  switch (def.type) {
    case 'object': {
      if (key === undefined) return [found as z.core.$ZodObject];
      const field = def.shape[String(key)];
      return field ? groupsAt(field, rest, child) : [];
    }
    case 'array':
      return key === undefined ? [] : groupsAt(def.element, rest, child);
    case 'union':
      return def.options.filter((option) => agrees(option, data)).flatMap((option) => groupsAt(option, path, data));
    default:
      return [];
  }
}

/** The fields that a schema knows at a place of the data; of a union, those of the alternative that the data names. */
export const fieldsAt = (schema: z.core.$ZodType, path: readonly PropertyKey[], data: unknown): string[] => [
  ...new Set(groupsAt(schema, path, data).flatMap(({ _zod }) => Object.keys(_zod.def.shape))),
];

/** Whether no literal of an object schema contradicts the data: the alternative that a discriminator names. */
function agrees(schema: z.core.$ZodType, data: unknown): boolean {
  const { def } = inner(schema)._zod as z.core.$ZodTypes['_zod'];
  if (def.type !== 'object' || typeof data === 'string') return true;
  return Object.entries(def.shape).every(([key, field]) => {
    const literal = inner(field)._zod.def as z.core.$ZodTypes['_zod']['def'];
    return (
      literal.type !== 'literal' || literal.values.includes((data as Record<string, never> | null)?.[key] as never)
    );
  });
}
