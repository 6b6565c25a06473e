import { z } from 'zod';
import { expectation, fieldsAt } from '../schema/error-map.ts';
import { didYouMean, isMistyped } from './did-you-mean.ts';
import type { Problem } from './problem.ts';
import { shortened } from './yaml.ts';
import { colonSlip } from './yaml-repair.ts';

/** Data of one file after its schema. */
export interface Validated<Data> {
  /** The root fields that are valid, each by itself. */
  fields: Partial<Data>;
  /** The names of the others. */
  invalid: ReadonlySet<PropertyKey>;
  problems: Problem[];
}

/** Checks a file's data against its schema and reports every fault. */
export function validate<Schema extends z.ZodObject>(
  schema: Schema,
  raw: unknown,
  file: string,
): Validated<z.output<Schema>> {
  const result = schema.safeParse(raw, { error: expectation });
  if (result.success) return { fields: result.data, invalid: new Set(), problems: [] };
  const { issues } = result.error;
  const problems = issues.flatMap((issue) => problemsOf(issue, schema, raw, file));
  return { ...validFields(schema, raw), problems: withoutRepeats(problems).filter(isNotMistyped(issues)) };
}

function validFields<Schema extends z.ZodObject>(schema: Schema, raw: unknown) {
  const values = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {};
  const invalid = new Set<PropertyKey>();
  const fields = Object.entries<z.core.$ZodType>(schema.shape).flatMap(([key, field]): [string, unknown][] => {
    const result = z.safeParse(field, values[key]);
    if (result.success) return [[key, result.data]];
    invalid.add(key);
    return [];
  });
  return { fields: Object.fromEntries(fields) as Partial<z.output<Schema>>, invalid };
}

/** A field that is said to be missing and is there, mistyped, is reported as the unknown field that it is. */
function isNotMistyped(issues: readonly z.core.$ZodIssue[]) {
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ holder: issue.path.join(), key })) : [],
  );
  return ({ path, found }: Problem) =>
    !found.startsWith(missing) ||
    !unknown.some(({ holder, key }) => holder === path.slice(0, -1).join() && isMistyped(key, String(path.at(-1))));
}

/** One fault may break several conditions of a schema; the first problem says enough. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  const key = ({ path, found }: Problem) => JSON.stringify([path.map(String), found]);
  return [...new Map(problems.toReversed().map((problem) => [key(problem), problem])).values()].toReversed();
}

const missing = '没有写';

function problemsOf(issue: z.core.$ZodIssue, schema: z.ZodType, raw: unknown, file: string): Problem[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const fields = fieldsAt(schema, path, raw);
    return issue.keys.map((key) => ({
      file,
      path: [...path, key],
      found: `字段“${key}”`,
      expected: `这里只能有这些字段：${fields.join('、')}`,
      mend: `${didYouMean(key, fields)}；写错了就改正，多余就删去这一行`,
    }));
  }
  const value = path.reduce<unknown>((inside, key) => (inside as Record<PropertyKey, unknown> | null)?.[key], raw);
  const expected = issue.message;
  if (path.length === 0)
    return [{ file, path, found: shown(value), expected: '一行一个“字段: 值”', mend: rootMend(value) }];
  const name = typeof path.at(-1) === 'number' ? '这一项' : `“${String(path.at(-1))}”`;
  if (value === undefined)
    return [
      {
        file,
        path,
        found: `${missing}${name}`,
        expected,
        mend: `在这里补一行${name.replace('”', ': ……”')}，缩进与同级的字段对齐`,
      },
    ];
  const size = issue.code === 'too_big' && typeof value === 'string' ? `（${[...value].length} 个字）` : '';
  return [{ file, path, found: shown(value) + size, expected, mend: mendOf(issue, name, value) }];
}

function rootMend(value: unknown): string {
  const slip = typeof value === 'string' ? colonSlip(value) : undefined;
  return slip ? slip.mend : '照同一文件夹里别的文件的样子写';
}

/** How to mend a value. What should stand there is said beside it, so that no message is put together from parts. */
function mendOf(issue: z.core.$ZodIssue, name: string, value: unknown): string {
  if (value === null) return `在${name}的冒号后面写上内容；不需要这个字段就删去这一行`;
  const type = issue.code === 'invalid_type' ? issue.expected : undefined;
  if (type === 'string' && (typeof value !== 'object' || value instanceof Date)) return '用英文单引号把值括起来';
  if (type === 'array') return '在值的两边加上 [ ]，或每一项另起一行、以“- ”开头';
  if (type && typeof value === 'string' && value !== '' && Number.isFinite(Number(value))) return '去掉值两边的引号';
  if ((issue.code === 'invalid_value' || issue.code === 'invalid_union') && typeof value === 'string') {
    const known = 'values' in issue ? issue.values.map(String) : 'options' in issue ? (issue.options as string[]) : [];
    if (known.length > 1) return didYouMean(value, known);
  }
  return `照“应为”改正${name}`;
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
