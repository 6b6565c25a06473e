import type { z } from 'zod';
import { expectation, fieldsAt } from '../schema/error-map.ts';
import { didYouMean, isMistyped } from './did-you-mean.ts';
import type { Problem } from './problem.ts';
import { usable } from './salvage.ts';
import { colonSlip } from './yaml-repair.ts';

type Path = readonly PropertyKey[];

/** Data of one file after its schema. */
export interface Validated<Data> {
  /** What can be used; where there are problems, without the values at fault; undefined if too little is left. */
  data: Data | undefined;
  problems: Problem[];
  /** Places without a value whose field is mistyped, which is told instead. */
  mistyped: Path[];
  /** Gives the place in the file of a place in `data`, from which items at fault may have been left out. */
  original(path: Path): Path;
}

/**
 * Holds a file's data against its schema and tells every fault as a problem.
 * `standIn` gives values for root fields at fault, so that the rest of the file can still be held against other files.
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
  file: string,
  standIn: Readonly<Record<string, unknown>> = {},
): Validated<z.output<Schema>> {
  const result = schema.safeParse(raw, { error: expectation });
  if (result.success) return { data: result.data, problems: [], mistyped: [], original: (path) => path };
  const { issues } = result.error;
  const isMeant = mistypedIn(issues);
  const all = withoutRepeats(issues.flatMap((issue) => problemsOf(issue, schema, raw, file)));
  const mistyped = all.filter(isMeant);
  return {
    ...usable(schema, raw, standIn),
    problems: all.filter((problem) => !mistyped.includes(problem)),
    mistyped: mistyped.map(({ path }) => path),
  };
}

/** Finds the fields said to be missing that are there, mistyped. */
function mistypedIn(issues: readonly z.core.$ZodIssue[]) {
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ holder: issue.path.join(), key })) : [],
  );
  return ({ path, found }: Problem) =>
    found.startsWith(missing) &&
    unknown.some(({ holder, key }) => holder === path.slice(0, -1).join() && isMistyped(key, String(path.at(-1))));
}

/** One fault may break several conditions of a schema; the first problem says enough. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ path, found }) => {
    const key = JSON.stringify([path.map(String), found]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
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
  const name = typeof path.at(-1) === 'number' ? '这一项' : String(path.at(-1));
  if (path.length === 0)
    return [{ file, path, found: shown(value), expected: '一行一个“字段: 值”', mend: rootMend(value) }];
  if (value === undefined)
    return [
      { file, path, found: `${missing}“${name}”`, expected, mend: `在这里补一行“${name}: ……”，缩进与同级的字段对齐` },
    ];
  return [{ file, path, found: shown(value), expected, mend: mendOf(issue, name, value) }];
}

function rootMend(value: unknown): string {
  const slip = typeof value === 'string' ? colonSlip(value) : undefined;
  return slip ? slip[1] : '照同一文件夹里别的文件的样子写';
}

function mendOf(issue: z.core.$ZodIssue, name: string, value: unknown): string {
  if (value === null) return `在“${name}:”后面写上内容；不需要这个字段就删去这一行`;
  if (
    issue.code === 'invalid_type' &&
    issue.expected === 'string' &&
    (typeof value !== 'object' || value instanceof Date)
  )
    return '用英文单引号把值括起来';
  if (issue.code === 'invalid_type' && issue.expected === 'array')
    return '在值的两边加上 [ ]，或每一项另起一行、以“- ”开头';
  if (issue.code === 'invalid_type' && typeof value === 'string' && value !== '' && Number.isFinite(Number(value)))
    return '去掉值两边的引号';
  if ((issue.code === 'invalid_value' || issue.code === 'invalid_union') && typeof value === 'string') {
    const known = 'values' in issue ? issue.values.map(String) : 'options' in issue ? (issue.options as string[]) : [];
    if (known.length > 1) return didYouMean(value, known);
  }
  return `把${typeof value === 'object' ? `“${name}”` : shown(value)}改成：${issue.message}`;
}

const limit = 40;

/** A value as an editor sees it. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return '空白';
  if (Array.isArray(value)) return `列表（${value.length} 项）`;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'object') return `一组字段（${Object.keys(value).join('、')}）`;
  if (typeof value !== 'string') return String(value);
  const line = value.replace(/\r?\n/gu, '⏎');
  return `“${line.length > limit ? `${line.slice(0, limit)}……` : line}”`;
}
