import { z } from 'zod';
import { docsAt, expectation, fieldsAt } from '../schema/error-map.ts';
import { dateMeaning, twiceMeaning } from '../schema/primitives.ts';
import { didYouMean, isMistyped } from './did-you-mean.ts';
import type { Problem } from './problem.ts';
import {
  groupWritten,
  mendOf as mendOfRepair,
  repairValue,
  type ValueRepair,
  valueAt,
  written,
} from './repair-value.ts';
import { lineOf } from './shorthand.ts';
import { shortened } from './yaml.ts';

/** Data of one file after its schema. */
export interface Validated<Data> {
  /** The root fields that are valid, each by itself, or are as they were meant. */
  fields: Partial<Data>;
  /** The names of the others. */
  invalid: ReadonlySet<PropertyKey>;
  problems: Problem[];
  /** All that is there, as it was meant where that is clear, whether it is valid or not. */
  unchecked: unknown;
  /** All fields, where all are valid or are as they were meant. */
  data: Data | undefined;
  /** The path as the file has it, where a field has another name there. */
  writtenAs(path: readonly PropertyKey[]): readonly PropertyKey[];
}

/**
 * Checks a file's data against its schema and reports every fault. What a value that is refused was clearly meant as is reported
 * as its mend, and goes on in its place, so that it hides no other fault and causes none.
 */
export function validate<Schema extends z.ZodObject>(
  schema: Schema,
  raw: unknown,
  file: string,
): Validated<z.output<Schema>> {
  const problems: Problem[] = [];
  const renamed: ValueRepair[] = [];
  const emptied = new Set<PropertyKey>();
  let data = raw;
  for (let repair = repairValue(schema, data); repair; repair = repairValue(schema, data)) {
    problems.push(problemOfRepair(repair, schema, data, file));
    if (repair.field) renamed.push(repair);
    else if (repair.value === undefined) emptied.add(repair.path[0] as PropertyKey);
    data = repair.data;
  }
  const result = schema.safeParse(data, { error: expectation });
  const issues = result.error?.issues ?? [];
  const { causes, rest } = sharedCauses(issues, schema, data, file);
  problems.push(...causes, ...withoutRepeats(rest.flatMap((issue) => problemsOf(issue, schema, data, file))));
  return {
    ...validFields(schema, data, emptied),
    problems,
    unchecked: data,
    data: result.data,
    writtenAs: (path) =>
      renamed.reduceRight((at, { path: old, field }) => {
        const isOf = at.length >= old.length && old.slice(0, -1).every((key, index) => at[index] === key);
        return isOf && at[old.length - 1] === field ? [...old, ...at.slice(old.length)] : at;
      }, path),
  };
}

type Issue = z.core.$ZodIssue;

/** Issues of one group of fields that have one cause: a line in its place, or a field in place of another. And the other issues. */
function sharedCauses(
  issues: readonly Issue[],
  schema: z.ZodType,
  data: unknown,
  file: string,
): { causes: Problem[]; rest: Issue[] } {
  const causes: Problem[] = [];
  const told = new Set<Issue>();
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys' || issue.keys.length > 1) continue;
    const [key = ''] = issue.keys;
    const missing = issues.filter(
      ({ path }) =>
        path.length === issue.path.length + 1 && valueAt(data, path) === undefined && isIn(path, issue.path),
    );
    const [only, more] = missing;
    const isAlone = Object.keys(valueAt(data, issue.path) as object).length === 1;
    const group = isAlone ? groupWritten(schema, issue.path, data) : undefined;
    if (group) {
      const found = {
        found: `“${key}: ……”这一行`,
        expected: `这些字段：${fieldsAt(schema, issue.path, data).join('、')}`,
      };
      causes.push({ file, path: issue.path, ...found, mend: mendOfLine(group.value) });
    } else if (only && !more) {
      const name = String(only.path.at(-1));
      const docs = docsAt(schema, only.path, data);
      causes.push({
        file,
        path: [...issue.path, key],
        ...unknownField(key, schema, issue.path, data),
        mend: `把“${key}”一行换成“${name}: ……”${docs ? `；${name} 要写的是：${docs}` : ''}`,
      });
    } else continue;
    for (const one of [issue, ...missing]) told.add(one);
  }
  return { causes, rest: issues.filter((issue) => !told.has(issue)) };
}

const isIn = (path: readonly PropertyKey[], holder: readonly PropertyKey[]) =>
  holder.every((key, index) => path[index] === key);

/** How to write a group of fields that stands on one line. */
const mendOfLine = (group: unknown) => `写成 ${written(group)}，“……”处照依据填写，没有依据就整个不写`;

/** The fields that are valid and have a value, or are left out. */
function validFields<Schema extends z.ZodObject>(schema: Schema, raw: unknown, emptied: ReadonlySet<PropertyKey>) {
  const values = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {};
  const invalid = new Set<PropertyKey>();
  const fields = Object.entries<z.core.$ZodType>(schema.shape).flatMap(([key, field]): [string, unknown][] => {
    const result = z.safeParse(field, values[key]);
    if (result.success && !emptied.has(key)) return [[key, result.data]];
    invalid.add(key);
    return [];
  });
  return { fields: Object.fromEntries(fields) as Partial<z.output<Schema>>, invalid };
}

/** One fault may break several conditions of a schema; the first problem says enough. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  const key = ({ path, found }: Problem) => JSON.stringify([path.map(String), found]);
  return [...new Map(problems.toReversed().map((problem) => [key(problem), problem])).values()].toReversed();
}

/** A value that was clearly meant as another. */
function problemOfRepair(repair: ValueRepair, schema: z.ZodType, data: unknown, file: string): Problem {
  const { path, field, value } = repair;
  const before = valueAt(data, path);
  const { error } = schema.safeParse(data, { error: expectation });
  const issue = error?.issues.find((one) => path.every((key, index) => String(one.path[index]) === String(key)));
  const mend = value === undefined ? fillIn(schema, path, data) : mendOfRepair(repair, before);
  return field
    ? { file, path, ...unknownField(String(path.at(-1)), schema, path.slice(0, -1), data), mend, repair: { field } }
    : {
        file,
        path,
        found: foundIn(before, value),
        expected: issue?.message ?? '',
        mend,
        repair: value === undefined ? undefined : { value },
      };
}

/** What was written in place of a value; a list, and a field that is none, in full. */
function foundIn(before: unknown, value: unknown): string {
  if (Array.isArray(before)) return written(before);
  const [name, more] = Object.keys(typeof before === 'object' && before !== null ? before : {});
  const isField = name !== undefined && more === undefined && lineOf(before) !== undefined;
  const isSame = isField && (value as Record<string, unknown>)[name]?.toString() === valueAt(before, [name]);
  return isField && !isSame && typeof value === 'object' ? `“${name}: ${valueAt(before, [name])}”` : shown(before);
}

const unknownField = (key: string, schema: z.ZodType, path: readonly PropertyKey[], data: unknown) => ({
  found: `字段“${key}”`,
  expected: `这里只能有这些字段：${fieldsAt(schema, path, data).join('、')}`,
});

/** The field of which a name is a slip of a third of its letters at most. */
function nearestField(name: string, fields: readonly string[]): string {
  const alike = fields.filter((field) => isMistyped(name, field, name.length / 3));
  return alike.length > 0 ? didYouMean(name, alike) : '没有相近的';
}

function problemsOf(issue: Issue, schema: z.ZodType, raw: unknown, file: string): Problem[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      file,
      path: [...path, key],
      ...unknownField(key, schema, path, raw),
      mend: `${nearestField(key, fieldsAt(schema, path, raw))}；写错了就改正，多余就删去这一行`,
    }));
  const value = valueAt(raw, path);
  const expected = issue.message;
  if (path.length === 0) {
    const [list, more] = fieldsAt(schema, path, raw);
    const isHeadless = Array.isArray(value) && list !== undefined && more === undefined;
    const mend = isHeadless
      ? `在列表上面补一行 ${list}:`
      : `照 content/README.md 的例子写，可用的字段：${fieldsAt(schema, path, {}).join('、')}`;
    return [{ file, path, found: shown(value), expected: '一行一个“字段: 值”', mend }];
  }
  const name = typeof path.at(-1) === 'number' ? '这一项' : `“${String(path.at(-1))}”`;
  if (value === undefined)
    return [
      {
        file,
        path,
        found: `没有写${name}`,
        expected,
        mend: `在这里补一行${name.replace('”', ': ……”')}，缩进与同级的字段对齐`,
      },
    ];
  const size = issue.code === 'too_big' && typeof value === 'string' ? `（${[...value].length} 个字）` : '';
  return [{ file, path, found: shown(value) + size, expected, mend: mendOf(issue, schema, raw, name) }];
}

/** How to mend a field without a value: that it can be left out is said where the schema does not say that it must be there. */
function fillIn(schema: z.ZodType, path: readonly PropertyKey[], data: unknown): string {
  const docs = docsAt(schema, path, data) ?? '';
  if (typeof path.at(-1) === 'number') return '在“- ”后面写上内容；不需要这一项就删去这一行';
  const name = String(path.at(-1));
  return docs.includes('必须写')
    ? `在“${name}”的冒号后面写上：${docs}`
    : `在“${name}”的冒号后面写上内容；不需要这个字段就删去这一行`;
}

/** How to mend a value of which nobody can say what it was meant as: by what the schema says of the field. */
function mendOf(issue: Issue, schema: z.ZodType, raw: unknown, name: string): string {
  const value = valueAt(raw, issue.path);
  if (value === null) return fillIn(schema, issue.path, raw);
  if (issue.message === twiceMeaning) return '删去这一项';
  const either: string[] = (issue.code === 'custom' && issue.params?.either) || [];
  if (either.length > 0) {
    const lines = either.map((one) => `“${one}: ……”`);
    return either.every((one) => Object.hasOwn(value as object, one))
      ? `${lines.join('和')}只留一行`
      : `在这里补一行${lines.join('或')}`;
  }
  const docs = docsAt(schema, issue.path, raw);
  if (issue.message === dateMeaning)
    return `写出年、月、日，例如 2025-03-28，并且是日历上有的一天${docs ? `；${name}要写的是：${docs}` : ''}`;
  const group = groupWritten(schema, issue.path, raw);
  if (group?.path.length === issue.path.length) return mendOfLine(group.value);
  const type = issue.code === 'invalid_type' ? issue.expected : undefined;
  if (type === 'string' && (typeof value !== 'object' || value instanceof Date)) return '用英文单引号把值括起来';
  if ((issue.code === 'invalid_value' || issue.code === 'invalid_union') && typeof value === 'string') {
    const known = 'values' in issue ? issue.values.map(String) : 'options' in issue ? (issue.options as string[]) : [];
    const near = known.length > 1 ? didYouMean(value, known) : '';
    if (near && (!docs || !near.startsWith('没有'))) return near;
  }
  return docs ? `${name}要写的是：${docs}` : `照“应为”改正${name}`;
}

/** A value as an editor sees it. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return '空白';
  if (Array.isArray(value)) return `列表（${value.length} 项）`;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'object') return `一组字段（${Object.keys(value).join('、')}）`;
  if (typeof value !== 'string') return String(value);
  return `“${shortened(value.replace(/\r?\n/gu, '⏎'))}”`;
}
